import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, browserPath, hasOgr, openPage, planner, settled, startBrowser, startServer } from './support.js';
import { HOSTILE, KEYS, LAYERS, TEXTS, hostileKey, startHostile } from './hostile.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let sample;
/** @type {Awaited<ReturnType<typeof startHostile>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  if (skip) return;
  sample = await startServer();
  server = await startHostile(sample);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await sample?.stop();
});

/** @param {string} layer @returns {Promise<any[]>} */
const features = async (layer) => (await ask(`${server.url}/ogc/collections/${layer}/items?limit=60`)).features;

/** Rows of texts in the order of their keys; an empty text is none. @param {any[]} rows @param {string[]} columns @returns {(string|null)[][]} */
const byKey = (rows, columns) => rows.map((row) => columns.map((name) => row[name] || null)).sort((a, b) => (String(a) < String(b) ? -1 : 1));

/** @param {string} file @param {string[]} [layers] @returns {any[]} its rows as GDAL reads them */
function readByGdal(file, layers = []) {
  const text = execFileSync('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', file, ...layers, '--config', 'OGR_XLSX_HEADERS', 'FORCE', '--config', 'OGR_XLSX_FIELD_TYPES', 'STRING'], { maxBuffer: 1 << 29, stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(text.toString()).features.map((/** @type {any} */ { properties }) => properties);
}

/** The texts of an exported file. @param {string} layer @param {string} format @param {string[]} columns @returns {Promise<(string|null)[][]>} */
async function exported(layer, format, columns) {
  const folder = mkdtempSync(join(tmpdir(), 'planner-export-'));
  try {
    const answer = await fetch(`${server.url}/api/v1/export/${layer}.${format}`);
    assert.equal(answer.status, 200, `${layer}.${format}`);
    const file = join(folder, `${layer}.${format === 'shp' ? 'zip' : format}`);
    if (format !== 'shp') assert.match(answer.headers.get('content-disposition') ?? '', new RegExp(`filename="?${layer}\\.${format}"?`));
    writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
    if (format === 'shp') return byKey(readShapefile(`/vsizip/${file}/${layer}`, columns.some((name) => TEXTS.has(name))), columns);
    const rows = readByGdal(file, format === 'xlsx' ? [layer] : []);
    return byKey(format === 'kml' ? rows.map((row) => ({ ...row, name: row.Name })) : rows, columns);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A shapefile with its key of names and its long texts. @param {string} path without ending @param {boolean} hasTexts @returns {any[]} */
function readShapefile(path, hasTexts) {
  const names = new Map(readByGdal(`${path}.fields.csv`).map(({ field, column }) => [field, column]));
  const rows = readByGdal(`${path}.dbf`).map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [names.get(field) ?? field, value])));
  const known = new Map(rows.map((row) => [row.id ?? row.code, row]));
  for (const { id, column, text } of hasTexts ? readByGdal(`${path}.texts.csv`) : []) known.get(id)[column] = text;
  return rows;
}

/** Holds that nothing of the data ran or became markup, and that the page is as wide as its window. @param {import('playwright-core').Page} page @param {string} where */
async function unharmed(page, where) {
  const found = await page.evaluate(() => ({
    pwned: /** @type {any} */ (window).__pwned ?? null, markup: [...document.querySelectorAll('body script, img[onerror], svg[onload], a[href^="javascript:"], body title:not(svg title)')].map((element) => element.outerHTML.slice(0, 80)),
    wide: [document.documentElement, ...document.querySelectorAll('#detail, #side, #rail, .side-scroll')].filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && !element.querySelector('.results-scroll, table')).map((element) => element.id || element.className),
  }));
  assert.deepEqual(found, { pwned: null, markup: [], wide: [] }, where);
}

