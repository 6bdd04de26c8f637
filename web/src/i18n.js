/** @import { LocalText } from './types.js' */
import { zh } from './text/zh.js';
import { en } from './text/en.js';
import { columnsEn } from './text/columnsEn.js';
import { columnsZh } from './text/columnsZh.js';
import { chartsEn } from './text/chartsEn.js';
import { chartsZh } from './text/chartsZh.js';
import { editingEn } from './text/editingEn.js';
import { editingZh } from './text/editingZh.js';
import { equityEn } from './text/equityEn.js';
import { equityZh } from './text/equityZh.js';
import { mapsEn } from './text/mapsEn.js';
import { mapsZh } from './text/mapsZh.js';
import { provenanceEn } from './text/provenanceEn.js';
import { provenanceZh } from './text/provenanceZh.js';
import { resultsEn } from './text/resultsEn.js';
import { resultsZh } from './text/resultsZh.js';
import { scenarioEn } from './text/scenarioEn.js';
import { scenarioZh } from './text/scenarioZh.js';
import { sideEn } from './text/sideEn.js';
import { sideZh } from './text/sideZh.js';
import { sitingEn } from './text/sitingEn.js';
import { sitingZh } from './text/sitingZh.js';
import { tourEn } from './text/tourEn.js';
import { tourZh } from './text/tourZh.js';

/** @typedef {'zh'|'en'} Lang */

/** @type {Record<Lang, Record<string, string>>} */
export const TABLES = { zh: { ...zh, ...sideZh, ...resultsZh, ...columnsZh, ...equityZh, ...sitingZh, ...mapsZh, ...chartsZh, ...scenarioZh, ...provenanceZh, ...tourZh, ...editingZh }, en: { ...en, ...sideEn, ...resultsEn, ...columnsEn, ...equityEn, ...sitingEn, ...mapsEn, ...chartsEn, ...scenarioEn, ...provenanceEn, ...tourEn, ...editingEn } };

/** The language to begin with: the reader's last choice, else the browser's. @param {string|null} kept @param {readonly string[]} browser @returns {Lang} */
export function startLanguage(kept, browser) {
  if (kept === 'zh' || kept === 'en') return kept;
  return (browser[0] ?? 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * A text with its `{parameters}` filled in. An unknown key is a programming error and says so.
 * @param {Lang} lang @param {string} key @param {Record<string, string|number>} [values]
 */
export function text(lang, key, values = {}) {
  const template = TABLES[lang][key];
  if (template === undefined) throw new RangeError(`No text "${key}" in ${lang}; add it to src/text.`);
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A name that comes from the data. @param {LocalText|null|undefined} name @param {Lang} lang */
export function local(name, lang) {
  return name ? name[lang] || name.zh || name.en || '' : '';
}

/** Name of an area: the English one where it has one and English is read. @param {{name?: string|null, name_en?: string|null, code?: string}} area @param {Lang} lang */
export function areaName(area, lang) {
  const name = area.name ?? '';
  return (lang === 'en' && area.name_en) || name || area.name_en || area.code || '';
}
