// Makes a workspace of a town of so many buildings, to measure the page with:
//   node bench/bigTown.js 100000 /tmp/town.gpkg
// Blocks of 100 m with eight houses each, a street on every side, a canteen in every 200th block. All of it is invented.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planner } from '../e2e/support.js';

const [, , size, workspace] = process.argv;
const wanted = Number(size);
if (!(wanted >= 8 && wanted <= 4_000_000) || !workspace) throw new Error('usage: node bench/bigTown.js <buildings> <workspace.gpkg>');

const HOUSES = 8;
const side = Math.ceil(Math.sqrt(wanted / HOUSES));
const [M_LON, M_LAT] = [1 / (111_320 * Math.cos((34.25 * Math.PI) / 180)), 1 / 110_940];
const at = (/** @type {number} */ x, /** @type {number} */ y) => [Number((108.9 + x * M_LON).toFixed(7)), Number((34.2 + y * M_LAT).toFixed(7))];

let seed = 7;
/** Park and Miller (1988). */
const lot = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

function* buildings() {
  for (let i = 0; i < wanted; i++) {
    const block = Math.floor(i / HOUSES);
    const [bx, by, house] = [(block % side) * 100, Math.floor(block / side) * 100, i % HOUSES];
    const [x, y, w, d] = [bx + 10 + (house % 4) * 21, by + 15 + Math.floor(house / 4) * 40, 14 + 4 * lot(), 12 + 10 * lot()];
    yield { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[at(x, y), at(x + w, y), at(x + w, y + d), at(x, y + d), at(x, y)]] }, properties: { id: `B${i}`, use: 'residential', population: Math.floor(60 * lot()), dwellings: 12, age_60_79: Math.floor(12 * lot()), population_source: 'given' } };
  }
}

function* streets() {
  for (let y = 0; y <= side; y++) {
    for (let x = 0; x <= side; x++) {
      if (x < side) yield { type: 'Feature', geometry: { type: 'LineString', coordinates: [at(x * 100, y * 100), at(x * 100 + 100, y * 100)] }, properties: { id: `h${x}_${y}`, class: 'residential' } };
      if (y < side) yield { type: 'Feature', geometry: { type: 'LineString', coordinates: [at(x * 100, y * 100), at(x * 100, y * 100 + 100)] }, properties: { id: `v${x}_${y}`, class: 'residential' } };
    }
  }
}

function* facilities() {
  for (let block = 0; block < side * side; block += 200) {
    yield { type: 'Feature', geometry: { type: 'Point', coordinates: at((block % side) * 100 + 50, Math.floor(block / side) * 100 + 3) }, properties: { id: `F${block}`, name: `F${block}`, services: 'meals;elderly_care', status: 'open' } };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'planner-town-'));
for (const [layer, rows] of /** @type {[string, Iterable<object>][]} */ ([['walk_edges', streets()], ['buildings', buildings()], ['facilities', facilities()]])) {
  const path = join(folder, `${layer}.geojson`);
  const file = createWriteStream(path);
  file.write('{"type":"FeatureCollection","features":[\n');
  let isFirst = true;
  for (const row of rows) {
    if (!file.write(`${isFirst ? '' : ',\n'}${JSON.stringify(row)}`)) await once(file, 'drain');
    isFirst = false;
  }
  file.end(']}');
  await once(file, 'finish');
  await planner(['import', path, '-w', workspace, '--layer', layer]);
}
rmSync(folder, { recursive: true });
