import test from 'node:test';
import assert from 'node:assert/strict';
import { GridIndex } from '../src/data/gridIndex.js';
import { offset, worldX, worldY } from '../src/data/projection.js';
import { Shapes } from '../src/data/shapes.js';

/** @param {any} coordinates @param {string} [type] */
const feature = (coordinates, type = 'Polygon') => ({ type: /** @type {const} */ ('Feature'), properties: {}, geometry: { type, coordinates } });

/** @param {number} west @param {number} south @param {number} side */
const square = (west, south, side) => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];

test('the grid finds what a look at every box finds', () => {
  let seed = 42;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const boxes = new Float32Array(4 * 2000);
  for (let i = 0; i < 2000; i++) {
    const [x, y] = [random() * 100, random() * 50];
    boxes.set([x, y, x + random() * 3, y + random() * 3], i * 4);
  }
  const index = new GridIndex(boxes);
  for (let query = 0; query < 200; query++) {
    const [left, top] = [random() * 110 - 5, random() * 60 - 5];
    const [right, bottom] = [left + random() * 10, top + random() * 10];
    const expected = [];
    for (let i = 0; i < 2000; i++) {
      const [l, t, r, b] = boxes.subarray(i * 4, i * 4 + 4);
      if (l <= right && r >= left && t <= bottom && b >= top) expected.push(i);
    }
    assert.deepEqual([...index.search(left, top, right, bottom)], expected);
  }
});

test('a layer without features can be asked', () => {
  assert.equal(new Shapes([]).at(0, 0, 1), -1);
});

test('a building is hit inside its outline, not in its yard', () => {
  const shapes = new Shapes([feature([square(108.95, 34.25, 0.001), square(108.9502, 34.2502, 0.0006)])]);
  assert.equal(shapes.at(108.95005, 34.25005, 0), 0);
  assert.equal(shapes.contains(0, worldX(108.9505) - shapes.originX, worldY(34.2505) - shapes.originY), false);
});

test('a feature without geometry keeps its position and is never hit', () => {
  const shapes = new Shapes([feature([square(0, 0, 0.001)]), { ...feature(null), geometry: null }, feature([0.5, 0.5], 'Point')]);
  assert.equal(shapes.count, 3);
  assert.equal(shapes.at(0.5, 0.5, 1e-4), 2);
  assert.equal(shapes.at(0.0005, 0.0005, 0), 0);
});

test('outer rings run one way and holes the other, however they are written', () => {
  for (const outer of [square(0, 0, 1), square(0, 0, 1).reverse()]) {
    const shapes = new Shapes([feature([outer, square(0.2, 0.2, 0.2)])]);
    const area = [0, 1].map((ring) => {
      let sum = 0;
      for (let i = shapes.firstPoint[ring]; i < shapes.firstPoint[ring + 1] - 1; i++) {
        sum += shapes.xy[i * 2] * shapes.xy[i * 2 + 3] - shapes.xy[i * 2 + 2] * shapes.xy[i * 2 + 1];
      }
      return Math.sign(sum);
    });
    assert.deepEqual(area, [1, -1]);
  }
});

test('a step of five metres is five metres in every direction', () => {
  const at = { lon: 108.95, lat: 34.25 };
  const north = offset(at, 0, 5);
  const east = offset(at, 5, 0);
  assert.ok(Math.abs((north.lat - at.lat) * 111319.5 - 5) < 0.01);
  assert.ok(Math.abs((east.lon - at.lon) * 111319.5 * Math.cos((34.25 * Math.PI) / 180) - 5) < 0.01);
});
