// Measures the page in headless Chromium on the real server and prints one JSON line a measurement. Nothing here is a test.
//   node bench/live.js [first-map] [drag] [pan] [memory] [--seconds 10] [--minutes 10]     all but memory where none is named
// E2E_WORKSPACE names another workspace than the sample, E2E_URL a server that runs already.
import { parseArgs } from 'node:util';
import { openPage, settled, startBrowser, startServer } from '../e2e/support.js';
import { drag, watchAnswers } from './drag.js';
import { heap, heapByKind, useForAWhile } from './memory.js';
import { openPlainPage } from './plainBrowser.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string', default: '10' }, minutes: { type: 'string', default: '10' } } });
const wanted = positionals.length > 0 ? positionals : ['first-map', 'drag', 'pan'];
const seconds = Number(values.seconds);

/** @param {string} what @param {Record<string, any>} figures */
const print = (what, figures) => console.log(JSON.stringify({ what, ...figures }));

/** @param {number[]} samples @param {number} share */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN) * 10) / 10;
}

/** From navigation to the frame in which the coloured buildings stand on the map, in a browser that has never seen the page. @param {import('playwright-core').Browser} browser @param {string} url */
async function firstMap(browser, url) {
  const samples = [];
  for (let run = 0; run < 5; run++) {
    const { page } = await openPage(browser, url);
    await page.goto(`${url}/?lang=en`);
    await page.waitForFunction(() => performance.getEntriesByName('buildings-coloured').length > 0, null, { timeout: 120_000, polling: 'raf' });
    samples.push(await page.evaluate(() => performance.getEntriesByName('buildings-coloured')[0].startTime));
    await page.context().close();
  }
  print('first-map', { runs: samples.length, median_ms: quantile(samples, 0.5), max_ms: quantile(samples, 1) });
}

/** Frames while the map is panned back and forth. @param {import('playwright-core').Browser} browser @param {string} url */
async function pan(browser, url) {
  const { page } = await openPage(browser, url);
  await page.goto(`${url}/?lang=en`);
  await settled(page);
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('no map');
  for (const zoomIn of [0, 2]) {
    for (let i = 0; i < zoomIn; i++) await page.locator('.leaflet-control-zoom-in').click({ delay: 20 });
    await page.waitForTimeout(1500);
    await page.evaluate(() => {
      /** @type {number[]} */
      const frames = [];
      const step = (/** @type {number} */ at) => { frames.push(at); requestAnimationFrame(step); };
      requestAnimationFrame(step);
      Object.assign(window, { frames });
    });
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const until = Date.now() + seconds * 1000;
    for (let i = 0; Date.now() < until; i++) await page.mouse.move(x + 300 * Math.sin(i / 15), y + 200 * Math.sin(i / 11));
    await page.mouse.up();
    const frames = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).frames));
    const gaps = frames.slice(1).map((at, i) => at - frames[i]);
    print('pan', { zoomed_in: zoomIn, fps: Math.round((gaps.length / (frames[frames.length - 1] - frames[0])) * 10_000) / 10, frame_p95_ms: quantile(gaps, 0.95), frame_max_ms: quantile(gaps, 1) });
  }
  await page.context().close();
}

const server = await startServer();
const browser = await startBrowser();
try {
  const workspace = await (await fetch(`${server.url}/api/v1/workspace`)).json();
  print('workspace', { buildings: workspace.layers.find((/** @type {any} */ layer) => layer.name === 'buildings')?.count });
  if (wanted.includes('first-map')) await firstMap(browser, server.url);
  if (wanted.includes('drag')) {
    const { page } = await openPage(browser, server.url);
    await watchAnswers(page);
    const samples = await drag(page, server.url, workspace.bbox, seconds * 1000);
    print('drag', { answers: samples.length, median_ms: quantile(samples, 0.5), p95_ms: quantile(samples, 0.95), max_ms: quantile(samples, 1) });
    await page.context().close();
  }
  if (wanted.includes('pan')) await pan(browser, server.url);
  if (wanted.includes('memory')) {
    const page = await openPlainPage(`${server.url}/?lang=en&service=elderly_care`);
    await page.until('performance.getEntriesByName("buildings-coloured").length > 0');
    const until = Date.now() + Number(values.minutes) * 60_000;
    for (let round = 1; Date.now() < until; round++) {
      await useForAWhile(page, workspace.bbox);
      print('memory', { round, ...await heap(page), ...round % 10 === 0 ? await heapByKind(page) : {} });
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
