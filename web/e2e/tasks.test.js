import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, browserPath, openPage, planner, settled, startBrowser, startServer } from './support.js';

/** @typedef {import('playwright-core').Page} Page */

const LAS_PALMAS = fileURLToPath(new URL('../../../shared/data/las-palmas/las-palmas-2023.osm.pbf', import.meta.url));
const PATIENCE = { timeout: 30_000 };
const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;
const skipLasPalmas = skip || (existsSync(LAS_PALMAS) ? false : `no extract of Las Palmas at ${LAS_PALMAS}: put las-palmas-2023.osm.pbf there`);

/** @param {Page} page @param {string} selector @returns {Promise<number>} the exact value of a figure */
const figure = async (page, selector) => Number(await page.locator(selector).getAttribute('title'));

/** @param {Page} page @param {() => Promise<void>} act @returns {Promise<Buffer>} the file that it gives */
async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download', PATIENCE), act()]);
  return readFileSync(await download.path());
}

/** Check: who is outside, where most, and why one of them. @param {Page} page @param {string} url */
async function check(page, url) {
  await page.locator('#service').selectOption('health');
  await page.locator('#service').selectOption('elderly_care');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('service') === 'elderly_care');
  await settled(page);
  const { gaps } = await ask(`${url}/api/v1/coverage?levels=district,community`, { service: 'elderly_care' });
  const group = await page.locator('#group').inputValue();
  const outside = gaps.find((/** @type {any} */ row) => row.level === 'district' && row.group === group && row.denominator === 'people');
  await page.waitForFunction((expected) => document.querySelector('#outside')?.getAttribute('title') === expected, String(outside.uncovered), PATIENCE);
  const rows = page.locator('.gap-rows .gap');
  const numbers = await rows.evaluateAll((all) => all.map((row) => Number(row.querySelector('.figure')?.textContent?.replaceAll(',', ''))));
  assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a), 'the worst area comes first');
  await rows.first().click();
  await page.locator('#area-share').waitFor(PATIENCE);
  const building = await unreached(url);
  await page.goto(`${url}/?lang=en&service=elderly_care&pick=building:${encodeURIComponent(building)}`);
  await settled(page);
  await page.locator('#detail .verdict').waitFor(PATIENCE);
  const [answer] = await Promise.all([ask(`${url}/api/v1/explain?building=${encodeURIComponent(building)}&service=elderly_care`)]);
  assert.equal(answer.covered, false);
  assert.match(await page.locator('#detail .verdict').innerText(), /outside/);
  if (answer.reached) assert.equal(await figure(page, '#walk-metres'), answer.metres);
}

/** A building with people that is over the limit. @param {string} url @returns {Promise<string>} */
async function unreached(url) {
  const coverage = await ask(`${url}/api/v1/coverage`, { service: 'elderly_care' });
  const { features } = await ask(`${url}/ogc/collections/buildings/items?limit=2000`);
  const place = features.findIndex((/** @type {any} */ { properties }, /** @type {number} */ i) => properties.population > 0 && coverage.buildings.metres[i] > coverage.limit_m + 100);
  return features[place].properties.id;
}

/** Choose: a site in the worst area, moved; before and after are the server's. @param {Page} page @param {string} url */
async function choose(page, url) {
  await page.goto(`${url}/?lang=en&service=elderly_care`);
  await settled(page);
  await page.locator('.gap-rows .gap').first().click();
  await page.waitForTimeout(700);
  await page.locator('[data-key=task-choose]').click();
  const box = await page.locator('#map').boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.locator('#site-gain-all, #detail .is-warning').first().waitFor(PATIENCE);
  for (let i = 0; i < 3; i++) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/what-if') && response.ok(), PATIENCE);
    await page.keyboard.press('Shift+ArrowUp');
    const { newly_covered: gained, links } = await (await answer).json();
    if (!links[0].linked) continue;
    await page.waitForFunction((expected) => document.querySelector('#site-gain-all')?.getAttribute('title') === expected, String(gained.people), PATIENCE);
  }
}

