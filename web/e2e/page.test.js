import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, openPage, settled, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {any} */
let workspace;

before(async () => {
  if (skip) return;
  server = await startServer();
  workspace = await ask(`${server.url}/api/v1/workspace`);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The service of the tests: one that has facilities and a group of its own. */
const service = () => workspace.services.find((/** @type {any} */ candidate) => candidate.facilities > 0 && candidate.group !== 'all') ?? workspace.services[0];

/** @param {string} name @param {number} limit */
const features = async (name, limit) => (await ask(`${server.url}/ogc/collections/${name}/items?limit=${limit}`)).features;

/** @param {string} query @param {(page: import('playwright-core').Page) => Promise<void>} steps */
const visit = (query, steps) => visitPage(browser, server.url, query, steps);

/** @param {import('playwright-core').Page} page @param {string} selector */
const titleOf = async (page, selector) => Number(await page.locator(selector).getAttribute('title'));

/** Brings a position to the middle of the map. @param {number[]} at @param {string} more */
const middleOf = ([lon, lat], more) => `?lang=zh&service=${service().code}&at=${lon},${lat},18${more}`;

/** A position inside a building: the middle of its box, which the page hits or comes within its tolerance of. @param {any} geometry */
function insideOf(geometry) {
  const ring = geometry.type === 'MultiPolygon' ? geometry.coordinates[0][0] : geometry.type === 'Polygon' ? geometry.coordinates[0] : [geometry.coordinates];
  const middle = (/** @type {number} */ k) => (Math.min(...ring.map((/** @type {number[]} */ p) => p[k])) + Math.max(...ring.map((/** @type {number[]} */ p) => p[k]))) / 2;
  return [middle(0), middle(1)];
}

test('the headline is the district row of the coverage answer', { skip }, async () => {
  await visit('?lang=zh', async (page) => {
    await page.locator('#service').selectOption(service().code);
    await page.waitForFunction((code) => location.search.includes(`service=${code}`), service().code);
    await settled(page);
    const { gaps } = await ask(`${server.url}/api/v1/coverage?levels=district`, { service: service().code });
    const row = gaps.find((/** @type {any} */ gap) => gap.level === 'district' && gap.group === service().group && gap.denominator === 'people');
    await page.waitForFunction((out) => document.querySelector('#outside')?.getAttribute('title') === out, String(row.uncovered));
    assert.match(await page.locator('#share').innerText(), /%$/);
  });
});

test('a click on a building shows the metres that explain gives', { skip }, async () => {
  const { buildings } = await ask(`${server.url}/api/v1/coverage?levels=district`, { service: service().code });
  const all = await features('buildings', 50000);
  const index = buildings.metres.findIndex((/** @type {number|null} */ metres, /** @type {number} */ i) => metres !== null && metres > 100 && all[i].properties.population > 0 && all[i].geometry.type === 'Polygon');
  const id = String(all[index].properties.id);
  const explained = await ask(`${server.url}/api/v1/explain?${new URLSearchParams({ building: id, service: service().code })}`);
  assert.equal(explained.metres, buildings.metres[index], 'explain and coverage agree');
  await visit(middleOf(insideOf(all[index].geometry), ''), async (page) => {
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('#walk-metres').waitFor();
    assert.ok(new URL(page.url()).search.includes(`pick=building:${id}`), page.url());
    assert.equal(await titleOf(page, '#walk-metres'), explained.metres);
    assert.equal(await page.locator('.walk-line').count() > 0, true);
    await page.keyboard.press('Escape');
    await page.locator('#detail').waitFor({ state: 'hidden' });
  });
});

test('the worst community is first in the table, and a click flies to it', { skip }, async () => {
  const { gaps } = await ask(`${server.url}/api/v1/coverage?levels=community`, { service: service().code });
  const rows = gaps.filter((/** @type {any} */ gap) => gap.level === 'community' && gap.group === service().group && gap.denominator === 'people');
  const most = Math.max(...rows.map((/** @type {any} */ row) => row.uncovered));
  await visit(`?lang=zh&service=${service().code}`, async (page) => {
    const first = page.locator('.gap').first();
    assert.equal(Number((await first.locator('.figure').innerText()).replaceAll(',', '')), most);
    const code = await first.getAttribute('data-code');
    assert.equal(rows.find((/** @type {any} */ row) => row.code === code).uncovered, most);
    await first.click();
    await page.locator('.area-outline').first().waitFor();
    await page.waitForFunction(() => /at=/.test(location.search));
    assert.equal(await first.getAttribute('aria-selected'), 'true');
    await first.focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement === document.querySelectorAll('.gap')[1]), true);
  });
});

