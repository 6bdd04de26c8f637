import test from 'node:test';
import assert from 'node:assert/strict';
import { placedOf, triedOf } from '../src/siting/accepted.js';
import { askOf, askOfText, BLANK, formOf, candidates, firstBudget, mostBudget, nextLock, yearsOf } from '../src/siting/ask.js';
import { byCommunity, changeClass, newlyCovered, proofOf, sortedSites, typologies } from '../src/siting/figures.js';
import { byCost, perTenThousand } from '../src/siting/frontier.js';
import { gapOf, pathOf, shapeOf, withStep } from '../src/siting/trace.js';

const SERVICES = ['meals', 'health', 'culture'];

/** @param {string} id @param {Record<string, any>} properties @returns {any} */
const space = (id, properties) => ({ type: 'Feature', properties: { id, ...properties }, geometry: null });

/** @param {Record<string, any>} fields @returns {any} */
const plan = (fields) => ({ status: 'optimal', objective: 10, bound: 10, gap: 0, sites: [], ...fields });

test('a question says only what was chosen, in yuan and shares', () => {
  assert.deepEqual(askOf(BLANK, SERVICES), { time_limit_s: 30 });
  assert.deepEqual(askOf({ ...BLANK, budget: 2500, maxSites: 20, without: ['health'], weights: { meals: 2, health: 3, culture: 1 }, gapPriority: true, floor: 30, everySubdistrict: true, countCapacity: true, locks: { S2: 'must_not', S1: 'must' } }, SERVICES), {
    budget_cny: 25_000_000, max_sites: 20, services: ['meals', 'culture'], weights: { meals: 2 }, gap_priority: 1, must: ['S1'], must_not: ['S2'],
    least_per_subdistrict: 1, least_community_share: 0.3, count_capacity: true, time_limit_s: 30,
  });
});

test('a question of an address fills the form, and asks the same again', () => {
  const ask = askOf({ ...BLANK, budget: 93.8, maxSites: 20, without: ['health'], weights: { meals: 2 }, gapPriority: true, floor: 30, target: 55, everySubdistrict: true, countCapacity: true, extend: true, locks: { S1: 'must', S2: 'must_not' }, seconds: 5 }, SERVICES);
  assert.equal(ask.target_share, 0.55);
  assert.deepEqual(askOf(formOf(/** @type {any} */ (askOfText(JSON.stringify(ask))), SERVICES), SERVICES), ask);
  const years = askOf({ ...BLANK, years: [100, 250.5], carryOver: true }, SERVICES);
  assert.deepEqual(askOf(formOf(years, SERVICES), SERVICES), years);
  assert.deepEqual(formOf({ budget_cny: 'much', weights: { magic: 3, meals: 'x' }, must: 5, time_limit_s: -1 }, SERVICES), BLANK);
  assert.deepEqual([askOfText(null), askOfText('{'), askOfText('[1]'), askOfText('null')], [null, null, null, null]);
});

test('budgets of years stand instead of the budget', () => {
  const form = { ...BLANK, budget: 900 };
  assert.deepEqual(yearsOf(form, 3), [300, 300, 300]);
  assert.deepEqual(yearsOf({ ...form, years: [100, 800] }, 2), [100, 800]);
  assert.deepEqual(yearsOf({ ...form, years: [100, 800] }, 1), []);
  const ask = askOf({ ...form, years: [100, 800], carryOver: true }, SERVICES);
  assert.deepEqual([ask.budget_cny, ask.year_budgets_cny, ask.carry_over], [undefined, [1_000_000, 8_000_000], true]);
});

test('the slider begins with a round part of what all candidates cost', () => {
  const spaces = [space('A', { cost_cny: 30_000_000 }), space('B', { cost_cny: 10_000_000, status: 'candidate' }), space('C', { cost_cny: 90_000_000, status: 'built' })];
  assert.equal(candidates(spaces).length, 2);
  assert.equal(mostBudget(spaces), 6000);
  assert.equal(firstBudget(spaces), 1500);
  assert.ok(firstBudget([]) > 0 && firstBudget([]) < mostBudget([]));
});

test('a lock goes from free to must, must not and back', () => {
  assert.deepEqual([nextLock(undefined), nextLock('must'), nextLock('must_not')], ['must', 'must_not', undefined]);
});

