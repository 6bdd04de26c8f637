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
 * The one table of a comparison, from better to worse: green, grey, purple, after the diverging class PRGn of ColorBrewer
 * (colorbrewer2.org), which readers with any kind of colour blindness can tell apart. The stronger the change, the darker on light ground and
 * the lighter on dark. `walk_s` and `people` are the least change of a class, in seconds of walk and in people covered, both counted towards
 * better; the middle class takes what is smaller either way. Worse classes are hatched, so that they also stand out on grey paper.
 * @type {{key: string, walk_s: number, people: number, light: string, dark: string, isHatched: boolean}[]}
 */
export const DIFFERENCE = [
  { key: 'better3', walk_s: 300, people: 500, light: '#1b7337', dark: '#a9e59f', isHatched: false },
  { key: 'better2', walk_s: 120, people: 100, light: '#68ad66', dark: '#5fa35f', isHatched: false },
  { key: 'better1', walk_s: 1, people: 1, light: '#aed5a3', dark: '#3d5f3e', isHatched: false },
  { key: 'unchanged', walk_s: 0, people: 0, light: '#e3e0da', dark: '#34363a', isHatched: false },
  { key: 'worse1', walk_s: -1, people: -1, light: '#d5b8de', dark: '#654a73', isHatched: true },
  { key: 'worse2', walk_s: -120, people: -100, light: '#a274b6', dark: '#a06db8', isHatched: true },
  { key: 'worse3', walk_s: -300, people: -500, light: '#6a2a7a', dark: '#dcaaec', isHatched: true },
];

/** Class of what does not change. */
export const UNCHANGED = 3;

/** @param {number} change towards better @param {'walk_s'|'people'} measure */
function differenceOf(change, measure) {
  for (let better = 0; better < UNCHANGED; better++) if (change >= DIFFERENCE[better][measure]) return better;
  for (let worse = DIFFERENCE.length - 1; worse > UNCHANGED; worse--) if (change <= DIFFERENCE[worse][measure]) return worse;
  return UNCHANGED;
}

/** Class of a walk that changes; to be reached at all, or no longer, is the strongest change. @param {number} before_s NaN: not reached @param {number} after_s */
export function differenceOfWalk(before_s, after_s) {
  if (Number.isNaN(before_s) || Number.isNaN(after_s)) return Number.isNaN(before_s) === Number.isNaN(after_s) ? UNCHANGED : Number.isNaN(after_s) ? DIFFERENCE.length - 1 : 0;
  return differenceOf(before_s - after_s, 'walk_s');
}

/** Class of an area. @param {number} gained people newly covered less those no longer covered */
export const differenceOfPeople = (gained) => differenceOf(gained, 'people');

/** @param {number} difference class @param {'light'|'dark'} theme */
export const differenceColour = (difference, theme) => DIFFERENCE[difference][theme];

/** Keys of a class's label in the text tables. @param {number} difference */
export const walkDifferenceKey = (difference) => `diffWalk_${DIFFERENCE[difference].key}`;

/** @param {number} difference */
export const peopleDifferenceKey = (difference) => `diffPeople_${DIFFERENCE[difference].key}`;

/** People of each class, the unreached last. @param {ArrayLike<number>} seconds NaN = not reached @param {ArrayLike<number>} people one for each building */
export function peopleByBand(seconds, people) {
  const counts = new Array(CLASSES).fill(0);
  for (let i = 0; i < people.length; i++) counts[bandOf(seconds[i])] += people[i];
  return counts;
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
