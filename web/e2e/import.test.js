import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, browserPath, gbk, hasOgr, openPage, settled, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;
const SHARED = fileURLToPath(new URL('../../../shared/data/shapefile/', import.meta.url));
const LIMIT_MB = 12;
// What a machine busy with other tests may take; docs/performance.md has the figure of a free one.
const RECOGNISED_MS = 30_000;
const NAME = '北林"老店"<b>食堂</b>';
// Within the sample district; the last but one lies some 60 km off and the last has no number.
const ROWS = [
  '编号,名称,服务,经度,纬度,建筑面积,备注', `N001,"${NAME.replaceAll('"', '""')}",meals,108.9502,34.2611,120,新增`, 'N002,东柳餐厅,meals,108.9513,34.2622,95.6,新增',
  'N003,远处餐厅,meals,109.6,34.26,80,', 'N004,坏行,meals,abc,34.26,70,',
];
const csv = (rows = ROWS) => ({ name: '新增 助餐点.csv', mimeType: 'text/csv', buffer: gbk(`${rows.join('\r\n')}\r\n`) });

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  if (skip) return;
  server = await startServer({ own: true, env: { SPATIALPLANNER_MAX_FILE_MB: String(LIMIT_MB) } });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @typedef {import('playwright-core').Page} Page */

/** @param {(page: Page) => Promise<void>} steps @param {string} [query] */
const visit = (steps, query = '?lang=en&service=meals&panel=import') => visitPage(browser, server.url, query, steps);

/** @param {Page} page @param {any} files */
async function choose(page, files) {
  await page.locator('#import-files').setInputFiles(files);
  await page.locator('#import-format, #import-failure').first().waitFor();
}

/** Waits for the answer to a correction. @param {Page} page */
const lookedAgain = (page) => page.locator('.found:not(.is-stale)').waitFor();

/** @param {Page} page */
async function check(page) {
  await page.locator('#import-check').click();
  await page.locator('#import-result').waitFor();
}

const facilities = async () => (await ask(`${server.url}/ogc/collections/facilities/items?limit=1`)).numberMatched;

/** @param {Page} page @param {string} kind */
const counted = async (page, kind) => Number(await page.locator(`[data-layer=facilities] [data-count=${kind}]`).getAttribute('title'));

/** What the browser gets when files are dragged onto the page. @param {Page} page @param {{name: string, bytes?: number[], size?: number}[]} files */
async function drop(page, files) {
  const transfer = await page.evaluateHandle((dropped) => {
    const made = new DataTransfer();
    for (const { name, bytes, size } of dropped) made.items.add(new File([bytes ? Uint8Array.from(bytes) : new Uint8Array(size ?? 0)], name));
    return made;
  }, files);
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('#map', event, { dataTransfer: transfer });
}

test('a table in GBK with Chinese headers is recognised, and cancelled it leaves nothing', { skip }, async () => {
  const before = await facilities();
  await visit(async (page) => {
    await choose(page, csv());
    assert.match(await page.locator('#import-format').innerText(), /^CSV/);
    assert.equal(await page.locator('#import-layer').inputValue(), 'facilities');
    assert.equal(await page.locator('#import-encoding').inputValue(), 'gb18030');
    assert.ok((await page.locator('#import-texts').innerText()).includes('东柳餐厅'));
    assert.equal(await page.locator('#import-check').isDisabled(), true, 'a guess is to be confirmed');
    await page.locator('#encoding-fine').click();
    for (const [column, field] of [['id', '编号'], ['name', '名称'], ['services', '服务'], ['floor_area_m2', '建筑面积'], ['lon', '经度'], ['lat', '纬度']]) {
      assert.equal(await page.locator(`#field-${column}`).inputValue(), field);
    }
    assert.equal(await page.locator('#import-rows tbody tr').count(), ROWS.length - 1);
    assert.equal(await page.locator('path.preview').count(), 3);
    await check(page);
    assert.deepEqual([await counted(page, 'read'), await counted(page, 'taken'), await counted(page, 'rejected')], [4, 3, 1]);
    await page.locator('#import-cancel').click();
    await page.locator('#import-format').waitFor({ state: 'detached' });
    assert.equal(await page.locator('path.preview').count(), 0);
  });
  assert.equal(await facilities(), before);
});

