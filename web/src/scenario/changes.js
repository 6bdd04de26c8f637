/**
 * What a scenario changes of today's district: the lists of `POST /api/v1/what-if`, with the services of each new place and where it comes from.
 * @typedef {{lon: number, lat: number, services: string[], from?: string|null, name?: string|null}} Added `from`: id of the idle space
 * @typedef {{add?: Added[], move?: {id: string, lon: number, lat: number}[], close?: string[], set_services?: {id: string, services: string[]}[],
 *   open_gates?: string[], close_gates?: string[], add_paths?: {coordinates: number[][], residents_only: boolean}[], close_paths?: string[]}} Changes
 */

/** In the order in which they are listed. @type {readonly (keyof Changes)[]} */
export const LISTS = ['add', 'move', 'close', 'set_services', 'open_gates', 'close_gates', 'add_paths', 'close_paths'];

/** A gate is either opened or closed. @type {Partial<Record<keyof Changes, keyof Changes>>} */
const OPPOSITE = { open_gates: 'close_gates', close_gates: 'open_gates' };

/** What an entry is about; two entries of a list about the same thing are one, the later. A new path or place of its own is about nothing else. @param {any} entry @returns {string|null} */
const subjectOf = (entry) => (typeof entry === 'string' ? entry : entry.id ?? entry.from ?? null);

/** Changes with further ones. @param {Changes} changes @param {Changes} more @returns {Changes} */
export function joined(changes, more) {
  /** @type {Record<string, any[]>} */
  const result = { ...changes };
  for (const list of LISTS) {
    const entries = /** @type {any[]} */ (more[list] ?? []);
    if (entries.length === 0) continue;
    const subjects = new Set(entries.map(subjectOf).filter((subject) => subject !== null));
    const others = (/** @type {any[]|undefined} */ known) => (known ?? []).filter((entry) => !subjects.has(subjectOf(entry) ?? ''));
    result[list] = [...others(result[list]), ...entries];
    const opposite = OPPOSITE[list];
    if (opposite && result[opposite]) result[opposite] = others(result[opposite]);
  }
  return tidy(result);
}

/** Changes without one of them. @param {Changes} changes @param {keyof Changes} list @param {number} place @returns {Changes} */
export const without = (changes, list, place) => tidy({ ...changes, [list]: (changes[list] ?? []).filter((/** @type {any} */ _, /** @type {number} */ i) => i !== place) });

/** Without empty lists, in one order: equal changes are equal texts. @param {Record<string, any[]>} changes @returns {Changes} */
function tidy(changes) {
  return Object.fromEntries(LISTS.filter((list) => (changes[list]?.length ?? 0) > 0).map((list) => [list, changes[list].map(bare)]));
}

/** An entry without what is not said of it, its parts in one order. @param {any} entry */
function bare(entry) {
  if (typeof entry === 'string') return entry;
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Changes as a server or an address gives them, in the one form that can be compared. @param {Changes} changes @returns {Changes} */
export const ofServer = (changes) => tidy(changes);

/** @param {Changes|null} changes */
export const countOf = (changes) => LISTS.reduce((sum, list) => sum + (changes?.[list]?.length ?? 0), 0);

/** The changes as a question about one service: a new place counts for the services that it gives. @param {Changes} changes @param {string} service @returns {Record<string, any[]>} */
export function questionOf(changes, service) {
  const { add = [], ...others } = changes;
  const here = add.filter(({ services }) => services.includes(service)).map(({ lon, lat }) => ({ lon, lat }));
  return here.length > 0 ? { ...others, add: here } : others;
}

/**
 * The changes that do nothing, since no walkable street is near their place: an answer lists the places of its question, new ones first.
 * @param {Changes} changes @param {string} service of the answer; a new place of other services is not in it @param {{linked: boolean}[]} links @returns {Set<string>} list and place, as `move/0`
 */
export function unlinkedOf(changes, service, links) {
  const asked = [
    ...(changes.add ?? []).flatMap(({ services }, place) => (services.includes(service) ? [`add/${place}`] : [])),
    ...(changes.move ?? []).map((_, place) => `move/${place}`),
  ];
  return new Set(asked.filter((_, i) => links[i]?.linked === false));
}

/** A question with another laid over it: what stands in it comes after what lies beneath. @param {Record<string, any[]>} beneath @param {Record<string, any[]>} over @returns {Record<string, any[]>} */
export function laidOver(beneath, over) {
  const result = { ...beneath };
  for (const [list, entries] of Object.entries(over)) result[list] = [...(result[list] ?? []), ...entries];
  return result;
}

/** Degrees with the 7 decimals of every answer: fewer would move a place by centimetres, and a building at the limit to its other side. @param {string} _ @param {unknown} value */
const rounded = (_, value) => (typeof value === 'number' ? Number(value.toFixed(7)) : value);

/** Changes as an address holds them. @param {Changes} changes */
export const changesText = (changes) => JSON.stringify(changes, rounded);

/** Reads what `changesText` wrote; what cannot be read is left out. @param {string|null} text @returns {Changes|null} null: none */
export function changesOfText(text) {
  let read;
  try {
    read = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (read === null || typeof read !== 'object') return null;
  const position = (/** @type {any} */ entry) => Number.isFinite(entry?.lon) && Number.isFinite(entry?.lat);
  const texts = (/** @type {any} */ list) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  /** @type {Record<string, (entry: any) => boolean>} */
  const isFit = {
    add: (entry) => position(entry) && texts(entry.services), move: (entry) => position(entry) && typeof entry.id === 'string', set_services: (entry) => typeof entry?.id === 'string' && texts(entry.services),
    add_paths: (entry) => Array.isArray(entry?.coordinates) && entry.coordinates.length > 1 && entry.coordinates.every((/** @type {any} */ at) => Array.isArray(at) && at.length === 2 && at.every(Number.isFinite)),
  };
  const isText = (/** @type {any} */ entry) => typeof entry === 'string';
  const changes = tidy(Object.fromEntries(LISTS.map((list) => [list, Array.isArray(read[list]) ? read[list].filter(isFit[list] ?? isText) : []])));
  return countOf(changes) > 0 ? changes : null;
}