test('a site on an idle space brings the people that the what-if counts', { skip }, async () => {
  const [space] = (await features('idle_spaces', 1000)).filter((/** @type {any} */ feature) => feature.geometry?.type === 'Point');
  const [lon, lat] = space.geometry.coordinates;
  const answer = await ask(`${server.url}/api/v1/what-if`, { service: service().code, add: [{ lon, lat }] });
  await visit(`?lang=en&task=choose&service=${service().code}`, async (page) => {
    await page.locator(`[data-idle="${space.properties.id}"]`).click();
    await page.locator('#site-gain').waitFor();
    assert.equal(await titleOf(page, '#site-gain'), answer.newly_covered.group_people);
    assert.equal(await titleOf(page, '#site-gain-all'), answer.newly_covered.people);
    await page.locator('.reach-area').first().waitFor({ state: 'attached' });
    await page.locator('.reach-edge').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Delete');
    await page.locator('#detail').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.reach-area').count(), 0);
  });
});

test('a dragged site asks anew and the address follows', { skip }, async () => {
  const [lon, lat] = (await features('idle_spaces', 1))[0].geometry.coordinates;
  await visit(middleOf([lon, lat], `&task=choose&pick=site:${lon},${lat}`), async (page) => {
    await page.locator('#site-gain').waitFor();
    const start = page.url();
    const marker = await page.locator('.site-marker').boundingBox();
    assert.ok(marker);
    await page.mouse.move(marker.x + 15, marker.y + 15);
    await page.mouse.down();
    await page.mouse.move(marker.x - 60, marker.y + 80, { steps: 8 });
    await page.mouse.up();
    await page.waitForFunction((url) => location.href !== url, start);
    const [, x, y] = /pick=site:([-\d.]+),([-\d.]+)/.exec(page.url()) ?? [];
    const answer = await ask(`${server.url}/api/v1/what-if`, { service: service().code, add: [{ lon: Number(x), lat: Number(y) }] });
    const expected = answer.links[0].linked ? String(answer.newly_covered.group_people) : null;
    if (expected === null) await page.locator('#detail .is-warning').waitFor();
    else await page.waitForFunction((gain) => document.querySelector('#site-gain')?.getAttribute('title') === gain, expected);
  });
});

/** Keeps what stands on the tiles of the map now. @param {import('playwright-core').Page} page */
const keepTiles = (page) => page.evaluate(() => {
  const pixels = (/** @type {HTMLCanvasElement} */ canvas) => canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  const canvases = /** @type {HTMLCanvasElement[]} */ ([...document.querySelectorAll('#map canvas')].filter((canvas) => /** @type {HTMLCanvasElement} */ (canvas).width > 0));
  Object.assign(window, { pixels, kept: canvases.map((canvas) => ({ canvas, was: pixels(canvas) })) });
});

/** On how many pixels of each kept tile something else stands now; the edges of shapes may differ by a shade. @param {import('playwright-core').Page} page @returns {Promise<number[]>} */
const changedPixels = (page) => page.evaluate(() => {
  const { kept, pixels } = /** @type {any} */ (window);
  return kept.map((/** @type {any} */ { canvas, was }) => {
    const now = pixels(canvas);
    let changed = 0;
    for (let i = 0; i < was.length; i += 4) if ([0, 1, 2, 3].some((k) => Math.abs(was[i + k] - now[i + k]) > 30)) changed++;
    return changed;
  });
});