test('an encoding, a field and a coordinate system are corrected', { skip }, async () => {
  await visit(async (page) => {
    await choose(page, csv());
    await page.locator('#import-encoding').selectOption('big5');
    await lookedAgain(page);
    assert.ok(!(await page.locator('#import-texts, #import-failure').first().innerText()).includes('东柳餐厅'), 'not readable as Big5');
    await page.locator('#import-encoding').selectOption('gb18030');
    await lookedAgain(page);
    await page.locator('#field-operator').selectOption('备注');
    await lookedAgain(page);
    assert.equal(await page.locator('#field-operator').inputValue(), '备注');
    await page.locator('#field-name').selectOption('');
    await lookedAgain(page);
    assert.equal(await page.locator('#field-name').inputValue(), '');
    const before = await page.locator('path.preview').first().getAttribute('d');
    await page.locator('#import-crs').selectOption('GCJ-02');
    await lookedAgain(page);
    assert.match(await page.locator('#crs-code').innerText(), /^GCJ-02/);
    assert.equal(await page.locator('#import-crs').inputValue(), 'GCJ-02');
    assert.notEqual(await page.locator('path.preview').first().getAttribute('d'), before, 'the map shows it where it would lie');
    await page.locator('#import-crs').selectOption('other');
    await page.locator('#import-crs-text').fill('EPSG:4490');
    await page.locator('#import-crs-text').press('Enter');
    await page.waitForFunction(() => document.querySelector('#crs-code')?.textContent === 'EPSG:4490');
    await page.locator('#import-layer').selectOption('idle_spaces');
    await lookedAgain(page);
    assert.ok(await page.locator('#field-owner').count() > 0);
    assert.equal(await page.locator('#field-operator').count(), 0);
  });
});

test('coordinates of a web map are told by the streets, and the choice is the reader\'s', { skip }, async () => {
  const shifted = await (await fetch(`${server.url}/api/v1/export/buildings.csv?crs=GCJ-02`)).text();
  await visit(async (page) => {
    await choose(page, { name: 'buildings.csv', mimeType: 'text/csv', buffer: Buffer.from(shifted) });
    assert.equal(await page.locator('#crs-code').count(), 0, 'nothing is taken unasked');
    assert.equal(await page.locator('#import-check').isDisabled(), true);
    const first = page.locator('.candidate').first();
    assert.equal(await first.getAttribute('data-crs'), 'GCJ-02');
    assert.match(await first.innerText(), /best fit[^]*streets/);
    await first.locator('input').check();
    await page.waitForFunction(() => document.querySelector('#crs-code')?.textContent === 'GCJ-02');
    await lookedAgain(page);
    assert.equal(await page.locator('#import-check').isDisabled(), false);
    assert.equal(await page.locator('#import-elsewhere').count(), 0);
    await page.locator('#import-cancel').click();
  });
});