test('hostile texts are shown as text in every state of the page', { skip }, async () => {
  const { page, errors, strangers } = await openPage(browser, server.url);
  const pick = (/** @type {any} */ feature) => encodeURIComponent(feature.properties.id ?? feature.properties.code);
  const [buildings, facilities, spaces, gates, edges, areas] = await Promise.all(['buildings', 'facilities', 'idle_spaces', 'entrances', 'walk_edges', 'boundaries'].map(features));
  const community = areas.find(({ properties }) => properties.level === 'community');
  const states = [
    '', '&at=108.95,34.2475,18', `&pick=building:${pick(buildings[0])}`, `&pick=gate:${pick(gates[0])}`, `&pick=edge:${pick(edges[4])}`, `&pick=area:community:${pick(community)}`, ...facilities.slice(0, 3).map((row) => `&pick=facility:${pick(row)}`),
    ...spaces.slice(0, 5).map((row) => `&pick=idle:${pick(row)}`), '&task=choose', '&task=report', ...['import', 'health', 'rules', 'equity', 'siting', 'charts', 'scenario', 'edit'].map((panel) => `&panel=${panel}`), `&panel=edit&pick=idle:${pick(spaces[0])}`,
    ...['needs', 'need_matches', 'demand_list', 'indicators'].map((table) => `&panel=results&table=${table}`), '&layers=patches,ledger,faults',
  ];
  for (const state of states) {
    await page.goto(`${server.url}/?lang=${state.length % 2 ? 'zh' : 'en'}${state}`);
    await settled(page);
    await unharmed(page, state);
    const row = spaces.find((space) => state.endsWith(`pick=idle:${pick(space)}`));
    if (row) assert.equal(await page.locator('#detail h2').textContent(), row.properties.name);
  }
  assert.deepEqual([errors, strangers], [[], []]);
  await page.context().close();
});

