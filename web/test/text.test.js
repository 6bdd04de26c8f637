import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { areaName, local, startLanguage, TABLES, text } from '../src/i18n.js';

const ROOT = new URL('../src/', import.meta.url);
const sources = readdirSync(ROOT, { recursive: true }).map(String).filter((file) => file.endsWith('.js') && !file.startsWith('text'))
  .map((file) => readFileSync(new URL(file, ROOT), 'utf8')).join('\n');

test('Chinese and English have the same keys', () => {
  assert.deepEqual(Object.keys(TABLES.zh).sort(), Object.keys(TABLES.en).sort());
});

test('a text has the same parameters in both languages', () => {
  const parameters = (/** @type {string} */ template) => [...new Set(template.match(/\{(\w+)\}/g) ?? [])].filter((name) => !'{z}{x}{y}'.includes(name)).sort();
  for (const key of Object.keys(TABLES.zh)) assert.deepEqual(parameters(TABLES.en[key]), parameters(TABLES.zh[key]), key);
});

test('every key that the page asks for exists', () => {
  const asked = [...sources.matchAll(/\bt\('(\w+)'/g)].map((match) => match[1]);
  assert.ok(asked.length > 80);
  assert.deepEqual(asked.filter((key) => !(key in TABLES.zh)), []);
});

test('no text is left over', () => {
  const used = (/** @type {string} */ key) => sources.includes(`'${key}'`) || sources.includes(`\`${key.split('_')[0]}_\${`);
  assert.deepEqual(Object.keys(TABLES.zh).filter((key) => !used(key)), []);
});

// Names of formats and of the program, and what is an example of an address, are the same in every language.
const SAME = /^(SpatialPlanner|PNG|SVG|PDF|CSV|GeoJSON|GPKG|Excel|XLSX|KML|[A-Z]{2,5}|https:\/\/….*|Alt|Esc|[^A-Za-z\u4e00-\u9fff]*|[a-z] [A-Z]|[a-zA-Z?]|Delete|中文|English)$/;

test('what a reader sees or hears comes out of the tables of texts', () => {
  const told = readdirSync(ROOT, { recursive: true }).map(String).filter((file) => file.endsWith('.js') && !file.startsWith('text')).flatMap((file) => {
    const code = readFileSync(new URL(file, ROOT), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    const literals = [
      ...code.matchAll(/(?:'aria-label'|'aria-description'|\b(?:title|placeholder|alt|textContent)): '([^']+)'/g), ...code.matchAll(/\bh\('\w+', \{[^{}]*\}, '([^']+)'/g), ...code.matchAll(/setAttribute\('(?:title|aria-label)', '([^']+)'/g), ...code.matchAll(/textContent = '([^']+)'/g),
      // Both languages beside each other are no table's business.
      ...code.split('\n').filter((line) => !/\bzh\b/.test(line)).flatMap((line) => [...line.matchAll(/['"`]([^'"`]*[\u4e00-\u9fff][^'"`]*)['"`]/g)]),
    ];
    return literals.filter(([, text]) => !SAME.test(text) && !(text in TABLES.zh)).map(([, text]) => `${file}: ${text}`);
  });
  // The words of a server that does not answer stand below each other; names of columns and places are those of the server's own language.
  assert.deepEqual(told.filter((found) => !/^(api|imports\/corrections|imports\/problems)\.js/.test(found)), []);
});

test('no source writes markup from data', () => {
  assert.equal(/innerHTML|insertAdjacentHTML|outerHTML|document\.write/.test(sources), false);
});

test('parameters are filled in, unknown ones stay', () => {
  assert.equal(text('en', 'showMore', { n: 7 }), 'Show 7 more');
  assert.equal(text('zh', 'baseMapHint').includes('{z}'), true);
  assert.throws(() => text('en', 'noSuchText'), RangeError);
});

test('the language is the kept one, else the browser\'s', () => {
  assert.equal(startLanguage('en', ['zh-CN']), 'en');
  assert.equal(startLanguage(null, ['zh-CN', 'en']), 'zh');
  assert.equal(startLanguage('xx', ['de-DE']), 'en');
  assert.equal(startLanguage(null, []), 'zh');
});

test('an area is called by its English name only where it has one', () => {
  assert.equal(areaName({ name: '明德社区', name_en: 'Mingde' }, 'en'), 'Mingde');
  assert.equal(areaName({ name: '明德社区', name_en: null }, 'en'), '明德社区');
  assert.equal(areaName({ name: null, code: '9900' }, 'zh'), '9900');
  assert.equal(local({ zh: '药店', en: '' }, 'en'), '药店');
});
