import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TABLES } from '../src/i18n.js';
import { ask, browserPath, openPage, settled, startBrowser, startServer } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;
const AXE = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  if (skip) return;
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What axe holds against the page: serious and critical findings. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function findings(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return violations.filter((/** @type {any} */ found) => ['serious', 'critical'].includes(found.impact))
      .flatMap((/** @type {any} */ found) => found.nodes.slice(0, 3).map((/** @type {any} */ node) => `${found.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
  });
}

/** Main states of the page: its address, and the key that opens a dialog. @returns {Promise<{query: string, key?: string, click?: string}[]>} `click`: a control that opens what is looked at */
async function states() {
  const first = async (/** @type {string} */ name) => (await ask(`${server.url}/ogc/collections/${name}/items?limit=1`)).features[0];
  const [space, facility, building, gate, areas] = [await first('idle_spaces'), await first('facilities'), await first('buildings'), await first('entrances'), await ask(`${server.url}/ogc/collections/boundaries/items?limit=60`)];
  const [lon, lat] = space.geometry.coordinates;
  const { code } = areas.features.find((/** @type {any} */ { properties }) => properties.level === 'community').properties;
  return [
    { query: '&layers=patches,ledger,faults' }, { query: `&task=choose&pick=site:${lon},${lat}` }, { query: '&task=report' }, { query: `&pick=building:${building.properties.id}` },
    { query: `&pick=facility:${facility.properties.id}` }, { query: `&pick=idle:${space.properties.id}` }, { query: `&pick=area:community:${code}` }, { query: `&pick=place:${lon},${lat}&reach=contour` },
    ...['import', 'health', 'results', 'rules', 'equity', 'siting', 'charts', 'scenario', 'edit'].map((panel) => ({ query: `&panel=${panel}` })), { query: '', key: '?' }, { query: '', key: 'e' },
    { query: `&panel=edit&pick=idle:${space.properties.id}` }, { query: '&panel=edit', click: '#edit-tab-log' }, { query: '', click: '#outside' }, { query: `&pick=gate:${gate.properties.id}` },
    { query: `&panel=scenario&changes=${encodeURIComponent(JSON.stringify({ open_gates: [gate.properties.id] }))}` }, { query: '', key: '?', click: '#tour-again' },
  ];
}

/** Texts of the other language that the page shows or says: whole texts of its table, long enough not to be in the data. @param {import('playwright-core').Page} page @param {'zh'|'en'} lang @returns {Promise<string[]>} */
function foreign(page, lang) {
  const other = Object.values(TABLES[lang === 'zh' ? 'en' : 'zh']).flatMap((template) => template.split(/\{\w+\}/)).map((part) => part.trim())
    .filter((part) => (lang === 'zh' ? part.split(' ').length > 2 : (part.match(/[\u4e00-\u9fff]/g) ?? []).length > 4));
  return page.evaluate((texts) => {
    const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) => [element.getAttribute('aria-label'), element.getAttribute('title'), element.getAttribute('placeholder')]);
    const all = [document.body.innerText, ...said].join('\n');
    return texts.filter((text) => all.includes(text));
  }, other);
}

/** Each state is seen in one of these; together they have both languages, both themes and two widths. */
const LOOKS = /** @type {const} */ ([['en', 'light', 1440], ['zh', 'dark', 1440], ['zh', 'light', 768], ['en', 'dark', 768]]);

test('axe finds nothing serious in any main state', { skip }, async (t) => {
  const all = await states();
  for (const [look, [lang, colorScheme, width]] of LOOKS.entries()) {
    await t.test(`${lang}, ${colorScheme}, ${width} px`, async () => {
      const { page } = await openPage(browser, server.url);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 1024 });
      for (const { query, key, click } of all.filter((_, i) => i % LOOKS.length === look)) {
        await page.goto(`${server.url}/?lang=${lang}${query}`);
        await settled(page);
        if (key) await page.keyboard.press(key);
        if (click) await page.locator(click).click();
        assert.deepEqual(await foreign(page, lang), [], `${lang} ${query}`);
        assert.deepEqual(await findings(page), [], `${lang} ${colorScheme} ${width} ${query} ${key ?? ''} ${click ?? ''}`);
      }
      await page.context().close();
    });
  }
});

test('the map says in words what it shows', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&service=elderly_care`);
  await settled(page);
  const outside = Number(await page.locator('#outside').getAttribute('title'));
  const said = await page.locator('#map').getAttribute('aria-label') ?? '';
  assert.ok(said.includes(`${outside.toLocaleString('en-US')} people`), said);
  await page.context().close();
});

