import test from 'node:test';
import assert from 'node:assert/strict';
import { Shapes } from '../src/data/shapes.js';
import { worldX, worldY } from '../src/data/projection.js';
import { askedBox, holdsBox, isLong, isRejected, OUTCOMES } from '../src/ledger.js';
import { certified, mergedByBand, originOf } from '../src/reach.js';
import { changeOf, ends } from '../src/remedy.js';
import { outcomeColour } from '../src/outcomes.js';
import { legs, partRows, pathStretches } from '../src/walkParts.js';

/** @import { Feature, Fix } from '../src/types.js' */

/** @param {any} coordinates @param {Record<string, any>} properties @returns {Feature} */
const line = (coordinates, properties) => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } });

/** @type {Fix} */
const fix = { kind: 'new_link', id: null, name: null, lon: 1, lat: 2, to: { lon: 3, lat: 4 }, gap_m: 20, cost_cny: null, metres: 100, seconds: 100 };

test('parts that are nothing are left out, and the shares are of the time', () => {
  const rows = partRows({ off_network_m: 10, off_network_s: 10, street_m: 70, street_s: 70, crossing_m: 0, crossing_s: 0, steps_m: 50, steps_s: 100, delay_s: 20 });
  assert.deepEqual(rows.map(({ kind }) => kind), ['off_network', 'street', 'steps', 'delay']);
  assert.deepEqual(rows.map(({ share }) => share), [0.05, 0.35, 0.5, 0.1]);
  assert.equal(rows[3].metres, null);
});

test('a path is cut into legs, streets, steps and crossings', () => {
  const path = [[0, 0], [0, 0.0002], [0, 0.001], [0, 0.002], [0.001, 0.002], [0.001, 0.0021]];
  const edges = [line([[0, 0.003], [0, 0.001]], { steps: true }), line([[0, 0.002], [0.001, 0.002]], { crossing: 'zebra' }), line([[5, 5], [6, 6]], { steps: true })];
  const stretches = pathStretches(path, edges, 33.36);
  assert.deepEqual(stretches.map(({ kind }) => kind), ['off_network', 'street', 'steps', 'crossing', 'off_network']);
  assert.deepEqual(stretches.map(({ coordinates }) => coordinates.length), [2, 2, 2, 2, 2]);
  assert.deepEqual(stretches[1].coordinates[0], path[1]);
});

test('pieces of one kind are one line, and the last of two legs never joins the first', () => {
  const path = [[0, 0], [0, 0.0001], [0, 0.0005], [0, 0.0009]];
  assert.deepEqual(pathStretches(path, [], 0).map(({ kind, coordinates }) => [kind, coordinates.length]), [['street', 4]]);
  assert.deepEqual(pathStretches([[0, 0], [0, 0.0001], [0, 0.0002]], [], 22.2).length, 2);
});

test('which ends of a path are legs is told by the metres off the network', () => {
  const path = [[0, 0], [0, 0.0001], [0, 0.001], [0, 0.0013]];
  assert.deepEqual(legs(path, 11.1), [true, false]);
  assert.deepEqual(legs(path, 33.4), [false, true]);
  assert.deepEqual(legs(path, 44.5), [true, true]);
  assert.deepEqual(legs(path, 0), [false, false]);
  assert.deepEqual(legs([[0, 0]], 5), [false, false]);
});

test('lines of a band are drawn as one, the longest walks below', () => {
  const merged = mergedByBand([line([[0, 0], [1, 1]], { band_s: 300 }), line([[1, 1], [2, 2]], { band_s: 900 }), line([[2, 2], [3, 3]], { band_s: 300 })]);
  assert.deepEqual(merged.map(({ properties }) => properties.band_s), [900, 300]);
  assert.deepEqual(merged[1].geometry?.coordinates, [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]);
});

