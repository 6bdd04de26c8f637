import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { browserPath, settled, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath ? false : 'no Chromium on this machine; set CHROMIUM to its path';
const HOSTILE = '<script>alert(1)</script>"&\'\u202e\u0001🏥';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function openExport(page) {
  await page.keyboard.press('e');
  await page.waitForSelector('.map-export-picture canvas');
}

/** @param {Page} page @param {string} button @param {number} files */
async function saved(page, button, files) {
  /** @type {import('playwright-core').Download[]} */
  const downloads = [];
  page.on('download', (download) => downloads.push(download));
  await page.click(button);
  await page.waitForSelector('#map-export-done', { timeout: 60_000 });
  while (downloads.length < files) await page.waitForEvent('download');
  return Promise.all(downloads.map(async (download) => ({ name: download.suggestedFilename(), bytes: readFileSync(await download.path()) })));
}

/** Gives every feature of a collection a hostile name on its way to the page. @param {Page} page @param {string} collection */
function rename(page, collection) {
  return page.route(`**/ogc/collections/${collection}/items*`, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    for (const { properties } of body.features) properties.name = HOSTILE;
    await route.fulfill({ response: answer, json: body });
  });
}

test('the map is exported', { skip }, async (t) => {
  const server = await startServer();
  const browser = await startBrowser();
  t.after(async () => {
    await browser.close();
    await server.stop();
  });
  const visit = (/** @type {string} */ query, /** @type {(page: Page) => Promise<void>} */ steps) => visitPage(browser, server.url, query, steps);

  await t.test('as a picture of the size of the paper, which says so', () => visit('?lang=zh', async (page) => {
    await openExport(page);
    await page.selectOption('#map-dpi', '200');
    const [{ name, bytes }] = await saved(page, '#map-export-png', 1);
    assert.match(name, /^elderly_care_a4_landscape_1-\d+_200dpi\.png$/);
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [2339, 1654]);
    assert.equal(bytes.toString('latin1', 37, 41), 'pHYs');
    assert.deepEqual([bytes.readUInt32BE(41), bytes[49]], [7874, 1]);
  }));

  await t.test('as a drawing whose names are text, however hostile', () => visit('?lang=en&at=108.9529,34.2503,18', async (page) => {
    for (const collection of ['facilities', 'idle_spaces', 'land_cover', 'boundaries']) await rename(page, collection);
    await page.reload();
    await settled(page);
    await openExport(page);
    await page.fill('#map-title', HOSTILE);
    await page.selectOption('#map-style', 'print');
    const [{ bytes }] = await saved(page, '#map-export-svg', 1);
    const found = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      const paths = (/** @type {string} */ id) => document.querySelectorAll(`#${id} path`).length;
      return {
        isBroken: document.querySelector('parsererror') !== null, size: ['width', 'height'].map((name) => document.documentElement.getAttribute(name)),
        strangers: [...document.querySelectorAll('*')].filter((element) => !['svg', 'title', 'desc', 'defs', 'pattern', 'clipPath', 'g', 'path', 'text'].includes(element.localName)).map((element) => element.localName),
        handlers: [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on') || name.includes('href')),
        layers: ['land_cover', 'walk_edges', 'buildings', 'compounds', 'marks-facilities', 'north', 'legend', 'scale'].map(paths), labels: [...document.querySelectorAll('#labels text')].map((label) => label.textContent),
        title: document.querySelector('#title text:not([text-anchor])')?.textContent, sources: document.querySelector('#sources')?.textContent,
      };
    }, bytes.toString('utf8'));
    const shown = HOSTILE.replace('\u0001', '\ufffd');
    assert.equal(found.isBroken, false);
    assert.deepEqual([found.size, found.strangers, found.handlers], [['297mm', '210mm'], [], []]);
    assert.ok(found.layers.every((count) => count > 0), String(found.layers));
    assert.ok(found.labels.some((label) => label && label.startsWith('<script>alert(1)')), found.labels.join());
    assert.equal(found.title, shown);
    assert.match(found.sources ?? '', /Synthetic data.*15-minute service circle.*SpatialPlanner.*EPSG:3857.*1:[\d,]+/s);
  }));

  await t.test('printed or saved as PDF on one page of its size', () => visit('?lang=zh', async (page) => {
    await page.evaluate(() => { window.print = () => {}; });
    await openExport(page);
    await page.selectOption('#map-paper', 'a3_portrait');
    await page.click('#map-export-print');
    await page.waitForSelector('#printed-sheet svg', { state: 'attached' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.deepEqual(pdf.match(/\/MediaBox \[[^\]]*\]/g)?.map((box) => box.match(/[\d.]+/g)?.map((points) => Math.round((Number(points) / 72) * 25.4))), [[0, 0, 297, 420]]);
    await page.waitForSelector('#printed-sheet', { state: 'detached' });
  }));

  await t.test('a part that was kept is there after a reload, and maps of several services match', () => visit('?lang=en&service=meals&at=108.9529,34.2503,16', async (page) => {
    await openExport(page);
    await page.fill('#map-place', HOSTILE);
    await page.press('#map-place', 'Enter');
    await page.goto(`${server.url}/?lang=en&service=meals`);
    await settled(page);
    await openExport(page);
    await page.selectOption('#map-extent', { label: HOSTILE });
    await page.click('.map-series summary');
    for (const service of ['health', 'market']) await page.check(`[data-key="series-${service}"]`);
    const files = await saved(page, '#map-series-svg', 2);
    const scales = files.map(({ name }) => /_1-(\d+)/.exec(name)?.[1]);
    assert.deepEqual(files.map(({ name }) => name.split('_')[0]), ['health', 'market']);
    assert.equal(scales[0], scales[1]);
    const [a, b] = files.map(({ bytes }) => /id="walk_edges".*?<\/g>/s.exec(bytes.toString('utf8'))?.[0]);
    assert.equal(a, b, 'the same streets in the same places');
    assert.match(page.url(), /service=meals/);
    assert.equal(await page.locator('#map-place-forget').count(), 1);
  }));
});
