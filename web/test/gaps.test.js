import test from 'node:test';
import assert from 'node:assert/strict';
import { changesByArea, districtRow, findRow, worstFirst } from '../src/gaps.js';
import { columnsOf, groupPeople } from '../src/groups.js';
import { gainOf } from '../src/trial.js';

/** @import { GapRow, WhatIf } from '../src/types.js' */

/** @param {Partial<GapRow>} row @returns {GapRow} */
const gap = (row) => ({
  level: 'community', code: 'a', name: 'A', name_en: null, service: 'meals', limit_m: 600, limit_s: 600, group: 'all', denominator: 'people',
  total: 100, covered: 0, uncovered: 0, share: 0, ...row,
});

const rows = [
  gap({ code: 'few', total: 1000, uncovered: 10 }), gap({ code: 'many', total: 1000, uncovered: 400 }), gap({ code: 'small', total: 10, uncovered: 9 }),
  gap({ code: 'other-group', group: 'age_0_3', uncovered: 900 }), gap({ code: 'dwellings', denominator: 'dwellings', uncovered: 900 }),
  gap({ code: 'd', level: 'district', total: 2010, uncovered: 419 }),
];

test('the worst community by people comes first', () => {
  assert.deepEqual(worstFirst(rows, 'community', 'all', 'people').map((row) => row.code), ['many', 'few', 'small']);
});

test('the worst community by share comes first', () => {
  assert.deepEqual(worstFirst(rows, 'community', 'all', 'share').map((row) => row.code), ['small', 'many', 'few']);
});

test('ties have one order, whatever order the answer has', () => {
  const tied = [gap({ code: 'b', uncovered: 5 }), gap({ code: 'a', uncovered: 5 })];
  assert.deepEqual(worstFirst(tied, 'community', 'all', 'people'), worstFirst([...tied].reverse(), 'community', 'all', 'people'));
});

test('an area without people has no share and sorts last', () => {
  const empty = gap({ code: 'empty', total: 0, uncovered: 0, share: null });
  assert.equal(worstFirst([empty, ...rows], 'community', 'all', 'share').at(-1)?.code, 'empty');
});

test('rows are found by level, code and group', () => {
  assert.equal(districtRow(rows, 'all')?.uncovered, 419);
  assert.equal(findRow(rows, 'community', 'few', 'all')?.uncovered, 10);
  assert.equal(findRow(rows, 'community', 'few', 'age_0_3'), undefined);
});

/** @type {WhatIf} */
const whatIf = {
  service: 'meals', limit_m: 600, limit_s: 600, buildings: { index: [], metres: [], seconds: [] },
  newly_covered: { people: 7, group_people: 3, buildings: 1, dwellings: 2 }, newly_uncovered: { people: 1, group_people: 0, buildings: 0, dwellings: 0 },
  gaps: [
    gap({ code: 'x', group: 'age_0_3', covered: 5, covered_before: 3 }), gap({ code: 'y', group: 'age_0_3', covered: 4, covered_before: 4 }),
    gap({ code: 'd', level: 'district', group: 'age_0_3', covered: 9, covered_before: 7 }),
  ],
  links: [],
};

test('the gain is net, of everybody, of the group of the service, or of any other group', () => {
  assert.equal(gainOf(whatIf, 'all', 'age_60_up'), 6);
  assert.equal(gainOf(whatIf, 'age_60_up', 'age_60_up'), 3);
  assert.equal(gainOf(whatIf, 'age_0_3', 'age_60_up'), 2);
});

test('changes are kept by level and code', () => {
  assert.deepEqual([...changesByArea(whatIf, 'age_0_3').keys()], ['community/x', 'community/y', 'district/d']);
  assert.equal(changesByArea(null, 'all').size, 0);
});

test('an open age group adds up the columns from that age on', () => {
  assert.deepEqual(columnsOf('all'), ['population']);
  assert.deepEqual(columnsOf('age_60_up'), ['age_60_79', 'age_80_up']);
  assert.deepEqual(columnsOf('age_80_up'), ['age_80_up']);
  assert.deepEqual(columnsOf('age_3_6'), ['age_3_6']);
  const building = { type: /** @type {const} */ ('Feature'), geometry: null, properties: { population: 9, age_60_79: 2, age_80_up: 1 } };
  assert.deepEqual([...groupPeople([building, { ...building, properties: {} }], 'age_60_up')], [3, 0]);
});
