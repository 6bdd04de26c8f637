const dark = window.matchMedia('(prefers-color-scheme: dark)');
const print = window.matchMedia('print');

/**
 * Colours of what is drawn on canvas; the page's own are in styles/page.css. Paper is always light.
 * @type {Record<'light'|'dark', {emptyBuilding: string, mutedBuilding: string, mutedEdge: string, outsideEdge: string, streetMajor: string, street: string, path: string, wall: string,
 *   gate: string, gap: string, community: string, subdistrict: string, district: string, label: string, halo: string, hatch: string}>}
 */
const PALETTES = {
  light: {
    emptyBuilding: '#e6e3de', mutedBuilding: 'rgba(250, 249, 246, 0.72)', mutedEdge: 'rgba(90, 84, 75, 0.5)', outsideEdge: 'rgba(74, 22, 8, 0.65)', streetMajor: '#c9c4bb', street: '#d9d5cd', path: '#e4e1da',
    wall: '#a79f93', gate: '#6b6459', gap: '#f6f4f0', community: '#a59ab0', subdistrict: '#7c6e8a', district: '#4f4459',
    label: '#5b554c', halo: 'rgba(250, 248, 245, 0.9)', hatch: '#fff3ee',
  },
  dark: {
    emptyBuilding: '#2b2c2e', mutedBuilding: 'rgba(48, 50, 54, 0.8)', mutedEdge: 'rgba(190, 184, 174, 0.4)', outsideEdge: 'rgba(255, 214, 200, 0.55)', streetMajor: '#4a4b4e', street: '#37393c', path: '#2d2f32',
    wall: '#6a6660', gate: '#b5ada0', gap: '#191b1d', community: '#6d6180', subdistrict: '#9184a3', district: '#c3b8d1',
    label: '#b9b4ab', halo: 'rgba(22, 24, 26, 0.9)', hatch: '#3a1208',
  },
};

/** @returns {'light'|'dark'} */
export const themeName = () => (dark.matches && !print.matches ? 'dark' : 'light');

/** The colours that hold now. */
export const palette = () => ({ theme: themeName(), ...PALETTES[themeName()] });

/** @param {() => void} listener called when the reader's system turns light or dark, or the page is printed */
export function onThemeChange(listener) {
  dark.addEventListener('change', listener);
  print.addEventListener('change', listener);
}

/** Thin diagonal lines, laid over a fill. @param {CanvasRenderingContext2D} context */
export function hatch(context) {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const pen = tile.getContext('2d');
  const pattern = pen && drawHatch(pen) && context.createPattern(tile, 'repeat');
  return pattern || 'transparent';
}

/** @param {CanvasRenderingContext2D} pen */
function drawHatch(pen) {
  pen.strokeStyle = palette().hatch;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-6, 0, 6]) {
    pen.moveTo(shift, 6);
    pen.lineTo(shift + 6, 0);
  }
  pen.stroke();
  return true;
}
