import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossings, csv, differences, sumOf } from '../src/compare/difference.js';
import { Walks } from '../src/data/walks.js';

const LIMIT = { limit_m: 300, limit_s: 300, typed: 'minutes' };

/** @param {(number|null)[]} seconds */
const walks = (seconds) => new Walks(/** @type {any} */ ({ buildings: { seconds, metres: seconds } }));

test('who comes in and who falls out are told apart, also within one community', () => {
  const buildings = /** @type {any[]} */ (['A', 'A', 'A', 'B', 'B'].map((community_code) => ({ properties: { community_code } })));
  const people = [10, 20, 40, 80, 0];
  const crossed = crossings(buildings, people, walks([100, 400, 400, null, 400]), walks([400, 100, 500, null, 100]), LIMIT);
  assert.deepEqual([...crossed], [['A', { better: 20, worse: 10 }]]);
  const row = (/** @type {string} */ code, /** @type {number} */ total, /** @type {number} */ uncovered) => /** @type {any} */ ({ level: 'community', code, total, covered: total - uncovered, uncovered });
  const rows = differences([row('A', 70, 60), row('B', 80, 80), row('C', 0, 0)], new Map(), new Map([['community/A', row('A', 70, 50)]]), crossed);
  assert.deepEqual(rows, [
    { code: 'A', total: 70, before: 60, after: 50, better: 20, worse: 10, unchanged: 40, isNet: false },
    { code: 'B', total: 80, before: 80, after: 80, better: 0, worse: 0, unchanged: 80, isNet: false },
  ]);
  const sum = sumOf(rows);
  assert.deepEqual([sum.total, sum.before - sum.after, sum.better - sum.worse, sum.better + sum.worse + sum.unchanged], [150, 10, 10, 150]);
});

test('where only the rows know, what changes is the net', () => {
  const row = (/** @type {number} */ uncovered) => /** @type {any} */ ({ level: 'community', code: 'A', total: 100, covered: 100 - uncovered, uncovered });
  const [worse] = differences([row(60)], new Map(), new Map([['community/A', row(75)]]), null);
  assert.deepEqual([worse.better, worse.worse, worse.unchanged, worse.isNet], [0, 15, 85, true]);
});

test('a table that a reader takes along says texts as texts', () => {
  assert.equal(csv(['name', 'n'], [['=cmd|\'/c calc\'!A1', -3], ['a "b", c', 1]]), '\ufeffname,n\r\n\'=cmd|\'/c calc\'!A1,-3\r\n"a ""b"", c",1\r\n');
});
