import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, openPage, settled, startBrowser, startServer } from './support.js';
import { HOSTILE, startHostile } from './hostile.js';

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

test('exports keep hostile texts as they are and can be read by parsers', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en`);
  for (const layer of ['facilities', 'idle_spaces', 'boundaries', 'resources']) {
    const [names, before] = [new Set(HOSTILE), await features(layer)];
    const geojson = await ask(`${server.url}/api/v1/export/${layer}.geojson`);
    assert.ok(geojson.features.every((/** @type {any} */ { properties }) => names.has(properties.name)), layer);
    assert.equal(geojson.features.length >= Math.min(before.length, 60), true);
    for (const format of ['csv', 'xlsx', 'gpkg', ...(layer === 'resources' ? [] : ['kml', 'fgb'])]) {
      const answer = await fetch(`${server.url}/api/v1/export/${layer}.${format}`);
      assert.equal(answer.status, 200, `${layer}.${format}`);
      assert.match(answer.headers.get('content-disposition') ?? '', new RegExp(`filename="?${layer}\\.${format}"?`));
      const text = await answer.text();
      if (format !== 'kml') continue;
      const found = await page.evaluate((xml) => {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        return { isBroken: document.querySelector('parsererror') !== null, scripts: document.getElementsByTagName('script').length, names: [...document.getElementsByTagName('Placemark')].map((mark) => mark.getElementsByTagName('name')[0]?.textContent) };
      }, text);
      assert.deepEqual([found.isBroken, found.scripts], [false, 0], `${layer}.kml`);
    }
  }
  await page.context().close();
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