test('what cannot be said is told by the server in a sentence, and the way back stays open', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&panel=import`);
  await settled(page);
  await choose(page, csv());
  await page.locator('#import-crs').selectOption('EPSG:4610');
  await page.locator('#import-failure, #import-missing').first().waitFor();
  assert.match(await page.locator('#import-failure, #crs-reason').first().innerText(), /Xian|parameters/);
  await page.locator('#import-crs').selectOption('');
  await page.locator('#crs-code').waitFor();
  await page.locator('#encoding-fine').click();
  await check(page);
  await page.locator('#import-cancel').click();
  await page.context().close();
});

test('problems are grouped by their sentence, with places, and taken along as a table', { skip }, async () => {
  const rows = [ROWS[0], ...Array.from({ length: 12 }, (_, i) => `P${i},店,meals,${i % 2 ? 'x' : 'y'}${i},34.26,1,`), ROWS[1]];
  await visit(async (page) => {
    await choose(page, csv(rows));
    await page.locator('#encoding-fine').click();
    await check(page);
    const group = page.locator('#import-result .problem.is-rejected');
    assert.equal(await group.count(), 1);
    assert.equal(await group.locator('.times').getAttribute('title'), '12');
    await group.locator('summary').click();
    assert.equal(await group.locator('.places li').count(), 12);
    assert.match(await group.locator('.places li').first().innerText(), /line 2.*y0/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#problems-csv').click()]);
    const table = readFileSync(await download.path(), 'utf8');
    assert.equal(table.split('\r\n').filter((line) => line.includes(',rejected,')).length, 12);
    assert.equal(table.charCodeAt(0), 0xfeff);
    await page.locator('#import-cancel').click();
  });
});

test('a shapefile in GBK is taken by its parts', { skip: skip || (hasOgr() ? false : 'no ogr2ogr; install gdal-bin') }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-shp-'));
  const geojson = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { id: 'S1', 名称: '瑞林助餐点', services: 'meals' }, geometry: { type: 'Point', coordinates: [108.95, 34.26] } }] };
  execFileSync('ogr2ogr', ['-f', 'ESRI Shapefile', join(folder, 'facilities.shp'), '/vsistdin/', '-lco', 'ENCODING=GBK'], { input: JSON.stringify(geojson) });
  await visit(async (page) => {
    const parts = readdirSync(folder).map((name) => join(folder, name));
    await choose(page, parts);
    assert.equal(await page.locator('.import-item').count(), 0, 'the parts are one import');
    assert.match(await page.locator('#import-format').innerText(), /Shapefile/);
    assert.equal(await page.locator('#field-name').inputValue(), '名称');
    assert.ok((await page.locator('#import-rows').innerText()).includes('瑞林助餐点'));
    await page.locator('#import-cancel').click();
    await page.locator('#import-format').waitFor({ state: 'detached' });
    await page.locator('#import-files').setInputFiles(parts.filter((path) => path.endsWith('.dbf') || path.endsWith('.shx')));
    await page.getByText('The .shp file is missing').waitFor();
  });
  rmSync(folder, { recursive: true });
});

test('names of a county shapefile without a word about its encoding are readable', { skip: skip || (existsSync(SHARED) ? false : 'no ../shared/data') }, async () => {
  await visit(async (page) => {
    await choose(page, readdirSync(SHARED).filter((name) => name.startsWith('chinese_encoding')).map((name) => join(SHARED, name)));
    assert.match(await page.locator('#import-texts').innerText(), /全椒县/);
    assert.match(await page.locator('#import-rows').innerText(), /天长市[^]*全椒县/);
    await page.locator('#import-cancel').click();
  });
});

test('files are dropped anywhere; one that is too large is refused before it travels', { skip }, async () => {
  await visit(async (page) => {
    /** @type {string[]} */
    const sent = [];
    page.on('request', (request) => { if (request.method() === 'PUT') sent.push(request.url()); });
    await drop(page, [{ name: 'huge <b>"a"</b>.geojson', size: (LIMIT_MB << 20) + 1 }, { name: 'empty.csv', size: 0 }, { name: 'b <b>"2"</b>.csv', bytes: [...gbk(ROWS.join('\n'))] }]);
    await page.locator('#import-format').waitFor();
    const refused = await page.locator('.import-top .is-bad').allInnerTexts();
    assert.equal(refused.length, 2);
    assert.ok(refused[0].includes('huge <b>"a"</b>.geojson') && refused[0].includes(`Over ${LIMIT_MB} MB`), refused[0]);
    assert.equal(await page.locator('.import-name').innerText(), 'b <b>"2"</b>.csv');
    assert.equal(sent.length, 1);
    assert.equal(await page.locator('#side b').count(), 0, 'a name is text');
    await page.locator('#import-cancel').click();
  }, '?lang=en&service=meals');
});

test('a server that breaks off is said, and the upload is tried again', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&panel=import`);
  await settled(page);
  await page.route('**/files/**', (route) => route.abort());
  await choose(page, csv());
  assert.match(await page.locator('#import-failure').innerText(), /does not answer/);
  await page.unroute('**/files/**');
  await page.locator('[data-key=import-retry]').click();
  await page.locator('#import-format').waitFor();
  await page.context().close();
});

