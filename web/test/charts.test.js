import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageByGroup } from '../src/charts/byAge.js';
import { buildingsOfBar, cumulative } from '../src/charts/walkTimes.js';
import { histogram } from '../src/ramp.js';

const SECONDS = [30, 60, 61, 299, 301, 5000, NaN];
const PEOPLE = [1, 2, 4, 8, 16, 32, 64];

test('the bars hold everybody once, and the curve ends at all', () => {
  const counts = histogram(SECONDS, PEOPLE, 6);
  assert.deepEqual(counts, [3, 4, 0, 0, 8, 112]);
  assert.deepEqual(cumulative(counts), [3 / 127, 7 / 127, 7 / 127, 7 / 127, 15 / 127, 1]);
  assert.deepEqual(cumulative([0, 0]), [0, 0]);
});

test('the buildings of a bar have its people, and each building is in one bar', () => {
  const counts = histogram(SECONDS, PEOPLE, 6);
  const bars = counts.map((_, minute) => buildingsOfBar(SECONDS, PEOPLE, minute, 6));
  bars.forEach((buildings, minute) => assert.equal(buildings.reduce((sum, building) => sum + PEOPLE[building], 0), counts[minute]));
  assert.deepEqual(bars.flat().sort(), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(buildingsOfBar(SECONDS, [0, 2, 0, 0, 0, 0, 0], 0, 6), [1], 'a building of nobody is in no bar');
});

test('coverage by group is the table\'s, with what is tried beside it', () => {
  const row = (/** @type {string} */ group, /** @type {number} */ covered, more = {}) => /** @type {any} */ ({ level: 'community', code: 'C1', group, denominator: 'people', total: 10, covered, uncovered: 10 - covered, ...more });
  const gaps = [row('all', 4), row('age_0_3', 0, { total: 0 }), row('age_60_up', 5), row('age_60_up', 1, { denominator: 'dwellings' })];
  const groups = [{ code: 'all' }, { code: 'age_0_3' }, { code: 'age_60_up' }];
  const area = { level: 'community', code: 'C1' };
  assert.deepEqual(coverageByGroup(gaps, null, area, groups), [{ group: 'all', total: 10, before: 4, after: 4 }, { group: 'age_60_up', total: 10, before: 5, after: 5 }]);
  const whatIf = /** @type {any} */ ({ gaps: [row('age_60_up', 9)] });
  assert.deepEqual(coverageByGroup(gaps, whatIf, area, groups)[1], { group: 'age_60_up', total: 10, before: 5, after: 9 });
});