const TOOLS = ['edit', 'export', 'header-redo', 'header-undo', 'health', 'help', 'import', 'lang', 'results', 'rules', 'scenario', 'settings'];

/** The tools that a reader sees whole, in the row or, once it is opened, in its menu. @param {import('playwright-core').Page} page */
async function toolsAtHand(page) {
  const more = page.locator('#more-tools');
  const hasMenu = await more.isVisible();
  if (hasMenu) await more.click();
  const seen = await page.evaluate(() => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.tools [data-key]:not(#more-tools)')]).filter((tool) => {
    const { left, right, bottom } = tool.getBoundingClientRect();
    const row = /** @type {Element} */ (document.querySelector('.tools')).getBoundingClientRect();
    return right > left && left >= 0 && right <= (tool.closest('.tool-menu') ? innerWidth : row.right + 1) && right <= innerWidth && bottom <= innerHeight;
  }).map((tool) => tool.dataset.key ?? ''));
  if (hasMenu) await page.keyboard.press('Escape');
  return seen.sort();
}

test('what has no room in the header is in a menu, which gives the focus back', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.setViewportSize({ width: 1024, height: 900 });
  await page.goto(`${server.url}/?lang=en&panel=charts`);
  await settled(page);
  await page.locator('#side').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
  await page.locator('#more-tools').focus();
  await page.keyboard.press('Enter');
  while (await focused() !== 'settings') await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#dialog[open]').waitFor({ state: 'detached' });
  assert.equal(await focused(), 'more-tools');
  await page.keyboard.press('Enter');
  await page.locator('#tool-menu').waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('Escape');
  await page.locator('#tool-menu').waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#side').isVisible(), true, 'Escape closes the menu, not the panel behind it');
  await page.setViewportSize({ width: 1920, height: 900 });
  await page.locator('#more-tools').waitFor({ state: 'hidden' });
  assert.deepEqual(await toolsAtHand(page), TOOLS);
  await page.context().close();
});

test('at every width the page fits its window, the search takes a name, every tool is at hand, and the legend is whole with nothing on it', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  for (const [width, panel] of /** @type {const} */ ([[400, ''], [768, ''], [1024, 'charts'], [1024, ''], [1100, ''], [1280, 'charts'], [1440, 'rules'], [1440, 'results']])) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.url}/?lang=en&panel=${panel}`);
    await settled(page);
    if (panel) await page.locator('#side').waitFor();
    await page.locator('.legends:not(.is-measured) .legend.is-main').waitFor();
    assert.deepEqual(await toolsAtHand(page), TOOLS, `${width} px ${panel}`);
    // A narrow map has its legend folded; one that is opened is whole too.
    if (await page.locator('.legend.is-main:not([open])').count() > 0) await page.locator('.legend.is-main summary').click();
    await page.locator('#search').focus();
    const { over, search, covered, cut } = await page.evaluate(() => {
      const box = (/** @type {Element} */ element) => element.getBoundingClientRect();
      const scale = box(/** @type {Element} */ (document.querySelector('.leaflet-control-scale')));
      const legends = [...document.querySelectorAll('.legends:not(.is-measured) .legend')].map(box).filter((legend) => legend.width > 0);
      const side = document.querySelector('#side:not([hidden])');
      const edge = side ? box(side).left : innerWidth;
      return {
        cut: [...document.querySelectorAll('.legends:not(.is-measured) .legend li')].filter((line) => box(line).right > edge || [...line.children].some((child) => box(child).right > box(line).right + 1)).map((line) => line.textContent),
        over: document.documentElement.scrollWidth - window.innerWidth, search: box(/** @type {Element} */ (document.querySelector('#search'))).width,
        covered: legends.filter((legend) => legend.right > scale.left && legend.left < scale.right && legend.bottom > scale.top && legend.top < scale.bottom).length,
      };
    });
    assert.deepEqual([over, search >= 120, covered, cut], [0, true, 0, []], `${width} px ${panel}: search ${search} px`);
  }
  await page.context().close();
});
