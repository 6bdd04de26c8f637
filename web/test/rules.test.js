import test from 'node:test';
import assert from 'node:assert/strict';
import { edited, figureOf, limitFrom, placeOf, problemsAt } from '../src/rules.js';
import { fromQuery, START, toQuery } from '../src/state.js';

const words = (/** @type {string} */ text) => ({ zh: text, en: text });
const service = (/** @type {string} */ code, /** @type {object} */ limit) => ({ code, name: words(code), limit_metres: null, limit_minutes: null, source: words('law'), verification: 'secondary', ...limit });
const rule = (/** @type {string} */ id, /** @type {object} */ more) => ({ id, service: null, measure: null, implied: false, value: 30, source: words('guide'), ...more });

/** A pack of a park with its own limit, a market limited by its rule, and a canteen that another pack limits. */
const PACK = /** @type {any} */ ({
  services: [service('park', { limit_minutes: 5 }), service('market', { limit_metres: 400 }), service('meals', { limit_minutes: 10 })],
  rules: [rule('park-walk', { service: 'park', implied: true, measure: 'network', value: 5 }), rule('market-400', { service: 'market', measure: 'network', value: 400 }), rule('space', {})],
  json: { services: [{ code: 'park', limit_minutes: 5, source: words('law'), verification: 'secondary' }, { code: 'market' }, { code: 'meals' }],
    rules: [{ id: 'market-400', value: 400, source: words('guide'), verification: 'secondary' }, { id: 'space', value: 30, source: words('guide'), verification: 'secondary' }] },
});
const edit = (/** @type {number|null} */ value, source = '', verification = 'unverified') => ({ value, source, verification });

test('a limit is one\'s own, a rule\'s, or that of the pack below', () => {
  assert.deepEqual(['park', 'market', 'meals'].map((code) => limitFrom(PACK, code)), ['own', 'rule', 'base']);
});

test('a changed figure is in the text, and the text of the server stays as it was', () => {
  const json = edited(PACK, new Map([['service:park', edit(6)], ['rule:space', edit(40)]]));
  assert.deepEqual([json.services[0].limit_minutes, json.rules[1].value], [6, 40]);
  assert.deepEqual([PACK.json.services[0].limit_minutes, PACK.json.rules[1].value], [5, 30]);
  assert.deepEqual(json.rules[0], PACK.json.rules[0]);
});

test('a changed figure does not pass for that of the former source', () => {
  const json = edited(PACK, new Map([['service:park', edit(6)], ['rule:space', edit(40, ' decision 7 ', 'secondary')]]));
  assert.deepEqual([json.services[0].verification, json.services[0].source.en], ['unverified', 'Set in the page; formerly 5: law']);
  assert.deepEqual([json.rules[1].verification, json.rules[1].source], ['secondary', words('decision 7')]);
});

test('a limit that another pack gives is written out where it is changed', () => {
  assert.equal(edited(PACK, new Map([['service:meals', edit(8)]])).services[2].limit_minutes, 8);
  const bare = { ...PACK, json: { extends: 'cn-15min' } };
  const json = edited(bare, new Map([['service:meals', edit(8)]]));
  assert.deepEqual(json.services.map((/** @type {any} */ s) => s.code), ['park', 'market', 'meals']);
  assert.deepEqual([json.services[2].limit_minutes, json.services[0].limit_minutes], [8, undefined]);
});

test('how many people a place serves is changed with a source of its own', () => {
  const pack = { ...PACK, services: PACK.services.map((/** @type {any} */ line) => ({ ...line, people_per_place: 1, people_per_place_source: null })) };
  const json = edited(pack, new Map([['places:market', edit(60)]]));
  assert.deepEqual(json.services[1], { code: 'market', people_per_place: { value: 60, source: { zh: '在页面中设定；原为 1：未说明', en: 'Set in the page; formerly 1: not said' }, verification: 'unverified' } });
  assert.equal(placeOf(json, 'places:market'), '$.services[1].people_per_place');
});

test('a problem is shown at the figure that it is about', () => {
  assert.deepEqual([placeOf(PACK.json, 'service:market'), placeOf(PACK.json, 'rule:space'), placeOf(PACK.json, 'rule:none')], ['$.services[1]', '$.rules[1]', null]);
  const problems = [{ place: '$.services[1].limit_metres', what: words('a') }, { place: '$.services[10]', what: words('b') }, { place: '$.services[1]', what: words('c') }];
  assert.deepEqual(problemsAt(problems, '$.services[1]').map(({ what }) => what.en), ['a', 'c']);
  assert.deepEqual(problemsAt(problems, null), []);
});

test('a figure is found by its key', () => {
  assert.deepEqual([figureOf(PACK, 'service:market')?.value, figureOf(PACK, 'rule:space')?.value, figureOf(PACK, 'rule:none')], [400, 30, null]);
});

test('the panel is part of the address', () => {
  assert.equal(fromQuery(toQuery({ ...START, panel: 'rules' })).panel, 'rules');
});