test('a tab that is left takes its import along', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&panel=import`);
  await settled(page);
  const begun = page.waitForResponse((response) => response.url().endsWith('/api/v1/imports'));
  await choose(page, csv());
  const { id } = await (await begun).json();
  assert.equal((await fetch(`${server.url}/api/v1/imports/${id}`)).status, 200);
  await page.goto('about:blank');
  let status = 200;
  for (let i = 0; i < 50 && status === 200; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    status = (await fetch(`${server.url}/api/v1/imports/${id}`)).status;
  }
  assert.equal(status, 404);
  await page.context().close();
});

test('a large file is recognised soon, and its reading is stopped', { skip }, async () => {
  const buildings = await (await fetch(`${server.url}/api/v1/export/buildings.geojson`)).text();
  await visit(async (page) => {
    const start = Date.now();
    await choose(page, { name: 'buildings.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(buildings) });
    const took = Date.now() - start;
    console.log(`# ${(buildings.length / 2 ** 20).toFixed(1)} MB recognised after ${took} ms`);
    assert.ok(took < RECOGNISED_MS, `${took} ms`);
    assert.equal(await page.locator('#import-layer').inputValue(), 'buildings');
    // The end of the reading is not told before the stop was pressed, however quick the machine is.
    /** @type {() => void} */
    let tell = () => {};
    const stopped = new Promise((resolve) => { tell = () => resolve(undefined); });
    await page.route('**/api/v1/jobs/*/events', (route) => stopped.then(() => route.continue()));
    await page.locator('#import-check').click();
    await page.locator('#import-stop').click();
    tell();
    await page.locator('#import-check').waitFor();
    assert.equal(await page.locator('#import-result').count(), 0);
    await page.locator('#import-cancel').click();
  });
});

test('what is written is on the map and in its figures, and its health is shown by place', { skip }, async () => {
  const before = await facilities();
  await visit(async (page) => {
    const marks = await page.locator('.facility.is-open').count();
    await choose(page, csv());
    await page.locator('#encoding-fine').click();
    await check(page);
    await page.locator('#import-commit').click();
    await page.locator('#import-stored').waitFor();
    await page.waitForFunction((n) => document.querySelectorAll('.facility.is-open').length === n, marks + 3, { timeout: 60_000 });
    await settled(page);
    assert.equal(await facilities(), before + 3);
    assert.equal(await page.locator(`.facility[title='${NAME}']`).count(), 1);
    await page.locator('[data-key=to-health]').click();
    const finding = page.locator('[data-code=astray]');
    await finding.locator('.finding-button').click();
    assert.equal(await page.locator('path.finding').count(), 1);
    await page.locator('#finding-next').click();
    assert.equal(await page.locator('#finding-at').innerText(), '1 / 1');
    assert.equal(await page.locator('#finding-place').innerText(), 'N003');
    assert.equal(await page.locator('path.finding.is-picked').count(), 1);
    await page.locator('#finding-open').click();
    await page.waitForFunction(() => location.search.includes('pick=facility:N003'));
    await page.keyboard.press('Escape');
  });
});

test('the panel is worked by keyboard: Escape closes it and the focus goes back', { skip }, async () => {
  await visit(async (page) => {
    await page.locator('#to-health').focus();
    await page.keyboard.press('Enter');
    await page.locator('#health-summary').waitFor();
    assert.ok(page.url().includes('panel=health'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('#side') !== null), true);
    await page.keyboard.press('Escape');
    await page.locator('#side').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'to-health');
  }, '?lang=zh');
});
