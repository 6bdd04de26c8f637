/** @import { Page } from 'playwright-core' */

/** What a reader does in half a minute: looks at services, areas and panels, drags, pans, zooms. Ends where it began. @param {Page} page @param {number[]} bbox */
export async function useForAWhile(page, [west, south, east, north]) {
  const visit = async (/** @type {string} */ query) => {
    await page.evaluate((search) => { history.pushState(null, '', search); dispatchEvent(new PopStateEvent('popstate')); }, query);
    await page.waitForTimeout(900);
  };
  const at = (/** @type {number} */ share) => `${west + (east - west) * share},${south + (north - south) * share}`;
  for (const service of ['meals', 'pharmacy', 'elderly_care']) await visit(`?lang=en&service=${service}`);
  for (const share of [0.3, 0.4, 0.5, 0.6, 0.7]) await visit(`?lang=en&service=elderly_care&task=choose&pick=site:${at(share)}`);
  for (const panel of ['equity', 'charts', 'results', 'health']) await visit(`?lang=en&service=elderly_care&panel=${panel}`);
  for (const zoom of [15, 17, 13]) await visit(`?lang=en&service=elderly_care&at=${at(0.5)},${zoom}`);
  await visit('?lang=zh&service=elderly_care');
  await visit('?lang=en&service=elderly_care');
}

/** What is in use after the garbage is gone. @param {Page} page */
export async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const counters = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap_mb: Math.round(usedSize / 1e5) / 10, nodes: counters.nodes, listeners: counters.jsEventListeners };
}
