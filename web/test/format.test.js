import test from 'node:test';
import assert from 'node:assert/strict';
import { count, duration, exactPercent, metres, people, percent, signed } from '../src/format.js';

test('numbers are rounded as a planner reads them out', () => {
  assert.equal(percent(0.2749), '27 %');
  assert.equal(people(31482, 'zh'), '31,482 人');
  assert.equal(people(31482, 'en'), '31,482 people');
  assert.equal(people(1, 'en'), '1 person');
  assert.equal(duration(260, 'zh'), '4 分 20 秒');
  assert.equal(duration(260, 'en'), '4 min 20 s');
  assert.equal(metres(731.2, 'zh'), '731 米');
  assert.equal(metres(12345, 'en'), '12.3 km');
});

test('a share that is not nothing is not read as nothing, nor as all', () => {
  assert.equal(percent(0), '0 %');
  assert.equal(percent(0.001), '<1 %');
  assert.equal(percent(0.999), '>99 %');
  assert.equal(percent(1), '100 %');
  assert.equal(percent(null), '–');
  assert.equal(exactPercent(0.27491), '27.49 %');
});

test('whole minutes have no seconds, and seconds never reach sixty', () => {
  assert.equal(duration(300, 'zh'), '5 分钟');
  assert.equal(duration(300, 'en'), '5 min');
  assert.equal(duration(299.7, 'en'), '5 min');
  assert.equal(duration(59.4, 'en'), '59 s');
});

test('a difference always has its sign', () => {
  assert.equal(signed(1204), '+1,204');
  assert.equal(signed(-87.4), '−87');
  assert.equal(signed(0), '±0');
  assert.equal(count(1234567), '1,234,567');
});