/** Report: the map as a picture, a layer and a table, read back. @param {Page} page @param {string} url */
async function report(page, url) {
  const { gaps } = await ask(`${url}/api/v1/coverage?levels=community`, { service: 'elderly_care' });
  const worst = gaps.filter((/** @type {any} */ row) => row.group === 'age_60_up' && row.denominator === 'people').sort((/** @type {any} */ a, /** @type {any} */ b) => b.uncovered - a.uncovered)[0];
  await page.goto(`${url}/?lang=en&service=elderly_care&task=report&pick=area:community:${encodeURIComponent(worst.code)}`);
  await settled(page);
  await page.locator('#report-export-map').click();
  await page.locator('.map-export-picture canvas').waitFor(PATIENCE);
  assert.equal(await page.locator('#map-extent').inputValue(), 'picked');
  const svg = (await downloaded(page, () => page.locator('#map-export-svg').click())).toString('utf8');
  assert.ok(svg.includes(`${worst.uncovered.toLocaleString('en-US')} people outside (${((100 * worst.uncovered) / worst.total).toFixed(2)} %)`), 'the sheet says how many of the area are outside');
  await page.locator('#map-export-done').waitFor(PATIENCE);
  const png = await downloaded(page, () => page.locator('#map-export-png').click());
  assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(png.readUInt32BE(16) > 1500);
  await page.locator('#map-export-done').waitFor(PATIENCE);
  await page.keyboard.press('Escape');
  const table = (await downloaded(page, () => page.locator('#rail [data-key="gap_table.csv"]').click())).toString('utf8');
  const [head, ...lines] = table.replace(/^\ufeff/, '').trim().split('\r\n');
  assert.ok(head.includes('uncovered'), head);
  assert.ok(lines.length > 10);
  const layer = JSON.parse((await downloaded(page, () => page.locator('#rail [data-key="facilities.geojson"]').click())).toString('utf8'));
  assert.equal(layer.features.length, (await ask(`${url}/ogc/collections/facilities/items?limit=1`)).numberMatched);
}

/** All three, with everything but the own server refused. @param {string} url */
async function threeTasks(url) {
  const browser = await startBrowser();
  const { page, strangers, errors } = await openPage(browser, url);
  try {
    await page.context().route((address) => address.origin !== new URL(url).origin && address.protocol !== 'data:', (route) => route.abort());
    await page.goto(`${url}/?lang=en`);
    await settled(page);
    await check(page, url);
    await choose(page, url);
    await report(page, url);
    assert.deepEqual([strangers, errors], [[], []]);
  } finally {
    await browser.close();
  }
}

test('the three tasks on the sample', { skip }, async () => {
  const server = await startServer();
  try {
    await threeTasks(server.url);
  } finally {
    await server.stop();
  }
});

test('the three tasks on Las Palmas', { skip: skipLasPalmas }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-las-palmas-'));
  const workspace = join(folder, 'lp.gpkg');
  await planner(['import', LAS_PALMAS, '-w', workspace]);
  const server = await startServer({ workspace });
  try {
    await threeTasks(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the three tasks by the keyboard alone', { skip }, async () => {
  const server = await startServer();
  const browser = await startBrowser();
  const { page, errors } = await openPage(browser, server.url);
  const focus = () => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? (document.activeElement?.id || document.activeElement?.className) ?? '');
  /** Tab until a control has the focus, which must be seen. @param {RegExp} key */
  const tabTo = async (key) => {
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press('Tab');
      if (!key.test(await focus())) continue;
      assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineStyle), 'solid', `the focus of ${key} is not seen`);
      return;
    }
    assert.fail(`Tab never comes to ${key}`);
  };
  try {
    await page.goto(`${server.url}/?lang=en`);
    await settled(page);
    await tabTo(/^service$/);
    await page.keyboard.type('Health');
    await page.waitForFunction(() => location.search.includes('service=health'));
    await settled(page);
    await tabTo(/^outside$|^how-outside$/);
    await page.keyboard.press('Enter');
    await page.locator('#how-sum').waitFor();
    await page.keyboard.press('Escape');
    await tabTo(/^gap\b/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#area-share').waitFor();
    await page.keyboard.press('2');
    await tabTo(/^idle-/);
    await page.keyboard.press('Enter');
    await page.locator('#site-gain').waitFor(PATIENCE);
    const before = page.url();
    await tabTo(/^map$/);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((former) => location.href !== former, before);
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    await page.keyboard.press('e');
    await page.locator('.map-export-picture canvas').waitFor(PATIENCE);
    await tabTo(/map-export-png/);
    const png = await downloaded(page, () => page.keyboard.press('Enter'));
    assert.ok(png.length > 10_000);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('.is-keys').waitFor();
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.stop();
  }
});