test('what a drag repaints is what a map drawn anew shows', { skip }, async () => {
  const [lon, lat] = (await features('idle_spaces', 1))[0].geometry.coordinates;
  await visit(middleOf([lon, lat], `&task=choose&pick=site:${lon},${lat}`), async (page) => {
    await page.locator('.reach-area').first().waitFor({ state: 'attached' });
    await keepTiles(page);
    const box = await page.locator('.site-marker').boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 15, box.y + 20);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) await page.mouse.move(box.x + 15 + step * 6, box.y + 20 + step * 4);
    await page.mouse.up();
    await page.locator('.reach-area').first().waitFor({ state: 'attached' });
    const most = (/** @type {number[]} */ counts) => Math.max(...counts);
    assert.ok(most(await changedPixels(page)) > 500, 'the drag changed no building: the test shows nothing');
    await keepTiles(page);
    const drawn = () => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    await page.emulateMedia({ colorScheme: 'dark' });
    await drawn();
    assert.ok(most(await changedPixels(page)) > 10_000, 'the map was not drawn anew');
    await page.emulateMedia({ colorScheme: 'light' });
    await drawn();
    // Here a building is some hundreds of pixels; the rasteriser rounds a handful of corners another way in a smaller path.
    const other = await changedPixels(page);
    assert.ok(most(other) < 40, `pixels that differ, by tile: ${other}`);
  });
});

test('the language switches in place, and back and forward work', { skip }, async () => {
  await visit('?lang=zh', async (page) => {
    assert.match(await page.locator('.task').first().innerText(), /检查/);
    await page.locator('#lang').click();
    assert.match(await page.locator('.task').first().innerText(), /Check/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await page.keyboard.press('3');
    assert.ok(page.url().includes('task=report'));
    assert.ok(await page.locator('.exports a').count() >= 6);
    await page.goBack();
    await page.locator('.gap').first().waitFor();
    assert.equal(page.url().includes('task=report'), false);
  });
});

test('a server that stops answering is said on screen, with a way on', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&service=${service().code}`);
  await settled(page);
  await page.route('**/api/v1/coverage**', (route) => route.abort());
  await page.locator('[data-key="minutes-10"]').click();
  const notice = page.locator('.notice[data-problem=coverage]');
  await notice.waitFor();
  await page.unroute('**/api/v1/coverage**');
  await notice.locator('button').first().click();
  await notice.waitFor({ state: 'detached' });
  await settled(page);
  await page.context().close();
});

test('the page says of synthetic data that it is synthetic', { skip }, async () => {
  await visit('?lang=en', async (page) => {
    assert.equal(await page.locator('.attribution .is-synthetic').count(), workspace.synthetic ? 1 : 0);
  });
});

test('the report task links to downloads that the server gives', { skip }, async () => {
  await visit('?lang=zh&task=report', async (page) => {
    for (const link of ['gap_table.csv', 'facilities.geojson']) {
      const href = await page.locator(`a[data-key="${link}"]`).getAttribute('href');
      const response = await fetch(server.url + href);
      assert.equal(response.status, 200, String(href));
      assert.match(response.headers.get('content-disposition') ?? '', /attachment/);
      assert.ok((await response.text()).length > 100);
    }
  });
});

test('while the workspace is being loaded the page says so and goes on by itself', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  let refused = 0;
  await page.route('**/api/v1/workspace', (route) => (refused++ < 2
    ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Service Unavailable', detail: 'being loaded', detail_zh: '正在载入' }) })
    : route.fallback()));
  await page.goto(`${server.url}/?lang=zh`);
  await page.getByText('正在载入').waitFor();
  await settled(page);
  await page.context().close();
});
