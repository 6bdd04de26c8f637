import test from 'node:test';
import assert from 'node:assert/strict';
import { areaLabels, coverLabels, middleOf, placeLabels, streetLabels } from '../src/layers/labelling.js';
import { worldX, worldY } from '../src/data/projection.js';

/** @param {any} geometry @param {Record<string, any>} properties @returns {any} */
const feature = (geometry, properties) => ({ type: 'Feature', geometry, properties });

test('the name of an area with a hole stands beside the hole, in the widest part', () => {
  const ring = [[0, 0], [10, 0], [10, 4], [0, 4], [0, 0]];
  const hole = [[1, 1], [4, 1], [4, 3], [1, 3], [1, 1]];
  assert.deepEqual(middleOf({ type: 'Polygon', coordinates: [ring, hole] }), { lon: 7, lat: 2, width: 6 });
});

test('the name of a crescent stands on it and not in its bay', () => {
  const ring = [[0, 0], [9, 0], [9, 9], [6, 9], [6, 3], [3, 3], [3, 9], [0, 9], [0, 0]];
  const { lon, lat } = middleOf({ type: 'Polygon', coordinates: [ring] });
  assert.ok(lat > 3 && (lon < 3 || lon > 6), `${lon} ${lat}`);
});

test('of several parts the most detailed carries the name', () => {
  const square = [[[20, 20], [21, 20], [21, 21], [20, 20]]];
  const lake = [[[0, 0], [4, 0], [5, 1], [4, 2], [0, 2], [0, 0]]];
  assert.equal(middleOf({ type: 'MultiPolygon', coordinates: [square, lake] }).lat < 3, true);
});

test('a name of 10,000 letters is cut between letters, never within one', () => {
  const [label] = placeLabels([{ text: '🏥'.repeat(10_000), lon: 1, lat: 2 }]);
  assert.equal(label.text, `${'🏥'.repeat(18)}…`);
  assert.deepEqual(placeLabels([{ text: 'Chunkang Subdistrict', lon: 1, lat: 2 }, { text: 'x'.repeat(40), lon: 1, lat: 2 }]).map(({ text }) => text.length), [20, 37]);
  assert.deepEqual([label.x, label.y], [worldX(1), worldY(2)]);
});

test('what has no name or no shape has no label', () => {
  const square = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] };
  assert.deepEqual(coverLabels([feature(square, { name: null, kind: 'water' }), feature(null, { name: 'x', kind: 'park' })]), []);
  assert.deepEqual(areaLabels([feature(square, { name: 'x', level: 'district' })], 'zh'), []);
  assert.deepEqual(streetLabels([feature({ type: 'LineString', coordinates: [[0, 0], [0, 0]] }, { name: 'x' })]), []);
});

test('street names are never upside down', () => {
  const [label] = streetLabels([feature({ type: 'LineString', coordinates: [[1, 0], [0, 0.1]] }, { name: '街' })]);
  assert.ok(Math.abs(label.angle) < Math.PI / 2);
});
