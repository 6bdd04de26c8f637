/** @import { Coverage, Explanation, FeatureCollection, Feature, Isochrones, ReachMethod, Service, WhatIf, Workspace } from './types.js' */

// A page of 5,000 features is about 2 MB of text: small enough that parsing never holds the map for a tenth of a second,
// and the progress line moves. The server allows 50,000.
const PAGE_FEATURES = 5000;

/** An answer that is not the one asked for, in words for the reader. `zh` and `en` hold title and detail. */
export class ApiError extends Error {
  /** @param {number} status @param {{title: string, detail: string}} zh @param {{title: string, detail: string}} en */
  constructor(status, zh, en) {
    super(`${en.title}: ${en.detail}`);
    this.name = 'ApiError';
    this.status = status;
    this.zh = zh;
    this.en = en;
    /** What is wrong with each place, where a document was sent. @type {import('./types.js').RulesProblem[]} */
    this.problems = [];
  }
}

/** True for a request that was dropped because a newer one took its place. @param {unknown} error */
export function isAborted(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** @type {Map<string, AbortController>} */
const running = new Map();

/** Aborts the request of the same name that still runs, and gives the signal for the new one. @param {string} name */
function latest(name) {
  running.get(name)?.abort();
  const controller = new AbortController();
  running.set(name, controller);
  return controller.signal;
}

/** Drops a running request without starting another. @param {string} name */
export function cancel(name) {
  running.get(name)?.abort();
  running.delete(name);
}

/** The problem that an answer tells, or what can be said of one that is no problem document. @param {number} status @param {string} statusText @param {string} text */
export function problemOf(status, statusText, text) {
  /** @type {Record<string, any>} */
  let problem = {};
  try {
    problem = JSON.parse(text);
  } catch {
    problem = { title: statusText, detail: text.slice(0, 200) };
  }
  const title = problem.title || `HTTP ${status}`;
  const detail = problem.detail ?? '';
  const zh = { title: problem.title_zh ?? title, detail: problem.detail_zh ?? detail };
  const error = new ApiError(status, zh, { title, detail });
  error.problems = problem.problems ?? [];
  return error;
}

/** The error of a server that cannot be reached. */
export function noAnswer() {
  return new ApiError(0, { title: '连不上服务器', detail: '请确认 planner serve 仍在运行，然后重试。' },
    { title: 'The server does not answer', detail: 'Check that planner serve still runs, then try again.' });
}

/** @param {string} url @param {RequestInit} [init] */
export async function request(url, init) {
  let response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (isAborted(error)) throw error;
    throw noAnswer();
  }
  if (!response.ok) throw problemOf(response.status, response.statusText, await response.text());
  return response.status === 204 ? null : response.json();
}

/** @param {string} url @param {object} body @param {AbortSignal} [signal] */
export function postJson(url, body, signal) {
  return request(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });
}

/** @param {string} url @param {object} body @param {string} name */
const post = (url, body, name) => postJson(url, body, latest(name));

/** @param {string} service @param {number|null} minutes null: the rule's own limit */
function question(service, minutes) {
  return minutes === null ? { service } : { service, minutes };
}

/** @returns {Promise<Workspace>} */
export function getWorkspace() {
  // Its tag is that of the data; the number of the last edit may rise without them.
  return request('/api/v1/workspace', { cache: 'no-store' });
}

/** What is wrong with the data. @returns {Promise<import('./types.js').Finding[]>} */
export async function getHealth() {
  return (await request('/api/v1/health')).findings;
}

/** @param {string} service @param {number|null} minutes @param {string[]} levels @returns {Promise<Coverage>} */
export function postCoverage(service, minutes, levels) {
  return post(`/api/v1/coverage?levels=${levels.join(',')}`, question(service, minutes), 'coverage');
}

/**
 * @param {string} service @param {number|null} minutes @param {object} change the lists of a what-if: `add`, `open_gates`, `add_paths`, …
 * @param {string} [name] requests of one name replace each other
 * @returns {Promise<WhatIf>}
 */
export function postWhatIf(service, minutes, change, name = 'what-if') {
  return post('/api/v1/what-if', { ...question(service, minutes), ...change }, name);
}

/**
 * Bands around a place, with their certificate.
 * @param {{at: {lon: number, lat: number}[]}|{facilities: string[]}} from @param {string} profile @param {number[]} minutes
 * @param {ReachMethod} method @returns {Promise<Isochrones>}
 */
export function postBands(from, profile, minutes, method) {
  return post('/api/v1/isochrones', { ...from, minutes, profile, method }, 'bands');
}

