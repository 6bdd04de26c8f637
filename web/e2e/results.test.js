import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, startBrowser, startServer, visitPage } from './support.js';
import { TABLES } from '../src/results/tables.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;

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

/** @typedef {import('playwright-core').Page} Page */

/** @param {string} query @param {(page: Page) => Promise<void>} steps */
const visit = (query, steps) => visitPage(browser, server.url, query, steps);

/** @param {string} layer @param {Record<string, string>} filters @returns {Promise<{numberMatched: number, features: any[]}>} */
const items = (layer, filters) => ask(`${server.url}/ogc/collections/${layer}/items?${new URLSearchParams({ limit: '1000', ...filters })}`);

for (const lang of ['zh', 'en']) {
  test(`every result is a table with words of its language (${lang})`, { skip }, async () => {
    await visit(`?lang=${lang}&service=elderly_care&panel=results`, async (page) => {
      for (const { layer } of TABLES) {
        await page.locator('#results-table').selectOption(layer);
        await page.locator('.results-table, #results-empty').first().waitFor();
        const heads = await page.locator('.results-table thead th').allInnerTexts();
        const strange = heads.filter((head) => head.includes('_') || (lang === 'zh' && /^[a-z]/.test(head)));
        assert.deepEqual(strange, [], `columns of ${layer} without words`);
        const cells = await page.locator('.results-table tbody td').allInnerTexts();
        assert.deepEqual(cells.filter((cell) => /NaN|Infinity|undefined|null/.test(cell)), [], layer);
      }
    });
  });
}

test('a table has the rows of the server, worst first, and is turned by a click', { skip }, async () => {
  const { features } = await items('indicators', { level: 'community', service: 'meals', official: 'true' });
  const shares = features.map(({ properties }) => properties.share).filter((share) => share !== null);
  await visit('?lang=en&service=meals&panel=results&table=indicators', async (page) => {
    await page.locator('.results-table').waitFor();
    assert.equal(await page.locator('#results-count').innerText(), `${features.length} rows`);
    const first = () => page.locator('.results-table tbody tr').first().locator('[title]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')));
    assert.ok((await first()).includes(`${(Math.min(...shares) * 100).toFixed(2)} %`));
    await page.locator('[data-key=sort-share]').click();
    assert.ok((await first()).includes(`${(Math.max(...shares) * 100).toFixed(2)} %`));
  });
});

test('the card of a community shows what the tables say of it, and leads to them', { skip }, async () => {
  const { features: communities } = await items('needs', { level: 'community' });
  const { code } = communities[0].properties;
  const [needs, capacity] = [await items('needs', { level: 'community', code }), await items('capacity_split', { level: 'community', code })];
  await visit(`?lang=en&service=meals&pick=area:community:${code}`, async (page) => {
    await page.locator('#card-needs').waitFor();
    assert.equal(await page.locator('#card-needs tbody tr').count(), needs.features.length);
    const text = await page.locator('#card-needs').innerText();
    for (const { properties } of needs.features) {
      if (properties.required !== null) assert.ok(text.includes(Math.round(properties.required).toLocaleString('en-US')), `${properties.rule}: ${properties.required}`);
    }
    const split = capacity.features.filter(({ properties }) => properties.served !== null);
    assert.equal(await page.locator('#card-capacity_split tbody tr').count(), split.length);
    await page.locator('[data-key=card-needs]').click();
    await page.locator('.results-table').waitFor();
    assert.equal(await page.locator('#results-table').inputValue(), 'needs');
    assert.equal(await page.locator('.results-table tbody tr').count(), needs.features.length);
    await page.locator('[data-key=results-area]').click();
    await page.locator('#results-level').waitFor();
  });
});

test('each assumption has its band, and the headline stands in it', { skip }, async () => {
  await visit('?lang=en&service=meals&panel=results&table=sensitivity', async (page) => {
    await page.locator('.whiskers').first().waitFor();
    const places = await page.locator('.whiskers').evaluateAll((bands) => bands.map((band) => {
      const x = (/** @type {string} */ selector, /** @type {string} */ name) => Number(band.querySelector(selector)?.getAttribute(name));
      return { low: x('.band', 'x1'), high: x('.band', 'x2'), dot: x('circle', 'cx') };
    }));
    assert.ok(places.length > 1);
    assert.deepEqual(places.filter(({ low, high, dot }) => !(low <= dot && dot <= high)), []);
  });
});
