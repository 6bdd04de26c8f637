import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;
const SERVICE = 'meals';
const GROUP = 'age_60_up';

// The first question for patches has to work them out.
const PATIENCE = { timeout: 120_000 };

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {any[]} */
let rows;

before(async () => {
  if (skip) return;
  server = await startServer();
  rows = await items('gap_patches', `service=${SERVICE}`);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {string} query @param {(page: import('playwright-core').Page) => Promise<void>} steps */
const visit = (query, steps) => visitPage(browser, server.url, query, steps);

/** @param {string} name @param {string} filters @returns {Promise<any[]>} properties, with their geometry */
async function items(name, filters) {
  const { features } = await ask(`${server.url}/ogc/collections/${name}/items?limit=10000&${filters}`);
  return features.map((/** @type {any} */ { properties, geometry }) => ({ ...properties, geometry }));
}

const patches = () => rows.filter(({ kind }) => kind === 'patch').sort((a, b) => a.rank - b.rank);

test('patches and remainders add up to the headline of the rule', { skip }, async () => {
  const gaps = await items('gap_table', `service=${SERVICE}&level=district&group=${GROUP}&denominator=people`);
  assert.equal(rows.reduce((sum, { people }) => sum + people, 0), gaps[0].uncovered);
});

test('the rail lists the patches by rank and draws them; a row tells what is there, in both languages', { skip }, async () => {
  const [first, second] = patches();
  await visit(`?lang=zh&service=${SERVICE}`, async (page) => {
    assert.equal(await page.locator('.patch').count(), 0);
    await page.locator('#level').selectOption('patch');
    await page.locator('[data-patch]').first().waitFor(PATIENCE);
    const listed = await page.locator('[data-patch]').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-patch')));
    assert.deepEqual(listed, patches().map(({ id }) => id).slice(0, 150));
    assert.equal(await page.locator('.patch').count(), patches().length);
    assert.equal(await page.locator('#layer-patches').isChecked(), true);
    assert.equal(Number(await page.locator('#patch-rest').getAttribute('title')), rows.filter(({ kind }) => kind === 'rest').reduce((sum, { people }) => sum + people, 0));
    await page.locator(`[data-patch="${first.id}"]`).click();
    assert.equal(await page.locator('#detail h2').textContent(), first.name);
    assert.equal(await page.locator('#patch-people').getAttribute('title'), String(first.people));
    const missing = await page.locator('#patch-missing [data-service]').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-service')));
    assert.deepEqual(missing, first.services_missing.split(';'));
    assert.equal(await page.locator('.area-outline').count(), 1);
    assert.ok(page.url().includes(`pick=patch:${first.id}`.replace('/', '%2F')) || page.url().includes(`pick=patch:${first.id}`));
    await page.locator(`[data-patch="${first.id}"]`).press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-patch')), second.id);
    await page.locator('#lang').click();
    assert.equal(await page.locator('#detail h2').textContent(), first.name_en);
  });
});

test('a click on a patch from afar picks it, and the layer can be switched off', { skip }, async () => {
  // One without holes whose middle lies inside: a compact one.
  const patch = patches().find(({ geometry, area_m2: area }) => geometry.type === 'Polygon' && geometry.coordinates.length === 1 && area > 0.7 * boxOf(geometry).m2);
  assert.ok(patch);
  const { lon, lat } = boxOf(patch.geometry);
  await visit(`?lang=en&service=${SERVICE}&layers=patches&at=${lon},${lat},14`, async (page) => {
    await page.locator('.patch').first().waitFor({ state: 'attached', ...PATIENCE });
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction((people) => document.querySelector('#patch-people')?.getAttribute('title') === people, String(patch.people));
    assert.equal(await page.locator('#detail h2').textContent(), patch.name_en);
    await page.locator('#layer-patches').uncheck();
    await page.locator('.patch').first().waitFor({ state: 'detached' });
    assert.equal(new URL(page.url()).searchParams.get('layers'), null);
  });
});

test('equity stands beside the map: curve, Gini and the bar of every group are the server\'s', { skip }, async () => {
  const district = await items('equity', `service=${SERVICE}&level=district`);
  const of = (/** @type {string} */ group) => district.find((row) => row.group === group);
  await visit(`?lang=en&service=${SERVICE}`, async (page) => {
    await page.locator('#to-equity').click();
    await page.locator('#gini').waitFor(PATIENCE);
    assert.equal(await page.locator('#gini').getAttribute('title'), String(of(GROUP).gini));
    await page.locator('#chart-lorenz svg').waitFor(PATIENCE);
    assert.equal(await page.locator('#equity-groups [data-group]').count(), district.length);
    await page.locator('#equity-groups [data-group=age_0_3]').click();
    await page.waitForFunction((gini) => document.querySelector('#gini')?.getAttribute('title') === gini, String(of('age_0_3').gini));
    assert.ok(page.url().includes('group=age_0_3'));
    const parts = await items('equity', `service=${SERVICE}&level=subdistrict&group=age_0_3`);
    const worst = parts.sort((a, b) => b.worst_decile_min - a.worst_decile_min)[0];
    assert.equal(await page.locator('#equity-parts tbody tr').first().getAttribute('data-code'), worst.code);
    await page.locator('#lang').click();
    assert.equal(await page.locator('#side h2').textContent(), '公平性');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#side').isHidden(), true);
  });
});

/** Middle of a polygon's box and the box's area. @param {any} geometry */
function boxOf(geometry) {
  const ring = geometry.coordinates[0];
  const [lons, lats] = [0, 1].map((i) => ring.map((/** @type {number[]} */ position) => position[i]));
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const lat = (south + north) / 2;
  return { lon: (west + east) / 2, lat, m2: (east - west) * 111_320 * Math.cos((lat * Math.PI) / 180) * (north - south) * 111_320 };
}
