import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shapes } from '../src/data/shapes.js';
import { snap } from '../src/data/snap.js';
import { changesOfText, changesText, countOf, joined, laidOver, questionOf, unlinkedOf, without } from '../src/scenario/changes.js';
import { Scenario } from '../src/scenario/scenario.js';

const at = (/** @type {number} */ lon, /** @type {string[]} */ services, from = /** @type {string|null} */ (null)) => ({ lon, lat: 34, services, from });

test('a later change about the same thing takes the place of the former', () => {
  const first = joined({}, { add: [at(1, ['meals'], 'S1')], close: ['F1'], set_services: [{ id: 'F2', services: ['meals'] }] });
  const then = joined(first, { add: [at(2, ['meals', 'health'], 'S1')], set_services: [{ id: 'F2', services: [] }], close: ['F1', 'F3'] });
  assert.deepEqual(then, { add: [at(2, ['meals', 'health'], 'S1')], close: ['F1', 'F3'], set_services: [{ id: 'F2', services: [] }] });
  assert.equal(countOf(then), 4);
});

test('places that come from nowhere and paths stand beside each other', () => {
  const path = { coordinates: [[1, 2], [3, 4]], residents_only: false };
  const both = joined(joined({ add: [at(1, ['meals'])] }, { add: [at(2, ['meals'])], add_paths: [path] }), { add_paths: [path] });
  assert.equal(both.add?.length, 2);
  assert.equal(both.add_paths?.length, 2);
});

test('a gate is either opened or closed, and a list without entries is none', () => {
  assert.deepEqual(joined({ close_gates: ['G1', 'G2'] }, { open_gates: ['G1'] }), { open_gates: ['G1'], close_gates: ['G2'] });
  assert.deepEqual(joined({ open_gates: ['G1'] }, { close_gates: ['G1'] }), { close_gates: ['G1'] });
  assert.deepEqual(without({ close: ['F1'] }, 'close', 0), {});
});

test('a new place counts for the services that it gives, everything else for all', () => {
  const changes = { add: [at(1, ['meals']), at(2, ['health', 'meals'])], open_gates: ['G1'] };
  assert.deepEqual(questionOf(changes, 'health'), { open_gates: ['G1'], add: [{ lon: 2, lat: 34 }] });
  assert.deepEqual(questionOf(changes, 'culture'), { open_gates: ['G1'] });
  assert.deepEqual(laidOver(questionOf(changes, 'health'), { add: [{ lon: 9, lat: 9 }] }), { open_gates: ['G1'], add: [{ lon: 2, lat: 34 }, { lon: 9, lat: 9 }] });
});

test('changes survive the address, odd ids too; what is no change is left out', () => {
  const changes = { add: [at(108.9512344, ['meals'], 'S;1:"é')], close: ['<script>'], add_paths: [{ coordinates: [[1, 2], [3, 4]], residents_only: false }] };
  assert.deepEqual(changesOfText(changesText({ ...changes, add: [at(108.95123441, ['meals'], 'S;1:"é')] })), { ...changes, add: [at(108.9512344, ['meals'], 'S;1:"é')] });
  for (const text of [null, '', 'null', '7', '{', '{"add":[{"lon":1}]}', '{"close":[7]}', '{"add_paths":[{"coordinates":[[1,2]]}]}', '{"moon":["x"]}']) assert.equal(changesOfText(text), null, String(text));
});

/** A session that has no server. */
function session() {
  const store = { /** @type {any} */ state: { changes: null, minutes: null }, set(/** @type {any} */ patch) { Object.assign(store.state, patch); } };
  return /** @type {any} */ ({ store, service: { code: 'meals', group: 'all' }, changed() {} });
}

test('steps are taken back and made again, and a new step forgets what could be made again', () => {
  const host = session();
  const scenario = new Scenario(host);
  scenario.apply({ close: ['F1'] });
  scenario.apply({ open_gates: ['G1'] });
  scenario.undo();
  assert.deepEqual(host.store.state.changes, { close: ['F1'] });
  scenario.undo();
  assert.equal(host.store.state.changes, null);
  assert.equal(scenario.isEmpty, true);
  scenario.undo();
  scenario.redo();
  scenario.redo();
  scenario.redo();
  assert.deepEqual(host.store.state.changes, { close: ['F1'], open_gates: ['G1'] });
  scenario.undo();
  scenario.remove('close', 0);
  scenario.redo();
  assert.equal(host.store.state.changes, null);
  scenario.undo();
  assert.deepEqual(host.store.state.changes, { close: ['F1'] });
});

test('a change whose place has no street near is named by its list and place, new places before moved ones', () => {
  const changes = /** @type {any} */ ({ add: [{ services: ['meals'] }, { services: ['health'] }, { services: ['health', 'meals'] }], move: [{ id: 'F1' }, { id: 'F2' }] });
  const links = [true, false, true, false].map((linked) => ({ linked }));
  assert.deepEqual([...unlinkedOf(changes, 'meals', links)], ['add/2', 'move/1']);
  assert.deepEqual([...unlinkedOf(changes, 'meals', [])], []);
  assert.deepEqual([...unlinkedOf({}, 'meals', links)], []);
});

test('a shape that is left out draws no point to it', () => {
  const street = (/** @type {number} */ lat) => /** @type {any} */ ({ properties: {}, geometry: { type: 'LineString', coordinates: [[109, lat], [109.01, lat]] } });
  const shapes = new Shapes([street(34), street(34.0001)]);
  const tolerance = 14 / 2 ** 16;
  assert.ok(Math.abs((snap(shapes, 109.005, 34.00002, tolerance)?.lat ?? 0) - 34) < 1e-6);
  assert.ok(Math.abs((snap(shapes, 109.005, 34.00002, tolerance, 0)?.lat ?? 0) - 34.0001) < 1e-6);
});

test('a point snaps to a corner before a street, and to nothing far away', () => {
  const street = /** @type {any} */ ({ properties: {}, geometry: { type: 'LineString', coordinates: [[109, 34], [109.01, 34], [109.01, 34.01]] } });
  const shapes = new Shapes([street]);
  const tolerance = 14 / 2 ** 16;
  const corner = snap(shapes, 109.00998, 34.00001, tolerance);
  assert.equal(corner?.isVertex, true);
  assert.ok(Math.abs((corner?.lon ?? 0) - 109.01) < 1e-6 && Math.abs((corner?.lat ?? 0) - 34) < 1e-6);
  const middle = snap(shapes, 109.005, 34.00005, tolerance);
  assert.equal(middle?.isVertex, false);
  assert.ok(Math.abs((middle?.lon ?? 0) - 109.005) < 1e-6 && Math.abs((middle?.lat ?? 0) - 34) < 1e-6);
  assert.equal(snap(shapes, 109.005, 34.01, tolerance), null);
});
