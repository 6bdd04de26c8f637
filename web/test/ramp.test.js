import test from 'node:test';
import assert from 'node:assert/strict';
import { BANDS, bandColour, bandKey, bandOf, CLASSES, histogram, UNREACHED_BAND } from '../src/ramp.js';
import { en } from '../src/text/en.js';

/** Relative luminance. @param {string} hex */
function lightness(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => (parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

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
