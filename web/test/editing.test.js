import test from 'node:test';
import assert from 'node:assert/strict';
import { Editing } from '../src/editing/editing.js';
import { isSurveyed, latestRound, matching } from '../src/editing/register.js';
import { LONGEST_PX, sizeWithin } from '../src/editing/scaled.js';
import { differing, isSame, textOf, valueOf } from '../src/editing/values.js';

/** @param {string} type @param {Partial<import('../src/editing/api.js').Field>} [more] @returns {import('../src/editing/api.js').Field} */
const field = (type, more = {}) => ({ name: 'x', label: { zh: '', en: '' }, type, choices: null, unit: null, required: false, ...more });

test('what is typed becomes a value of its type, or a sentence says why not', () => {
  for (const [type, text, value] of /** @type {[string, string, any][]} */ ([
    ['whole', ' 12 ', 12], ['whole', '-3', -3], ['real', '1.5', 1.5], ['real', '.5', 0.5], ['text', ' <b> ', '<b>'], ['flag', 'true', true], ['flag', 'false', false], ['date', '2026-02-28', '2026-02-28'], ['services', 'a;b', 'a;b'], ['text', '  ', null],
  ])) assert.deepEqual(valueOf(field(type), text), { value, problem: null }, `${type} ${text}`);
  for (const [type, text, problem] of [['whole', '1.5', 'editWhole'], ['whole', '1e3', 'editWhole'], ['real', '1,5', 'editNumber'], ['real', '∞', 'editNumber'], ['date', '2026-02-30', 'editDate'], ['date', '26.11.2026', 'editDate']]) {
    assert.equal(valueOf(field(type), text).problem, problem, `${type} ${text}`);
  }
  assert.equal(valueOf(field('text', { required: true }), ' ').problem, 'editRequired');
  const choices = [{ code: 'open', name: { zh: '开放', en: 'open' } }];
  assert.deepEqual([valueOf(field('text', { choices }), 'open').problem, valueOf(field('text', { choices }), 'ajar').problem], [null, 'editChoice']);
  assert.deepEqual([textOf(null), textOf(undefined), textOf(0), textOf(false)], ['', '', '0', 'false']);
});

test('states of a row differ in what has another value; nothing is nothing', () => {
  assert.deepEqual(differing({ a: 1, b: null, c: 'x' }, { a: 1, c: 'y', d: 2 }).sort(), ['c', 'd']);
  assert.equal(isSame(null, undefined), true);
  assert.deepEqual(differing(null, { a: 1 }), ['a']);
});

/** @param {string} id @param {Record<string, any>} properties @returns {any} */
const space = (id, properties) => ({ type: 'Feature', id, geometry: null, properties: { id, ...properties } });

test('the register knows its round, and who is not yet seen in it', () => {
  const spaces = [space('S1', { name: '甲', survey_round: 2 }), space('S2', { name: '乙 "厂房"', survey_round: 1, owner: '国资' }), space('S3', { name: '丙', survey_round: null })];
  assert.equal(latestRound(spaces), 2);
  assert.equal(latestRound([]), 0);
  assert.deepEqual(spaces.map((row) => isSurveyed(row, 2)), [true, false, false]);
  assert.deepEqual(matching(spaces, { text: '', open: true, round: 2 }).map(({ id }) => id).sort(), ['S2', 'S3']);
  assert.deepEqual(matching(spaces, { text: '国资 "厂', open: false, round: 2 }).map(({ id }) => id), ['S2']);
  assert.deepEqual(matching(spaces, { text: 'nowhere', open: false, round: 2 }), []);
});

test('a photo keeps its shape within the longest side, and is never made larger', () => {
  assert.deepEqual(sizeWithin(4000, 3000), { width: LONGEST_PX, height: 1200 });
  assert.deepEqual(sizeWithin(300, 4000), { width: 120, height: LONGEST_PX });
  assert.deepEqual(sizeWithin(640, 480), { width: 640, height: 480 });
  assert.deepEqual(sizeWithin(100_000, 1), { width: LONGEST_PX, height: 1 });
});

/** A session without a server. */
function session() {
  const store = { /** @type {any} */ state: { selection: null }, set(/** @type {any} */ patch) { Object.assign(store.state, patch); } };
  return /** @type {any} */ ({ store, features: { idle_spaces: [space('S1', { name: '甲', storey: 1, owner: null }), space('S2', { name: '乙', storey: 2, owner: '国资' })] }, changed() {}, workspace: {} });
}

test('a row that is typed into waits with its changes while others are looked at; typed back, it has none', () => {
  const editing = new Editing(session());
  const draft = editing.draft('idle_spaces', 'S1');
  draft.values.storey = 2;
  editing.keep(draft);
  assert.equal(editing.draft('idle_spaces', 'S1').values.storey, 2);
  assert.equal(editing.draft('idle_spaces', 'S2').values.storey, undefined);
  draft.values.storey = 1;
  editing.keep(draft);
  assert.equal(editing.drafts.size, 0);
  draft.problems.storey = 'editWhole';
  editing.keep(draft);
  assert.equal(editing.drafts.size, 1);
});

test('many rows get one value, each with the value that was seen; those that have it already are left alone', () => {
  const editing = new Editing(session());
  for (const id of ['S1', 'S2', 'gone']) editing.checked.add(id);
  assert.deepEqual(editing.bulk(field('text', { name: 'owner' }), '国资'), [{ id: 'S1', was: null }]);
  assert.deepEqual(editing.bulk(field('whole', { name: 'storey' }), 3), [{ id: 'S1', was: 1 }, { id: 'S2', was: 2 }]);
});