test('hostile texts are found, scenarios and edits keep them, and the address gives them back', { skip }, async () => {
  const { page, errors } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&panel=scenario`);
  await settled(page);
  for (const text of [HOSTILE[0], HOSTILE[1], HOSTILE[3].slice(0, 12)]) {
    await page.locator('#search').fill(text);
    await page.waitForTimeout(150);
    await unharmed(page, `search ${text}`);
  }
  const [space] = await features('idle_spaces');
  const changes = { add: [{ lon: space.geometry.coordinates[0], lat: space.geometry.coordinates[1], services: ['meals'], from: space.properties.id, name: HOSTILE[1] }], close: [(await features('facilities'))[0].properties.id] };
  await page.goto(`${server.url}/?lang=en&panel=scenario&changes=${encodeURIComponent(JSON.stringify(changes))}`);
  await settled(page);
  await page.locator('#scenario-new-name').fill(HOSTILE[1]);
  await page.locator('#scenario-save-as').click();
  await page.locator('#scenario-list li', { hasText: 'onerror' }).waitFor();
  await unharmed(page, 'scenario');
  assert.deepEqual(errors, []);
  await page.context().close();
});

for (const layer of LAYERS) {
  test(`every export of ${layer} gives the hostile texts back as they are, read by GDAL`, { skip: skip || (hasOgr() ? false : 'no ogr2ogr; install gdal-bin') }, async () => {
    const rows = (await ask(`${server.url}/api/v1/export/${layer}.geojson`)).features.map((/** @type {any} */ { properties }) => properties);
    assert.ok(rows.length >= Math.min((await features(layer)).length, 60));
    const columns = Object.keys(rows[0]).filter((name) => TEXTS.has(name) || KEYS.has(name));
    for (const row of rows) {
      for (const name of columns) {
        assert.ok(TEXTS.has(name) ? HOSTILE.includes(row[name]) : row[name] === null || row[name].endsWith(hostileKey('')), `${layer}.${name}: ${row[name]}`);
      }
    }
    for (const format of ['csv', 'xlsx', 'gpkg', 'fgb', 'kml', 'shp']) {
      const read = await exported(layer, format, columns);
      assert.deepEqual(read, byKey(rows, columns), `${layer}.${format}`);
    }
  });
}

/** A piece of each hostile text that is in no other text: who shows it shows it all. */
const SIGNS = ['<script>', 'onerror', '&amp;', 'txet', '长长', '🏴', 'and a tab', '=cmd', ']]>', '{{', 'passwd', 'javascript:', '</title>'];

/** Texts of which a part is missing or another. @param {any[]} rows @returns {{broken: string[], hostile: number}} */
function partsOf(rows) {
  const texts = rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'));
  const broken = texts.filter((text) => SIGNS.some((sign, k) => text.includes(sign) && !text.includes(HOSTILE[k])) || (text.includes('"<i') && !text.includes(hostileKey(''))));
  return { broken: broken.map((text) => text.slice(0, 200)), hostile: texts.filter((text) => SIGNS.some((sign) => text.includes(sign)) || text.includes('"<i')).length };
}

test('every file of the results and of a plan has the hostile texts whole, read by GDAL', { skip: skip || (hasOgr() ? false : 'no ogr2ogr; install gdal-bin') }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-results-'));
  try {
    await planner(['assess', '-w', server.workspace, '--out', join(folder, 'results')]);
    await planner(['site', '-w', server.workspace, '--services', 'meals,pharmacy,elderly_care', '--budget', '5000000', '--out', join(folder, 'plan')]);
    /** @type {Record<string, number>} */
    const hostile = {};
    // The gap table is written as the others are, and has 200 MB here.
    for (const file of ['results', 'plan'].flatMap((part) => readdirSync(join(folder, part)).map((name) => `${part}/${name}`)).filter((name) => /\.(csv|geojson)$/.test(name) && !name.endsWith('gap_table.csv'))) {
      const found = partsOf(readByGdal(join(folder, file)));
      assert.deepEqual(found.broken, [], file);
      hostile[file] = found.hostile;
    }
    for (const file of ['results/coverage.geojson', 'results/indicators.csv', 'results/demand_list.csv', 'results/resource_list.geojson', 'results/rectification.csv', 'plan/plan.geojson', 'plan/communities.csv', 'plan/not_chosen.csv']) {
      assert.ok(hostile[file] > 0, `${file} has no hostile text: the test shows nothing of it`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every result layer gives the same texts in each format, read by GDAL', { skip: skip || (hasOgr() ? false : 'no ogr2ogr; install gdal-bin') }, async () => {
  const { layers } = await ask(`${server.url}/api/v1/workspace`);
  let compared = 0;
  for (const { name } of layers.filter((/** @type {any} */ { name, result }) => result && name !== 'gap_table')) {
    const rows = (await ask(`${server.url}/api/v1/export/${name}.geojson`)).features.map((/** @type {any} */ { properties }) => properties);
    const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.some((/** @type {any} */ row) => typeof row[column] === 'string'));
    if (partsOf(rows).hostile === 0) continue;
    for (const format of ['csv', 'xlsx', 'gpkg']) assert.deepEqual(await exported(name, format, columns), byKey(rows, columns), `${name}.${format}`);
    compared++;
  }
  assert.ok(compared >= 10, `${compared} result layers have hostile texts`);
});

test('author and note of edits and photos are text in the log, and are kept', { skip }, async () => {
  const space = (await features('idle_spaces'))[1].properties;
  const [author, note] = [HOSTILE[1], HOSTILE[12]];
  const edit = await ask(`${server.url}/api/v1/edits`, { author, note, edits: [{ layer: 'idle_spaces', id: space.id, action: 'change', properties: { note: HOSTILE[0], owner: HOSTILE[7] }, geometry: null, base: {} }] });
  assert.equal(typeof edit.batch, 'string', JSON.stringify(edit));
  for (const late = Date.now() + 30_000; (await ask(`${server.url}/api/v1/workspace`)).last_edit < edit.seq && Date.now() < late;) await new Promise((resolve) => setTimeout(resolve, 200));
  const query = new URLSearchParams({ of_layer: 'idle_spaces', of_id: space.id, author, note });
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const photo = await fetch(`${server.url}/api/v1/photos?${query}`, { method: 'POST', headers: { 'content-type': 'image/png' }, body: new Uint8Array(picture) });
  assert.equal(photo.status, 201, await photo.text());

  const { page, errors } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&panel=edit&pick=idle:${encodeURIComponent(space.id)}`);
  await settled(page);
  await page.locator('#edit-tab-log').click();
  await page.locator('#edit-log', { hasText: author }).waitFor();
  await page.locator('#edit-log', { hasText: note }).waitFor();
  await unharmed(page, 'log of edits');
  assert.deepEqual(errors, []);
  await page.context().close();

  const { edits } = await ask(`${server.url}/api/v1/edits?batch=${edit.batch}`);
  const { photos } = await ask(`${server.url}/api/v1/photos?of_layer=idle_spaces&of_id=${encodeURIComponent(space.id)}`);
  for (const [row] of [edits, photos]) assert.deepEqual([row.author, row.note], [author, note]);
});

test('an answer about a hostile name is a problem document with the name as text', { skip }, async () => {
  for (const path of [`/api/v1/explain?building=${encodeURIComponent(HOSTILE[1])}&service=meals`, `/ogc/collections/${encodeURIComponent(HOSTILE[0])}`, `/api/v1/photos/${encodeURIComponent(HOSTILE[10])}`]) {
    const answer = await fetch(server.url + path);
    assert.ok(answer.status === 404 || answer.status === 400, `${path} ${answer.status}`);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    await answer.json();
  }
});
