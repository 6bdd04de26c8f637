import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shapes } from '../src/data/shapes.js';
import { Walks } from '../src/data/walks.js';
import { dirtyBox } from '../src/layers/dirtyBox.js';
import { Frame } from '../src/layers/frame.js';
import { START, isMove } from '../src/state.js';

// The layer knows the theme, which asks the browser; which colours come out does not matter here.
Object.assign(globalThis, { window: { matchMedia: () => ({ matches: false, addEventListener() {} }) }, document: { documentElement: { dataset: {} } } });
const { BuildingsLayer } = await import('../src/layers/buildings.js');

/** A repeatable stream of numbers from 0 to 1 (Park and Miller). @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => { state = (state * 48271) % 2147483647; return state / 2147483647; };
}

const LIMIT = { limit_m: 300, limit_s: 300, typed: 'minutes' };

/** @param {number} n @param {() => number} next @returns {any[]} */
const city = (n, next) => Array.from({ length: n }, (_, i) => {
  const [lon, lat] = [109 + next() / 50, 34 + next() / 50];
  return { properties: { id: `B${i}`, population: next() < 0.1 ? 0 : 5 }, geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + 1e-4, lat], [lon + 1e-4, lat + 1e-4], [lon, lat]]] } };
});

/** @param {number} n @param {() => number} next @returns {any} */
const column = (n, next) => Array.from({ length: n }, () => (next() < 0.1 ? null : next() * 2000));

test('laying changes over an answer, one after the other, is the same as laying the last over it alone', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const next = numbers(seed);
    const n = 200;
    const coverage = /** @type {any} */ ({ buildings: { seconds: column(n, next), metres: column(n, next) } });
    const features = city(n, next);
    /** @type {number[]} */
    const repainted = [];
    const tiles = /** @type {any} */ ({ repaint() {}, repaintShapes: (/** @type {any} */ _, /** @type {number[]} */ shapes) => repainted.push(...shapes) });
    const [walks, layer] = [new Walks(coverage), new BuildingsLayer(features, tiles)];
    layer.setWalks(walks, LIMIT);
    for (let step = 0; step < 10; step++) {
      const index = Array.from({ length: n }, (_, i) => i).filter(() => next() < 0.2);
      const change = step % 4 === 3 ? undefined : { index, seconds: column(index.length, next), metres: column(index.length, next) };
      const before = [...layer.band].map((band, i) => `${band} ${layer.outside[i]}`);
      repainted.length = 0;
      layer.changeWalks(walks.change(change), walks, LIMIT);
      const [alone, fresh] = [new Walks(coverage), new BuildingsLayer(features, tiles)];
      alone.change(change);
      fresh.setWalks(alone, LIMIT);
      assert.deepEqual(walks.seconds, alone.seconds);
      assert.deepEqual(walks.metres, alone.metres);
      assert.deepEqual([layer.band, layer.outside], [fresh.band, fresh.outside]);
      const changed = before.flatMap((look, i) => (look === `${layer.band[i]} ${layer.outside[i]}` ? [] : [i]));
      assert.deepEqual([...new Set(repainted)].sort((a, b) => a - b), changed, 'all that look another way are painted, and no others');
    }
  }
});

test('the part that is painted anew holds every changed shape of the tile, in whole blocks', () => {
  const next = numbers(7);
  const shapes = new Shapes(city(300, next));
  for (let run = 0; run < 50; run++) {
    const changed = Array.from({ length: 300 }, (_, i) => i).filter(() => next() < 0.02);
    const zoom = 13 + Math.floor(next() * 4);
    const [left, top] = [(shapes.originX * 2 ** zoom) / 512, (shapes.originY * 2 ** zoom) / 512];
    const frame = new Frame({ x: Math.floor(left), y: Math.floor(top), z: zoom }, 512);
    const box = dirtyBox(shapes, changed, frame);
    const inTile = changed.filter((shape) => frame.shapes(shapes, 4).includes(shape));
    assert.equal(box !== null, inTile.length > 0);
    if (!box) continue;
    for (const edge of [box.left, box.top, box.right, box.bottom]) assert.ok(edge === 512 || edge % 60 === 0);
    const part = Frame.of(zoom, frame.leftPx + box.left, frame.topPx + box.top, box.right - box.left, box.bottom - box.top);
    for (const shape of inTile) assert.ok(part.shapes(shapes, 4).includes(shape));
  }
});

test('a drag is a move; a site put elsewhere from an idle space, or with another question, is not', () => {
  const at = (/** @type {number} */ lon, idle = null, more = {}) => /** @type {any} */ ({ ...START, selection: { kind: 'site', lon, lat: 34, idle }, ...more });
  assert.equal(isMove(at(1), at(2)), true);
  assert.equal(isMove(at(1), at(2, null, { view: { lon: 1, lat: 2, zoom: 3 } })), true);
  assert.equal(isMove(at(1), at(2, null, { minutes: 10 })), false);
  assert.equal(isMove(at(1), at(2, /** @type {any} */ ('S1'))), false);
  assert.equal(isMove(at(1), /** @type {any} */ ({ ...START })), false);
});
