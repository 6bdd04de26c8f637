import test from 'node:test';
import assert from 'node:assert/strict';
import { byGroup, leaning, lorenzPoints, upperHalf, worstFirst } from '../src/equity.js';
import { peopleOf, Patches, serviceOf, split } from '../src/patches.js';

/** @import { Feature } from '../src/types.js' */

/** @param {Record<string, any>} properties @param {any} [geometry] @returns {Feature} */
const row = (properties, geometry = null) => ({ type: 'Feature', properties, geometry });

/** @param {number} west @param {number} south */
const square = (west, south) => ({ type: 'Polygon', coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] });

const rows = [
  row({ id: 'meals/2', kind: 'patch', rank: 2, people: 10 }, square(4, 0)), row({ id: 'meals/rest/W', kind: 'rest', rank: null, people: 3 }),
  row({ id: 'meals/1', kind: 'patch', rank: 1, people: 16 }, square(0, 0)), row({ id: 'meals/rest/', kind: 'rest', rank: null, people: 1 }),
];

/** @param {Partial<{overlays: string[], known: boolean}>} [about] */
function patches({ overlays = ['patches'], known = true } = {}) {
  const asked = /** @type {any[]} */ ([]);
  const session = { store: { state: { overlays } }, service: { code: 'meals' }, results: { rows: (/** @type {string} */ layer, /** @type {any} */ filters) => { asked.push([layer, filters]); return known ? rows : null; } } };
  return { asked, patches: new Patches(/** @type {any} */ (session)) };
}

test('patches stand by rank, and remainders apart', () => {
  const { patches: own, rest } = split(rows);
  assert.deepEqual(own.map(({ properties }) => properties.id), ['meals/1', 'meals/2']);
  assert.equal(peopleOf(own) + peopleOf(rest), 30);
  assert.equal(serviceOf('meals/12'), 'meals');
});

test('a patch is found by its place and by its id, but only where patches are drawn', () => {
  const { patches: on, asked } = patches();
  assert.equal(on.at(0.5, 0.5)?.properties.id, 'meals/1');
  assert.equal(on.at(4.5, 0.5)?.properties.id, 'meals/2');
  assert.equal(on.at(2.5, 0.5), null);
  assert.equal(on.find('meals/2')?.properties.people, 10);
  assert.deepEqual(asked[0], ['gap_patches', { service: 'meals' }]);
  assert.equal(on.shown, on.shown, 'the same list while the rows are the same, so that nothing is drawn twice');
  assert.equal(patches({ overlays: [] }).patches.at(0.5, 0.5), null);
  assert.deepEqual(patches({ known: false }).patches.shown, []);
});

test('nobody asks the server for patches that are not looked at', () => {
  const { patches: off, asked } = patches({ overlays: [] });
  assert.deepEqual([off.shown, off.at(0, 0)], [[], null]);
  assert.deepEqual(asked, []);
});

test('the Lorenz curve begins at nothing and ends with all', () => {
  const points = [row({ point: 2, cum_people_share: 1, cum_walk_share: 1 }), row({ point: 1, cum_people_share: 0.5, cum_walk_share: 0.2 })];
  assert.deepEqual(lorenzPoints(points), [[0, 0], [0.5, 0.2], [1, 1]]);
  assert.equal(upperHalf(points), 0.8);
});

test('without figures there is no curve', () => {
  assert.equal(lorenzPoints([]), null);
  assert.equal(lorenzPoints([row({ point: 1, cum_people_share: 1, cum_walk_share: null })]), null);
  assert.equal(upperHalf([row({ point: 1, cum_people_share: 0.5, cum_walk_share: null })]), null);
});

test('groups stand in the order of the workspace, subdistricts by how far their worst-off walk', () => {
  const groups = byGroup([row({ group: 'b' }), row({ group: 'x' }), row({ group: 'a' })], [{ code: 'a' }, { code: 'b' }]);
  assert.deepEqual(groups.map(({ properties }) => properties.group), ['a', 'b']);
  const parts = worstFirst([row({ code: '3', worst_decile_min: null }), row({ code: '2', worst_decile_min: 9 }), row({ code: '1', worst_decile_min: 9 }), row({ code: '4', worst_decile_min: 12 })]);
  assert.deepEqual(parts.map(({ properties }) => properties.code), ['4', '1', '2', '3']);
});

test('a concentration index leans one way or the other', () => {
  assert.deepEqual([null, 0.004, 0.2, -0.2].map(leaning), ['none', 'even', 'burdened', 'favoured']);
});
