import test from 'node:test';
import assert from 'node:assert/strict';
import { fromQuery, START, toQuery } from '../src/state.js';

/** @import { Selection, ViewState } from '../src/types.js' */

/** @type {Selection[]} */
const selections = [
  { kind: 'building', id: 'B000123' }, { kind: 'building', id: 'way/4711' }, { kind: 'facility', id: 'F:7' }, { kind: 'idle', id: 'I3' },
  { kind: 'area', level: 'community', code: '990001001001' }, { kind: 'area', level: 'community', code: '' },
  { kind: 'place', lon: -15.43, lat: 28.12 }, { kind: 'link', id: 'building/way/4711' }, { kind: 'fault', id: 'crossing/way/1/0+way/2/3' }, { kind: 'patch', id: 'meals/12' },
  { kind: 'site', lon: 108.95, lat: 34.25, idle: null }, { kind: 'site', lon: -15.4, lat: 28.1, idle: 'I:3' },
];

test('a view survives the way through the address bar', () => {
  for (const selection of selections) {
    /** @type {ViewState} */
    const state = {
      lang: 'en', task: 'choose', service: 'meals', minutes: 10, group: 'age_60_up', level: 'compound', sort: 'share',
      reach: 'corridor', overlays: ['patches', 'ledger', 'faults'],
      view: { lon: 108.951234, lat: 34.25, zoom: 15.5 }, selection, panel: 'health', changes: { add: [{ lon: 108.95, lat: 34.25, services: ['meals', 'health'], from: 'S;1:é' }], open_gates: ['gate "1"'] }, scenario: 's-1', compare: ['today', 's-1'], ask: { budget_cny: 25_000_000, weights: { meals: 2 } }, table: 'needs',
    };
    assert.deepEqual(fromQuery(toQuery(state)), state);
  }
});

test('the view at the start is a short address', () => {
  assert.equal(toQuery(START), '?lang=zh');
  assert.deepEqual(fromQuery('?lang=zh'), START);
});

test('nonsense in the address is left out', () => {
  const state = fromQuery('?lang=xx&task=fly&minutes=-3&level=planet&at=1,2&pick=site:a,b&sort=name&reach=far&layers=moon&panel=roof');
  assert.deepEqual(state, START);
});

test('the language of the start holds where the address names none', () => {
  assert.equal(fromQuery('', { ...START, lang: 'en' }).lang, 'en');
});
