// Takes every main state of the page in both languages, themes and widths, to be looked at: node bench/shots.js <folder> [state …]     all where none is named
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, settled, startBrowser, startServer } from '../e2e/support.js';

const [, , folder, ...named] = process.argv;
if (!folder) throw new Error('usage: node bench/shots.js <folder> [state …]');
mkdirSync(folder, { recursive: true });

const server = await startServer();
const browser = await startBrowser();
/** @param {string} layer @returns {Promise<any[]>} */
const rows = async (layer) => (await (await fetch(`${server.url}/ogc/collections/${layer}/items?limit=60`)).json()).features;
const [buildings, spaces, facilities, gates, areas] = await Promise.all(['buildings', 'idle_spaces', 'facilities', 'entrances', 'boundaries'].map(rows));
const [street] = await rows('walk_edges');
const community = areas.find(({ properties }) => properties.level === 'community').properties.code;
const [lon, lat] = spaces[4].geometry.coordinates;
const changes = encodeURIComponent(JSON.stringify({ open_gates: [gates[0].properties.id], add: [{ lon, lat, services: ['elderly_care'], from: spaces[4].properties.id }] }));

const saved = await (await fetch(`${server.url}/api/v1/scenarios`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Plan A', changes: { close: [facilities[0].properties.id], open_gates: [gates[0].properties.id] } }) })).json();

/** @type {Record<string, {query: string, steps?: (page: import('playwright-core').Page) => Promise<void>}>} */
const STATES = {
  check: { query: '' }, area: { query: `&pick=area:community:${community}` }, building: { query: `&pick=building:${buildings[0].properties.id}` }, facility: { query: `&pick=facility:${facilities[0].properties.id}` }, gate: { query: `&pick=gate:${gates[0].properties.id}` },
  near: { query: `&at=${lon},${lat},17` }, choose: { query: `&task=choose&pick=site:${lon},${lat}:${spaces[4].properties.id}` }, bands: { query: `&pick=place:${lon},${lat}&reach=contour` }, report: { query: '&task=report' }, scenario: { query: `&panel=scenario&changes=${changes}` },
  ...Object.fromEntries(['import', 'health', 'results', 'rules', 'equity', 'siting', 'charts'].map((panel) => [panel, { query: `&panel=${panel}` }])), edit: { query: `&panel=edit&pick=idle:${spaces[0].properties.id}` },
  how: { query: '', steps: (page) => page.locator('#outside').click() }, help: { query: '', steps: (page) => page.keyboard.press('?') }, export: { query: '', steps: (page) => page.keyboard.press('e') },
  compare: { query: `&compare=today,${saved.id}` }, reshape: { query: `&panel=edit&pick=edge:${street.properties.id}`, steps: (page) => page.locator('#edit-reshape').click() },
  plan: { query: '&panel=siting', steps: (page) => page.locator('#siting-run-plan').click().then(() => page.locator('#siting-plan, .plan-site').first().waitFor({ timeout: 60_000 })) },
  menu: { query: '', steps: async (page) => { if (await page.locator('#more-tools').isVisible()) await page.locator('#more-tools').click(); } },
};

for (const lang of ['zh', 'en']) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of [1440, 768]) {
      const { page } = await openPage(browser, server.url);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [name, { query, steps }] of Object.entries(STATES).filter(([state]) => named.length === 0 || named.includes(state))) {
        await page.goto(`${server.url}/?lang=${lang}&service=elderly_care${query}`);
        await settled(page);
        await steps?.(page);
        await page.waitForTimeout(700);
        await page.screenshot({ path: join(folder, `${name}_${lang}_${colorScheme}_${width}.png`) });
      }
      await page.context().close();
    }
  }
}
await browser.close();
await server.stop();
