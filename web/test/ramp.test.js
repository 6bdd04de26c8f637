import test from 'node:test';
import assert from 'node:assert/strict';
import { BANDS, bandColour, bandKey, bandOf, CLASSES, DIFFERENCE, differenceOfPeople, differenceOfWalk, histogram, peopleByBand, peopleDifferenceKey, UNCHANGED, UNREACHED_BAND, walkDifferenceKey } from '../src/ramp.js';
import { contrast, distance, lightness, SIGHTS } from './colours.js';
import { TABLES } from '../src/i18n.js';
import { en } from '../src/text/en.js';

const THEMES = /** @type {const} */ (['light', 'dark']);

// The ground that styles/page.css puts under the map.
const GROUND = { light: '#f6f4f0', dark: '#17191b' };

// Twice what is just to be noticed: neighbours of a map lie apart, under outlines and names.
const TOLD_APART = 0.05;

test('a walk of exactly the end of a band belongs to the band', () => {
  assert.deepEqual([0, 300, 300.1, 600, 900, 1200, 1200.1, 1e9].map(bandOf), [0, 0, 1, 1, 2, 3, 4, 4]);
});

test('what no facility reaches is a class of its own', () => {
  assert.deepEqual([null, undefined, NaN].map(bandOf), [UNREACHED_BAND, UNREACHED_BAND, UNREACHED_BAND]);
});

test('on paper the blue bands get darker with the walk', () => {
  const blues = BANDS.slice(0, 3).map((band) => lightness(band.light));
  assert.deepEqual(blues, [...blues].sort((a, b) => b - a));
});

test('in the dark theme the covered recede: blue bands get lighter with the walk', () => {
  const blues = BANDS.slice(0, 3).map((band) => lightness(band.dark));
  assert.deepEqual(blues, [...blues].sort((a, b) => a - b));
});

test('every class has a colour and a label', () => {
  for (let band = 0; band < CLASSES; band++) {
    assert.match(bandColour(band, 'light'), /^#[0-9a-f]{6}$/);
    assert.match(bandColour(band, 'dark'), /^#[0-9a-f]{6}$/);
    assert.ok(bandKey(band) in en);
  }
});

test('the histogram holds everybody once, the unreached in the last bin', () => {
  const counts = histogram([0, 59, 60, 61, 1200, 1201, NaN], [1, 2, 4, 8, 16, 32, 64], 21);
  assert.equal(counts[0], 1 + 2 + 4);
  assert.equal(counts[1], 8);
  assert.equal(counts[19], 16);
  assert.equal(counts[20], 32 + 64);
});

test('neighbours of either ramp are told apart by every kind of sight, and what is better from what is worse', () => {
  for (const theme of THEMES) {
    for (const ramp of [BANDS, DIFFERENCE]) {
      for (let i = 1; i < ramp.length; i++) {
        for (const sight of SIGHTS) assert.ok(distance(ramp[i - 1][theme], ramp[i][theme], sight) > TOLD_APART, `${theme} ${ramp[i].key} ${sight}`);
      }
    }
    for (let i = 0; i < UNCHANGED; i++) {
      const [better, worse] = [DIFFERENCE[i], DIFFERENCE[DIFFERENCE.length - 1 - i]];
      for (const sight of SIGHTS) assert.ok(distance(better[theme], worse[theme], sight) > TOLD_APART, `${theme} ${better.key} ${sight}`);
    }
  }
});

test('the stronger a change, the farther from the ground: darker on paper, lighter in the dark', () => {
  for (const theme of THEMES) {
    const steps = DIFFERENCE.map((entry) => (theme === 'light' ? 1 : -1) * lightness(entry[theme]));
    for (let i = 1; i <= UNCHANGED; i++) assert.ok(steps[i] > steps[i - 1] && steps[DIFFERENCE.length - 1 - i] > steps[DIFFERENCE.length - i], `${theme} ${i}`);
  }
});

test('what must be seen stands out from the ground by 3 to 1', () => {
  for (const theme of THEMES) {
    for (const colour of [BANDS[4][theme], DIFFERENCE[0][theme], DIFFERENCE[6][theme]]) assert.ok(contrast(colour, GROUND[theme]) >= 3, `${theme} ${colour}`);
  }
});

test('a change belongs to the class whose least change it reaches, the same way for better and worse', () => {
  assert.deepEqual([600, 300, 299, 120, 119, 1, 0.9, 0].map((gained) => differenceOfWalk(900, 900 - gained)), [0, 0, 1, 1, 2, 2, UNCHANGED, UNCHANGED]);
  assert.deepEqual([600, 300, 299, 120, 119, 1, 0.9, 0].map((lost) => differenceOfWalk(900, 900 + lost)), [6, 6, 5, 5, 4, 4, UNCHANGED, UNCHANGED]);
  assert.deepEqual([500, 499, 100, 99, 1, 0, -1, -99, -100, -499, -500].map(differenceOfPeople), [0, 1, 1, 2, 2, UNCHANGED, 4, 4, 5, 5, 6]);
});

test('who is reached at last has gained most, who no longer is has lost most', () => {
  assert.deepEqual([differenceOfWalk(NaN, 2000), differenceOfWalk(100, NaN), differenceOfWalk(NaN, NaN)], [0, 6, UNCHANGED]);
});

test('every class of a difference is named, for walks and for people', () => {
  DIFFERENCE.forEach((_, i) => {
    for (const table of Object.values(TABLES)) assert.ok(table[walkDifferenceKey(i)] && table[peopleDifferenceKey(i)], String(i));
  });
});

test('the classes of the legend hold everybody once', () => {
  assert.deepEqual(peopleByBand([0, 300, 301, 1201, NaN, NaN], [1, 2, 4, 8, 16, 32]), [3, 4, 0, 0, 8, 48]);
});
