import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { TABLES } from '../src/i18n.js';
import { FIGURES } from '../src/provenance/figures.js';

const FOLDER = new URL('../src/', import.meta.url);
const sources = readdirSync(FOLDER, { recursive: true }).map(String).filter((name) => name.endsWith('.js') && !name.startsWith('provenance')).map((name) => readFileSync(new URL(name, FOLDER), 'utf8')).join('\n');
const asked = new Set([...sources.matchAll(/\b(?:figure|how)\(context, '(\w+)'|\bhow: '(\w+)'/g)].map(([, figure, chart]) => figure ?? chart));

test('what the page asks about is defined, and what is defined is asked about', () => {
  assert.deepEqual([...asked].sort(), Object.keys(FIGURES).sort());
});

test('a sum names the same values in both languages, and every one of them is given', () => {
  const named = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [key, { sum }] of Object.entries(FIGURES)) {
    if (sum === null) continue;
    assert.deepEqual(named(TABLES.zh[sum]), named(TABLES.en[sum]), key);
    for (const name of named(TABLES.en[sum])) assert.match(sources, new RegExp(`\\b${name}: |\\b${name}[,} ]`), `${key}: ${name}`);
  }
});