test('bands start from what is one place', () => {
  const idle = () => ({ type: /** @type {const} */ ('Feature'), properties: {}, geometry: { type: 'Point', coordinates: [7, 8] } });
  const none = () => null;
  assert.deepEqual(originOf({ kind: 'facility', id: 'F1' }, none), { facilities: ['F1'] });
  assert.deepEqual(originOf({ kind: 'place', lon: 1, lat: 2 }, none), { at: [{ lon: 1, lat: 2 }] });
  assert.deepEqual(originOf({ kind: 'site', lon: 1, lat: 2, idle: 'I1' }, none), { at: [{ lon: 1, lat: 2 }] });
  assert.deepEqual(originOf({ kind: 'idle', id: 'I1' }, idle), { at: [{ lon: 7, lat: 8 }] });
  assert.equal(originOf({ kind: 'idle', id: 'I1' }, none), null);
  assert.equal(originOf({ kind: 'area', level: 'community', code: '1' }, none), null);
  assert.equal(originOf(null, none), null);
});

test('each figure of a certificate has its own buildings', () => {
  const of = (/** @type {string} */ id) => ({ buildings: 1, people: 2, ids: [id] });
  const band = { band_m: 1, band_s: 1, area_m2: 1, covered_buildings: 1, covered_people: 1, covered_outside: of('a'), uncovered_inside: of('b'), circle: { area_m2: 1, ratio: 1, wrong: of('c'), missed: of('d') } };
  assert.deepEqual((/** @type {const} */ (['outside', 'inside', 'circle', 'missed'])).map((kind) => certified(band, kind)?.ids[0]), ['a', 'b', 'c', 'd']);
  assert.equal(certified({ ...band, covered_outside: null }, 'outside'), null);
});

test('a fix is tried as the change that it is', () => {
  assert.deepEqual(changeOf(fix), { add_paths: [{ coordinates: [[1, 2], [3, 4]], residents_only: false }] });
  assert.deepEqual(changeOf({ ...fix, kind: 'open_gate', id: 'G1', to: null }), { open_gates: ['G1'] });
  assert.deepEqual(changeOf({ ...fix, kind: 'idle_space', id: 'I1', to: null }), { add: [{ lon: 1, lat: 2 }] });
  assert.deepEqual(ends({ ...fix, to: null }), [[1, 2]]);
});

test('the box that is asked for holds the view and a little around it', () => {
  const view = [108.9, 34.2, 108.92, 34.21];
  const box = askedBox(view);
  assert.ok(holdsBox(box, view));
  assert.ok(holdsBox(box, [108.891, 34.196, 108.911, 34.206]), 'half a view aside');
  assert.equal(holdsBox(box, [108.88, 34.2, 108.9, 34.21]), false);
  assert.equal(holdsBox(null, view), false);
});

test('a leg of 50 m is not long, and every outcome has a colour', () => {
  assert.equal(isLong(line([], { off_network_m: 50 })), false);
  assert.equal(isLong(line([], { off_network_m: 50.1 })), true);
  assert.equal(isLong(line([], { off_network_m: null })), false);
  assert.deepEqual(OUTCOMES.filter(isRejected), ['not_linked_too_far', 'not_linked_no_open_gate']);
  for (const theme of /** @type {const} */ (['light', 'dark'])) for (const outcome of OUTCOMES) assert.match(outcomeColour(outcome, theme), /^#[0-9a-f]{6}$/);
});

test('the distance to a line is to its nearest part, also past its ends', () => {
  const shapes = new Shapes([line([[0, 0], [1, 0], [1, 1]], {}), line([[3, 3], [3, 3]], {})]);
  /** @param {number} shape @param {number} lon @param {number} lat */
  const degrees = (shape, lon, lat) => shapes.distanceToLine(shape, worldX(lon) - shapes.originX, worldY(lat) - shapes.originY) / (256 / 360);
  assert.ok(Math.abs(degrees(0, 0.5, 0) - 0) < 1e-5);
  assert.ok(Math.abs(degrees(0, 1.5, 0.5) - 0.5) < 1e-3);
  assert.ok(Math.abs(degrees(0, -0.5, 0) - 0.5) < 1e-5);
  assert.ok(Math.abs(degrees(1, 3.2, 3) - 0.2) < 1e-5, 'a line of one spot is a point');
});
