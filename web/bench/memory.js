/** @typedef {Awaited<ReturnType<typeof import('./plainBrowser.js').openPlainPage>>} PlainPage */

const PAUSE_MS = 900;

/** What a reader does in a quarter of a minute: looks at services, areas and panels, drags, pans, zooms. Ends where it began. @param {PlainPage} page @param {number[]} bbox */
export async function useForAWhile(page, [west, south, east, north]) {
  const at = (/** @type {number} */ share) => `${west + (east - west) * share},${south + (north - south) * share}`;
  const visits = [
    ...['meals', 'pharmacy', 'elderly_care'].map((service) => `?lang=en&service=${service}`),
    ...[0.3, 0.4, 0.5, 0.6, 0.7].map((share) => `?lang=en&service=elderly_care&task=choose&pick=site:${at(share)}`),
    ...['equity', 'charts', 'results', 'health'].map((panel) => `?lang=en&service=elderly_care&panel=${panel}`),
    ...[15, 17, 13].map((zoom) => `?lang=en&service=elderly_care&at=${at(0.5)},${zoom}`),
    '?lang=zh&service=elderly_care',
    '?lang=en&service=elderly_care',
  ];
  await page.evaluate(`(async () => {
    for (const search of ${JSON.stringify(visits)}) {
      history.pushState(null, '', search);
      dispatchEvent(new PopStateEvent('popstate'));
      await new Promise((resolve) => setTimeout(resolve, ${PAUSE_MS}));
    }
  })()`);
}

/** What is in use after the garbage is gone. @param {PlainPage} page */
export async function heap(page) {
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await page.send('Memory.getDOMCounters');
  return { heap_mb: megabytes(usedSize), nodes, listeners: jsEventListeners };
}

/** The heap by what holds it: the engine's own code and shapes of objects, which grow until all of the page's code has run often, beside what the page keeps. @param {PlainPage} page */
export async function heapByKind(page) {
  let text = '';
  const done = page.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => { text += chunk; });
  await page.send('HeapProfiler.takeHeapSnapshot');
  done();
  const { snapshot: { meta }, nodes } = JSON.parse(text);
  const [type, size] = ['type', 'self_size'].map((field) => meta.node_fields.indexOf(field));
  /** @type {Record<string, number>} */
  const bytes = {};
  for (let i = 0; i < nodes.length; i += meta.node_fields.length) {
    const kind = meta.node_types[type][nodes[i + type]];
    bytes[kind] = (bytes[kind] ?? 0) + nodes[i + size];
  }
  return Object.fromEntries(Object.entries(bytes).map(([kind, sum]) => [kind, megabytes(sum)]));
}

const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e4) / 100;
