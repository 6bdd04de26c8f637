import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planner, startServer } from './support.js';

/** Texts that a careless page, export or report would take for something else. */
export const HOSTILE = [
  '<script>window.__pwned=1</script>', '"><img src=x onerror=window.__pwned=1>', '\' " ` \\ &amp; &lt;', '\u202Etxet a sdrawkcab\u202C \u2067عربي\u2069', '长'.repeat(10_000),
  '👩‍👩‍👧‍👦🏴‍☠️é', 'two\nlines\tand a tab', '=cmd|\'/c calc\'!A1', ']]><x>', '{{constructor.constructor("window.__pwned=1")()}}${7*7}', '../../etc/passwd', 'javascript:window.__pwned=1', '</title></style></svg><svg onload=window.__pwned=1>',
];

/** Columns of free text; what is left has codes, words of a list or numbers. */
export const TEXTS = new Set(['name', 'name_en', 'operator', 'owner', 'source', 'note', 'hours', 'body', 'contact', 'channel', 'respondent']);

/** Keys and what refers to them. */
export const KEYS = new Set(['id', 'code', 'parent_code', 'community_code', 'compound_id', 'of_id']);

export const LAYERS = ['boundaries', 'compounds', 'buildings', 'walk_edges', 'entrances', 'facilities', 'idle_spaces', 'land_cover', 'residential_land', 'resources', 'survey_responses', 'compound_rooms'];

/** Layers without places. */
const TABLES = new Set(['survey_responses', 'compound_rooms']);

/** @param {string} key */
export const hostileKey = (key) => `${key} "<i>'&`;

/** A district of the sample's middle in which every free text of every layer is hostile, and every key odd. @param {{url: string}} sample @returns {Promise<{url: string, workspace: string, stop: () => Promise<void>}>} */
export async function startHostile(sample) {
  const folder = mkdtempSync(join(tmpdir(), 'planner-hostile-'));
  const workspace = join(folder, 'hostile.gpkg');
  for (const layer of LAYERS) {
    const where = TABLES.has(layer) ? '' : '&bbox=108.935,34.235,108.965,34.26';
    const answer = await fetch(`${sample.url}/ogc/collections/${layer}/items?limit=1500${where}`);
    assert.equal(answer.status, 200, layer);
    const { features } = /** @type {any} */ (await answer.json());
    features.forEach((/** @type {any} */ feature, /** @type {number} */ i) => spoil(feature.properties, i));
    const file = join(folder, `${layer}.geojson`);
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
    await planner(['import', file, '-w', workspace, '--layer', layer]);
  }
  const server = await startServer({ workspace });
  return { url: server.url, workspace, stop: () => server.stop().then(() => rmSync(folder, { recursive: true, force: true })) };
}

/** @param {Record<string, any>} properties @param {number} i */
function spoil(properties, i) {
  let column = 0;
  for (const name of Object.keys(properties)) {
    if (TEXTS.has(name)) properties[name] = HOSTILE[(i + column++) % HOSTILE.length];
    else if (KEYS.has(name) && properties[name] !== null) properties[name] = hostileKey(properties[name]);
  }
}
