/** What this browser remembers between visits: the language, the theme, the reader's own base map and places on the map. A browser that keeps nothing is fine. */

const LANGUAGE = 'spatialplanner.lang';
const BASE_MAP = 'spatialplanner.base-map';
const THEME = 'spatialplanner.theme';
const AUTHOR = 'spatialplanner.author';
const TOUR = 'spatialplanner.tour';
const PLACES = 'spatialplanner.places';

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off: the choice then holds for this visit only.
  }
}

export const language = () => read(LANGUAGE);

/** Who works here; stands beside what is saved. @returns {string|null} null: nobody said */
export const author = () => read(AUTHOR) || null;

/** @param {string} name */
export const keepAuthor = (name) => write(AUTHOR, name.trim());

/** @param {string} lang */
export const keepLanguage = (lang) => write(LANGUAGE, lang);

/** @returns {'system'|'light'|'dark'} */
export function theme() {
  const choice = read(THEME);
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}

/** @param {string} choice */
export const keepTheme = (choice) => write(THEME, choice);

/** @returns {{on: boolean, url: string}} off unless the reader switched it on */
export function baseMap() {
  try {
    const choice = JSON.parse(read(BASE_MAP) ?? '{}');
    return { on: choice.on === true && typeof choice.url === 'string', url: typeof choice.url === 'string' ? choice.url : '' };
  } catch {
    return { on: false, url: '' };
  }
}

/** @param {{on: boolean, url: string}} choice */
export const keepBaseMap = (choice) => write(BASE_MAP, JSON.stringify(choice));

/** Host of the online base map that is shown, or null. @param {{on: boolean, url: string}} choice */
export function shownHost(choice) {
  return choice.on ? choice.url.replace(/^https?:\/\//, '').split('/')[0] : null;
}

/** Whether the first steps were shown. */
export const hasSeenTour = () => read(TOUR) !== null;

export const keepTourSeen = () => write(TOUR, 'seen');

/** @typedef {{name: string, bounds: number[]}} Place part of a map: west, south, east, north */

/** Parts of the maps that were kept, by workspace. @returns {Record<string, Place[]>} */
function allPlaces() {
  try {
    const kept = JSON.parse(read(PLACES) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** @param {string} workspace @returns {Place[]} */
export function places(workspace) {
  const kept = allPlaces()[workspace];
  const isPlace = (/** @type {any} */ place) => typeof place?.name === 'string' && Array.isArray(place.bounds) && place.bounds.length === 4 && place.bounds.every(Number.isFinite);
  return Array.isArray(kept) ? kept.filter(isPlace) : [];
}

/** @param {string} workspace @param {Place[]} kept */
export const keepPlaces = (workspace, kept) => write(PLACES, JSON.stringify({ ...allPlaces(), [workspace]: kept }));
