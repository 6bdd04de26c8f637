import * as kept from './kept.js';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const print = window.matchMedia('print');

const HATCH_PX = 6;

/** @typedef {'system'|'light'|'dark'} Theme what the reader chose */
/** @typedef {'light'|'dark'|'print'} Style in which a map is drawn */

/**
 * Colours of what is drawn on canvas; the page's own are in styles/page.css. Water is greyer than the band of the shortest walks, and green is
 * paler than what a comparison calls better: the ground is not to be read as a figure. Paper has white ground and stronger lines.
 * @type {Record<Style, {ground: string, ink: string, quiet: string, line: string, water: string, park: string, wood: string, green: string, waterLabel: string, greenLabel: string, placeLabel: string,
 *   emptyBuilding: string, mutedBuilding: string, mutedEdge: string, outsideEdge: string, streetMajor: string, street: string, path: string, wall: string,
 *   gate: string, gap: string, community: string, subdistrict: string, district: string, label: string, halo: string, hatch: string}>}
 */
const PALETTES = {
  light: {
    ground: '#f6f4f0', ink: '#23211e', quiet: '#5b564e', line: '#cfc9be', water: '#c9d8d9', park: '#dfe8d2', wood: '#d5e0c6', green: '#e8ecda', waterLabel: '#41696f', greenLabel: '#4f6636', placeLabel: '#123a5e',
    emptyBuilding: '#e6e3de', mutedBuilding: 'rgba(250, 249, 246, 0.72)', mutedEdge: 'rgba(90, 84, 75, 0.5)', outsideEdge: 'rgba(74, 22, 8, 0.65)', streetMajor: '#c9c4bb', street: '#d9d5cd', path: '#e4e1da',
    wall: '#a79f93', gate: '#6b6459', gap: '#f6f4f0', community: '#a59ab0', subdistrict: '#7c6e8a', district: '#4f4459',
    label: '#5b554c', halo: 'rgba(250, 248, 245, 0.9)', hatch: '#fff3ee',
  },
  dark: {
    ground: '#17191b', ink: '#ece9e3', quiet: '#b3aea5', line: '#45494d', water: '#1b333a', park: '#22301d', wood: '#1e2c19', green: '#22291e', waterLabel: '#8fb8bf', greenLabel: '#a5bd8b', placeLabel: '#cfe6fb',
    emptyBuilding: '#2b2c2e', mutedBuilding: 'rgba(48, 50, 54, 0.8)', mutedEdge: 'rgba(190, 184, 174, 0.4)', outsideEdge: 'rgba(255, 214, 200, 0.55)', streetMajor: '#4a4b4e', street: '#37393c', path: '#2d2f32',
    wall: '#6a6660', gate: '#b5ada0', gap: '#191b1d', community: '#6d6180', subdistrict: '#9184a3', district: '#c3b8d1',
    label: '#b9b4ab', halo: 'rgba(22, 24, 26, 0.9)', hatch: '#3a1208',
  },
  print: {
    ground: '#ffffff', ink: '#000000', quiet: '#3d3a35', line: '#8a8479', water: '#c3d5d8', park: '#dce7cd', wood: '#cfdcbf', green: '#e6ecd9', waterLabel: '#2d545a', greenLabel: '#3d5227', placeLabel: '#0b2a47',
    emptyBuilding: '#e4e1db', mutedBuilding: 'rgba(255, 255, 255, 0.72)', mutedEdge: 'rgba(60, 56, 50, 0.6)', outsideEdge: 'rgba(60, 16, 4, 0.55)', streetMajor: '#b3ada2', street: '#cbc6bc', path: '#dbd7cf',
    wall: '#857d71', gate: '#4a443b', gap: '#ffffff', community: '#85789a', subdistrict: '#5d4f6d', district: '#352b3f',
    label: '#403b34', halo: 'rgba(255, 255, 255, 0.92)', hatch: '#ffffff',
  },
};

/** Style in which one map is drawn, whatever the page looks like. @type {Style|null} */
let forced = null;

/** @returns {Style} */
const style = () => forced ?? (print.matches ? 'print' : chosenTheme());

/** @returns {'light'|'dark'} */
function chosenTheme() {
  const choice = document.documentElement.dataset.theme;
  return choice === 'light' || choice === 'dark' ? choice : dark.matches ? 'dark' : 'light';
}

/** @returns {'light'|'dark'} of the ramps; paper is light */
export const themeName = () => (style() === 'dark' ? 'dark' : 'light');

/** The colours that hold now. */
export const palette = () => ({ theme: themeName(), ...PALETTES[style()] });

/**
 * Draws in a style, whatever the page looks like. What is drawn by style sheets takes the colours of its theme for the while; the page is not
 * painted in between.
 * @template T @param {Style} wanted @param {() => T} draw at once, without waiting for anything @returns {T}
 */
export function withStyle(wanted, draw) {
  const { dataset } = document.documentElement;
  const [before, theme] = [forced, dataset.theme];
  forced = wanted;
  dataset.theme = themeName();
  try {
    return draw();
  } finally {
    forced = before;
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** @type {(() => void)[]} */
const listeners = [];

/** @param {() => void} listener called when the map is to be drawn in other colours: by the reader's choice, the system's, or for paper */
export function onThemeChange(listener) {
  listeners.push(listener);
  dark.addEventListener('change', listener);
  print.addEventListener('change', listener);
}

/** @param {Theme} theme */
export function setTheme(theme) {
  kept.keepTheme(theme);
  apply(theme);
  for (const listener of listeners) listener();
}

/** @param {Theme} theme */
function apply(theme) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

apply(kept.theme());

/** A fill of thin diagonal lines, laid over another. @param {CanvasRenderingContext2D & {hatch?: (colour: string) => string}} context one that cannot tile pictures has lines of its own */
export function hatch(context) {
  if (context.hatch) return context.hatch(palette().hatch);
  // The lines are as sharp as the picture: on paper a px has several dots.
  const dots = Math.ceil(context.getTransform().a);
  const tile = document.createElement('canvas');
  tile.width = HATCH_PX * dots;
  tile.height = HATCH_PX * dots;
  const pen = tile.getContext('2d');
  if (!pen) return 'transparent';
  drawHatch(pen, dots);
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / dots));
  return pattern ?? 'transparent';
}

/** @param {CanvasRenderingContext2D} pen @param {number} dots for a px */
function drawHatch(pen, dots) {
  pen.scale(dots, dots);
  pen.strokeStyle = palette().hatch;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    pen.moveTo(shift, HATCH_PX);
    pen.lineTo(shift + HATCH_PX, 0);
  }
  pen.stroke();
}
