/**
 * The one table that layer, legend and histogram colour by: walk time to the nearest open facility, colour-blind safe and
 * ordered by lightness in either theme. `upTo_s` is the last second of the band; the last band takes the rest.
 * @type {{upTo_s: number, light: string, dark: string, key: string}[]}
 */
export const BANDS = [
  { upTo_s: 300, light: '#d0e5f2', dark: '#233a4a', key: 'band5' },
  { upTo_s: 600, light: '#92c0df', dark: '#2f5b7a', key: 'band10' },
  { upTo_s: 900, light: '#4a90c2', dark: '#4a90c2', key: 'band15' },
  { upTo_s: 1200, light: '#e8a15c', dark: '#e8a15c', key: 'band20' },
  { upTo_s: Infinity, light: '#b3401f', dark: '#f0663f', key: 'bandOver' },
];

/** The band of those whom no open facility reaches; hatched, so that it also stands out in print. */
export const UNREACHED_BAND = BANDS.length;

/** Number of classes: the bands and the unreached. */
export const CLASSES = BANDS.length + 1;

/** @param {number|null|undefined} seconds NaN and null: not reached */
export function bandOf(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return UNREACHED_BAND;
  for (let band = 0; band < BANDS.length; band++) if (seconds <= BANDS[band].upTo_s) return band;
  return BANDS.length - 1;
}

/** @param {number} band @param {'light'|'dark'} theme */
export function bandColour(band, theme) {
  return BANDS[Math.min(band, BANDS.length - 1)][theme];
}

/** @param {number} band key of the band's label in the text tables */
export function bandKey(band) {
  return band === UNREACHED_BAND ? 'bandNone' : BANDS[band].key;
}

/**
 * People by whole walk minutes: bin k holds the walks longer than k and at most k + 1 minutes (a walk of exactly 5 min counts as
 * within 5), the last bin those over `bins - 1` minutes and the unreached.
 * @param {ArrayLike<number>} seconds NaN = not reached @param {ArrayLike<number>} people one for each building @param {number} bins
 */
export function histogram(seconds, people, bins) {
  const counts = new Array(bins).fill(0);
  for (let i = 0; i < people.length; i++) {
    const minute = Math.max(0, Math.ceil(seconds[i] / 60) - 1);
    counts[Number.isNaN(minute) ? bins - 1 : Math.min(minute, bins - 1)] += people[i];
  }
  return counts;
}