test('a search is two staircases that meet where the plan is proved', () => {
  /** @param {number|null} objective @param {number|null} bound @returns {any} */
  const job = (objective, bound) => ({ task: 'tree', search: { objective, bound, gap: null, nodes: 0 } });
  let steps = withStep([], job(null, 100), 0);
  steps = withStep(steps, job(60, 100), 10);
  steps = withStep(steps, job(60, 100), 20);
  steps = withStep(steps, job(80, 80), 40);
  assert.deepEqual(steps.map(({ ms }) => ms), [0, 10, 40]);
  assert.equal(withStep(steps, /** @type {any} */ ({ task: null, search: null }), 50), steps);
  const shape = shapeOf(steps);
  assert.ok(shape);
  assert.deepEqual(shape.best.map(({ x }) => x), [0.25, 1, 1, 1]);
  assert.deepEqual(shape.bound.map(({ x }) => x), [0, 1, 1, 1]);
  assert.equal(shape.best.at(-1)?.y, shape.bound.at(-1)?.y);
  assert.ok([...shape.best, ...shape.bound].every(({ y }) => y > 0 && y < 1));
  assert.equal(shapeOf([]), null);
  assert.equal(pathOf([{ x: 0, y: 0 }, { x: 1, y: 1 }], { left: 0, top: 0, width: 10, height: 20 }), 'M0.0 20.0L10.0 0.0');
});

test('the gap is a share of the larger of best and bound, for gains and for costs', () => {
  assert.equal(gapOf({ objective: 90, bound: 100 }), 0.1);
  assert.equal(gapOf({ objective: 100, bound: 90 }), 0.1);
  assert.equal(gapOf({ objective: 0, bound: 0 }), 0);
  assert.equal(gapOf({ objective: null, bound: 100 }), null);
});

test('communities add up over services, the largest change first', () => {
  const rows = [
    { code: 'A', name: 'A', service: 'meals', total: 100, covered_before: 10, covered_after: 20 },
    { code: 'A', name: 'A', service: 'health', total: 50, covered_before: 0, covered_after: 25 },
    { code: 'B', name: 'B', service: 'meals', total: 100, covered_before: 0, covered_after: 30 },
    { code: 'C', name: 'C', service: 'meals', total: 0, covered_before: 0, covered_after: 0 },
  ];
  assert.deepEqual(byCommunity(rows, null).map(({ code, total, covered_after: after }) => [code, total, after]), [['A', 150, 45], ['B', 100, 30]]);
  assert.deepEqual(byCommunity(rows, 'meals').map(({ code }) => code), ['B', 'A']);
  assert.equal(rows[0].total, 100);
  assert.deepEqual(byCommunity(rows, 'meals').map(changeClass), [4, 2]);
  assert.equal(newlyCovered([{ service: 'meals', total: 9, covered_before: 2, covered_after: 7, rooms: 1, area_m2: 1 }, { service: 'health', total: 9, covered_before: 1, covered_after: 2, rooms: 1, area_m2: 1 }]), 6);
});

test('a proof within a gap is not called optimal', () => {
  assert.equal(proofOf(plan({})), 'optimal');
  assert.equal(proofOf(plan({ gap: 0.01 })), 'within');
  assert.equal(proofOf(plan({ status: 'stopped', gap: 0.01 })), 'stopped');
  assert.equal(proofOf(plan({ status: 'infeasible' })), 'infeasible');
});

test('sites are sorted by what they bring, ties by id', () => {
  const sites = /** @type {any[]} */ ([{ id: 'B', marginal_gain: 5, year: 1, typology: 'infill' }, { id: 'A', marginal_gain: 5, year: 2, typology: 'complex' }, { id: 'C', marginal_gain: 9, year: 1, typology: 'infill' }]);
  assert.deepEqual(sortedSites(sites, 'marginal_gain').map(({ id }) => id), ['C', 'A', 'B']);
  assert.deepEqual(sortedSites(sites, 'year').map(({ id }) => id), ['B', 'C', 'A']);
  assert.deepEqual(typologies(sites), { complex: 1, infill: 2 });
});

test('the front goes from cheap to dear, and says what more money buys', () => {
  const points = /** @type {any[]} */ ([{ cost_cny: 4_000_000, gain: 90, worst_share: 0.4 }, { cost_cny: 2_000_000, gain: 60, worst_share: 0.3 }]);
  const rows = byCost(points);
  assert.deepEqual(rows.map(({ gain }) => gain), [60, 90]);
  assert.equal(perTenThousand(rows, 0), null);
  assert.equal(perTenThousand(rows, 1), 30 / 200);
});

test('a plan is tried with its places and years, and accepted with its services', () => {
  const found = plan({ sites: [{ id: 'S1', lon: 3, lat: 4, year: 2, rooms: [{ service: 'meals', capacity_people: 40 }, { service: 'health', capacity_people: null }] }] });
  const moved = new Map([['S1', { lon: 1, lat: 2 }]]);
  assert.deepEqual(triedOf(found, moved), [{ id: 'S1', year: 2, rooms: [{ service: 'meals', capacity_people: 40 }, { service: 'health' }], lon: 1, lat: 2 }]);
  assert.deepEqual(placedOf(found, new Map()), [{ lon: 3, lat: 4, services: ['meals', 'health'], from: 'S1' }]);
  assert.deepEqual(placedOf(found, moved), [{ lon: 1, lat: 2, services: ['meals', 'health'], from: 'S1' }]);
});