/**
 * @param {Service} service @param {number|null} minutes @param {{lon: number, lat: number}} at
 * @param {'edges'|'corridor'} method @returns {Promise<FeatureCollection>}
 */
export function postIsochrone(service, minutes, at, method) {
  const limit = minutes === null && service.limit_metres !== null
    ? { metres: [service.limit_metres] }
    : { minutes: [minutes ?? service.limit_minutes] };
  return post('/api/v1/isochrones', { at: [at], ...limit, profile: service.profile, method }, `isochrone-${method}`);
}

/** The packs that can be chosen. @returns {Promise<import('./types.js').RulesList>} */
export const getRules = () => request('/api/v1/rules', { cache: 'no-store' });

/** A pack and its text. @param {string} name @returns {Promise<import('./types.js').PackDetail>} */
export const getRulePack = (name) => request(`/api/v1/rules/${encodeURIComponent(name)}`, { cache: 'no-store', signal: latest('rule pack') });

/** Saves a pack as a new version, or chooses one. @param {object} body @returns {Promise<import('./types.js').VersionLine>} */
export const postRules = (body) => postJson('/api/v1/rules', body);

/** Why a building is covered or not, with the changes of a scenario. @param {string} building @param {string} service @param {number|null} minutes @param {import('./scenario/changes.js').Changes|null} changes @returns {Promise<Explanation>} */
export function getExplanation(building, service, minutes, changes) {
  if (changes) return post('/api/v1/explain', { building, service, ...(minutes === null ? {} : { minutes }), changes }, 'explain');
  const query = new URLSearchParams({ building, service });
  if (minutes !== null) query.set('minutes', String(minutes));
  return request(`/api/v1/explain?${query}`, { signal: latest('explain') });
}

/** @param {Record<string, string>} filters */
const filterText = (filters) => new URLSearchParams(filters).toString().replaceAll('%2C', ',');

/**
 * Every feature of a collection, page by page.
 * @param {string} name @param {(done: number, matched: number) => void} [onPage]
 * @param {Record<string, string>} [filters] `bbox`, or columns and what they must be
 * @param {string} [replaces] requests of one such name replace each other
 * @returns {Promise<Feature[]>} in the order of the server
 */
export async function getCollection(name, onPage, filters = {}, replaces) {
  const signal = replaces === undefined ? null : latest(replaces);
  const filter = filterText(filters);
  /** @param {number} offset @returns {Promise<FeatureCollection>} */
  const pageFrom = (offset) => request(`/ogc/collections/${name}/items?limit=${PAGE_FEATURES}${offset > 0 ? `&offset=${offset}` : ''}${filter ? `&${filter}` : ''}`, { headers: { Accept: 'application/geo+json' }, signal });
  const first = await pageFrom(0);
  const { features } = first;
  const matched = first.numberMatched ?? features.length;
  onPage?.(features.length, matched);
  let offset = features.length;
  let coming = offset < matched ? pageFrom(offset) : null;
  while (coming) {
    // While a page is read the next is on its way; what goes wrong with it is told when it is waited for.
    offset += PAGE_FEATURES;
    const next = offset < matched ? pageFrom(offset) : null;
    next?.catch(() => {});
    for (const feature of (await coming).features) features.push(feature);
    onPage?.(features.length, matched);
    coming = next;
  }
  return features;
}

/** The first feature of a collection alone. @param {string} name @returns {Promise<Feature[]>} */
export async function getFirst(name) {
  return (await request(`/ogc/collections/${name}/items?limit=1`, { headers: { Accept: 'application/geo+json' } })).features;
}

/** How many features a collection has. @param {string} name @param {Record<string, string>} filters columns and what they must be @returns {Promise<number>} */
export async function countFeatures(name, filters) {
  /** @type {FeatureCollection} */
  const page = await request(`/ogc/collections/${name}/items?limit=1&${filterText(filters)}`, { headers: { Accept: 'application/geo+json' } });
  return page.numberMatched ?? page.features.length;
}

/** One feature. @param {string} name @param {string} id @returns {Promise<Feature>} */
export function getFeature(name, id) {
  return request(`/ogc/collections/${name}/items/${encodeURIComponent(id)}`, { headers: { Accept: 'application/geo+json' }, signal: latest(`feature ${name}`) });
}

/** @param {string} layer @param {string} format */
export function exportUrl(layer, format) {
  return `/api/v1/export/${encodeURIComponent(layer)}.${format}`;
}
