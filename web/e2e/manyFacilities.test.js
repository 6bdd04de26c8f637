import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { ask, browserPath, planner, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath ? false : 'No Chromium: set CHROMIUM to its path or install it.';
const MORE = 300;

/** @type {{url: string, stop: () => Promise<void>}} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
const folder = mkdtempSync(join(tmpdir(), 'planner-many-'));

before(async () => {
  if (skip) return;
  const [workspace, csv] = [join(folder, 'many.gpkg'), join(folder, 'facilities.csv')];
  await planner(['sample', '-w', workspace]);
  const rows = Array.from({ length: MORE }, (_, i) => `M${i},Canteen <b>${i},meals,${i % 10 === 0 ? 'closed' : 'open'},${108.93 + (i % 20) * 0.002},${34.235 + Math.floor(i / 20) * 0.002}`);
  writeFileSync(csv, ['id,name,services,status,lon,lat', ...rows].join('\n'));
  await planner(['import', csv, '-w', workspace, '--layer', 'facilities']);
  server = await startServer({ workspace });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('many facilities are one drawing: each has its name, is picked by a click, and stands on the exported map', { skip }, async () => {
  const { features } = await ask(`${server.url}/ogc/collections/facilities/items?limit=50000`);
  const meals = features.filter((/** @type {any} */ { properties }) => properties.services.split(';').includes('meals'));
  assert.ok(meals.length > MORE);
  await visitPage(browser, server.url, '?lang=en&service=meals&at=108.95,34.25,16', async (page) => {
    const dots = page.locator('.facility-dot');
    await dots.first().waitFor({ state: 'attached' });
    assert.equal(await dots.count(), meals.length);
    assert.equal(await page.locator('.facility').count(), 0);
    const open = meals.filter((/** @type {any} */ { properties }) => (properties.status ?? 'open') === 'open').length;
    assert.equal(await page.locator('.facility-dot.is-open').count(), open);
    const dot = page.locator('.facility-dot', { has: page.locator('title', { hasText: /^Canteen <b>150$/ }) });
    await dot.click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get('pick') === 'facility:M150');
    assert.match(await page.locator('#detail').innerText(), /Canteen <b>150/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#map-export-svg').click()]);
    const svg = (await (await download.createReadStream()).toArray()).join('');
    const drawn = (svg.match(/<path[^>]* fill="#123a5e"/g) ?? []).length;
    assert.ok(drawn > 50 && drawn < open, `${drawn} of ${open} open facilities lie on the sheet`);
  });
});
