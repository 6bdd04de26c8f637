/** What this browser remembers between visits: the language, the theme, the reader's own base map and places on the map. A browser that keeps nothing is fine. */

const LANGUAGE = 'spatialplanner.lang';
const BASE_MAP = 'spatialplanner.base-map';
const THEME = 'spatialplanner.theme';

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
