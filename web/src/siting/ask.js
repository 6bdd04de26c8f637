/** @import { Feature } from '../types.js' */
/** @import { Ask, Lock } from './types.js' */
import { idOf } from '../trial.js';

/** 万元: what budgets are talked about in. */
export const TEN_THOUSAND = 10_000;

/**
 * What the form says. Money in 万元, shares in per cent, null for no bound.
 * @typedef {{budget: number|null, maxSites: number|null, without: string[], weights: Record<string, number>, equalGroups: boolean, useDemand: boolean, gapPriority: boolean, everySubdistrict: boolean,
 *   floor: number|null, target: number|null, countCapacity: boolean, extend: boolean, years: number[], carryOver: boolean, seconds: number, locks: Record<string, Lock>}} Form
 */

/** @type {Form} */
export const BLANK = {
  budget: null, maxSites: null, without: [], weights: {}, equalGroups: false, useDemand: false, gapPriority: false, everySubdistrict: false, floor: null, target: null, countCapacity: false, extend: false,
  years: [], carryOver: false, seconds: 30, locks: {},
};

/** What a space can be: what is drawn as candidate. @param {Feature[]} spaces */
export const candidates = (spaces) => spaces.filter(({ properties }) => ['candidate', 'reserve', null, undefined].includes(properties.status));

/** A round sum that would take over all spaces, 万元: the end of the slider. @param {Feature[]} spaces @returns {number} */
export function mostBudget(spaces) {
  const sum = candidates(spaces).reduce((total, { properties }) => total + (properties.cost_cny ?? 0), 0) / TEN_THOUSAND;
  const step = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(sum, 10))));
  return Math.max(100, Math.ceil((sum * 1.5) / step) * step);
}

/** The first budget that is offered: a third of what all spaces cost, a round number. @param {Feature[]} spaces @returns {number} */
export function firstBudget(spaces) {
  const third = mostBudget(spaces) / 4;
  const step = 10 ** Math.max(1, Math.floor(Math.log10(third)) - 1);
  return Math.round(third / step) * step;
}

/** @param {Record<string, Lock>} locks @param {Lock} lock @returns {string[]|undefined} */
function locked(locks, lock) {
  const ids = Object.keys(locks).filter((id) => locks[id] === lock).sort();
  return ids.length > 0 ? ids : undefined;
}

/** The question of a form: what says nothing is left out. @param {Form} form @param {string[]} services that can be asked for @returns {Ask} */
export function askOf(form, services) {
  const weights = Object.fromEntries(Object.entries(form.weights).filter(([code, weight]) => weight !== 1 && !form.without.includes(code)));
  return plain({
    budget_cny: form.budget === null || form.years.length > 0 ? undefined : Math.round(form.budget * TEN_THOUSAND),
    max_sites: form.maxSites ?? undefined,
    services: form.without.length > 0 ? services.filter((code) => !form.without.includes(code)) : undefined,
    weights: Object.keys(weights).length > 0 ? weights : undefined,
    equal_groups: form.equalGroups || undefined, use_demand: form.useDemand || undefined,
    gap_priority: form.gapPriority ? 1 : undefined,
    must: locked(form.locks, 'must'), must_not: locked(form.locks, 'must_not'),
    year_budgets_cny: form.years.length > 0 ? form.years.map((year) => Math.round(year * TEN_THOUSAND)) : undefined,
    carry_over: form.years.length > 0 && form.carryOver ? true : undefined,
    least_per_subdistrict: form.everySubdistrict ? 1 : undefined,
    least_community_share: form.floor === null ? undefined : form.floor / 100,
    target_share: form.target === null ? undefined : form.target / 100,
    count_capacity: form.countCapacity || undefined, extend: form.extend || undefined,
    time_limit_s: form.seconds,
  });
}

/** The form that asks a question, as far as it can: what an address brought is taken only where it has the right kind. @param {Record<string, any>} ask @param {string[]} services that can be asked for @returns {Form} */
export function formOf(ask, services) {
  const number = (/** @type {unknown} */ value) => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null);
  const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);
  const percent = (/** @type {unknown} */ value) => (number(value) === null ? null : Number((Number(value) * 100).toFixed(6)));
  const budget = number(ask.budget_cny);
  const locks = [...list(ask.must).map((id) => [String(id), 'must']), ...list(ask.must_not).map((id) => [String(id), 'must_not'])];
  return {
    budget: budget === null ? null : budget / TEN_THOUSAND, maxSites: number(ask.max_sites),
    without: ask.services === undefined ? [] : services.filter((code) => !list(ask.services).includes(code)),
    weights: Object.fromEntries(Object.entries(ask.weights ?? {}).filter(([code, weight]) => services.includes(code) && typeof weight === 'number')),
    equalGroups: ask.equal_groups === true, useDemand: ask.use_demand === true, gapPriority: number(ask.gap_priority) !== null, everySubdistrict: number(ask.least_per_subdistrict) !== null, floor: percent(ask.least_community_share), target: percent(ask.target_share),
    countCapacity: ask.count_capacity === true, extend: ask.extend === true, years: list(ask.year_budgets_cny).map((cny) => Number(cny) / TEN_THOUSAND).filter(Number.isFinite), carryOver: ask.carry_over === true,
    seconds: number(ask.time_limit_s) ?? BLANK.seconds, locks: Object.fromEntries(locks),
  };
}

/** A question of an address, or null where it is none. @param {string|null} text @returns {Ask|null} */
export function askOfText(text) {
  try {
    const ask = JSON.parse(text ?? '');
    return ask !== null && typeof ask === 'object' && !Array.isArray(ask) ? ask : null;
  } catch {
    return null;
  }
}

/** @param {Record<string, any>} fields @returns {any} without those that say nothing */
function plain(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Free, must, must not, free again. @param {Lock|undefined} lock @returns {Lock|undefined} */
export const nextLock = (lock) => (lock === undefined ? 'must' : lock === 'must' ? 'must_not' : undefined);

/** The budgets of so many years: one budget is divided evenly, years that are there stay. @param {Form} form @param {number} count @returns {number[]} */
export function yearsOf(form, count) {
  if (count < 2) return [];
  const whole = form.years.length > 0 ? form.years.reduce((sum, year) => sum + year, 0) : form.budget ?? 0;
  const even = Math.floor((whole / count) * 10) / 10;
  return Array.from({ length: count }, (_, i) => (form.years.length === count ? form.years[i] : even));
}

/** Spaces by their ids, so that the list never jumps. @param {Feature[]} spaces */
export const inOrder = (spaces) => [...candidates(spaces)].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
