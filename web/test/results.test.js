import test from 'node:test';
import assert from 'node:assert/strict';
import { columnsOf, filtersOf, kindOf, nameOf, sorted, TABLES } from '../src/results/tables.js';

/** @param {Record<string, any>} properties @returns {import('../src/types.js').Feature} */
const row = (properties) => ({ type: 'Feature', properties, geometry: null });
const needs = TABLES.find(({ layer }) => layer === 'needs') ?? TABLES[0];

test('a row\'s area is one column, texts in two languages are one, and empty columns are left out', () => {
  const rows = [row({ id: 'a', level: 'community', code: '1', name: '明德', name_en: 'Mingde', rule_zh: '规则', rule_en: 'Rule', have: null, note: null })];
  rows.push(row({ ...rows[0].properties, have: 3 }));
  assert.deepEqual(columnsOf(rows, needs, 'zh'), [{ name: 'area', kind: 'area' }, { name: 'rule_zh', kind: 'text' }, { name: 'have', kind: 'count' }]);
  assert.deepEqual(columnsOf(rows, needs, 'en').map(({ name }) => name), ['area', 'rule_en', 'have']);
});

test('kinds are told by names and values', () => {
  assert.equal(kindOf('share', 0.3), 'percent');
  assert.equal(kindOf('gini', 0.3), 'decimal');
  assert.equal(kindOf('people', 12), 'count');
  assert.equal(kindOf('services_missing', 'meals;health'), 'services');
  assert.equal(kindOf('verification', 'unverified'), 'mark');
  assert.equal(kindOf('verdict', 'met'), 'word');
});

test('rows without a value stand last in both directions', () => {
  const rows = [row({ n: 2 }), row({ n: null }), row({ n: 10 })];
  const order = (/** @type {boolean} */ down) => sorted(rows, { name: 'n', down }).map(({ properties }) => properties.n);
  assert.deepEqual(order(false), [2, 10, null]);
  assert.deepEqual(order(true), [10, 2, null]);
  assert.deepEqual(sorted(rows, null), rows);
});

test('a table is narrowed only by columns that it has', () => {
  const asked = { level: 'community', code: null, service: 'meals' };
  assert.deepEqual(filtersOf({ layer: 'x' }, asked, new Set(['service'])), { service: 'meals' });
  assert.deepEqual(filtersOf({ layer: 'x', filters: { official: 'true' } }, asked, new Set(['level', 'code'])), { official: 'true', level: 'community' });
});

test('a row is called by the English name where it has one and English is read', () => {
  assert.equal(nameOf(row({ name: '明德', name_en: 'Mingde' }), 'en'), 'Mingde');
  assert.equal(nameOf(row({ community: '9901' })), '9901');
  assert.equal(nameOf(row({ service: 'meals' })), '');
});
