// A sheet is laid out in px of 1/96 inch, as the page is; the resolution of a picture only scales it.
const MM_PER_INCH = 25.4;
export const PX_PER_INCH = 96;
export const PX_PER_MM = PX_PER_INCH / MM_PER_INCH;
const METRES_PER_INCH = 0.0254;

/** Sizes in mm; a slide is that of 16:9 presentations. @type {Record<string, {width_mm: number, height_mm: number}>} */
const PAPERS = {
  a4_landscape: { width_mm: 297, height_mm: 210 },
  a4_portrait: { width_mm: 210, height_mm: 297 },
  a3_landscape: { width_mm: 420, height_mm: 297 },
  a3_portrait: { width_mm: 297, height_mm: 420 },
  slide: { width_mm: 338.667, height_mm: 190.5 },
};

/** What a sheet can be; `screen` has the size of the map on the page. */
export const PAPER_NAMES = [...Object.keys(PAPERS), 'screen'];

export const RESOLUTIONS = [96, 150, 200, 300];

/** Scales to choose from, besides the largest that shows all that is wanted. */
export const SCALES = [1000, 2000, 5000, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000];

/** @param {string} name @param {{x: number, y: number}} screen_px @returns {{width_mm: number, height_mm: number}} */
export function paperOf(name, screen_px) {
  return PAPERS[name] ?? { width_mm: screen_px.x / PX_PER_MM, height_mm: screen_px.y / PX_PER_MM };
}

/** Pixels of a picture. @param {{width_mm: number, height_mm: number}} paper @param {number} dpi */
export function pixelsOf(paper, dpi) {
  return { width: Math.round((paper.width_mm / MM_PER_INCH) * dpi), height: Math.round((paper.height_mm / MM_PER_INCH) * dpi) };
}

// WGS 84. The map's plane is Web Mercator, whose unit is longer on the ground the nearer it is to the equator.
const EQUATOR_M = 2 * Math.PI * 6378137;
const ECCENTRICITY_2 = 0.00669437999014;
const WORLD_PX = 256;

/** Ground from west to east under one px, in metres. @param {number} zoom @param {number} lat degrees */
export function groundPerPx_m(zoom, lat) {
  const phi = (lat * Math.PI) / 180;
  return (EQUATOR_M * Math.cos(phi)) / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2) / (WORLD_PX * 2 ** zoom);
}

/** Zoom at which a sheet has the scale 1:n at a latitude. @param {number} n @param {number} lat degrees */
export function zoomOfScale(n, lat) {
  return Math.log2(groundPerPx_m(0, lat) / ((n * METRES_PER_INCH) / PX_PER_INCH));
}

/** n of the scale 1:n. @param {number} zoom @param {number} lat degrees */
export function scaleOfZoom(zoom, lat) {
  return (groundPerPx_m(zoom, lat) * PX_PER_INCH) / METRES_PER_INCH;
}

const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next scale that can be said. @param {number} n at least @returns {number} */
export function roundedScale(n) {
  const power = 10 ** Math.floor(Math.log10(n));
  return Math.round(power * (STEPS.find((step) => step * power >= n * (1 - 1e-9)) ?? 10));
}

/** The longest bar of 1, 2 or 5 with noughts that fits. @param {number} n scale 1:n @param {number} widest_px @returns {{length_m: number, length_px: number}} */
export function scaleBar(n, widest_px) {
  const perPx_m = (n * METRES_PER_INCH) / PX_PER_INCH;
  const widest_m = widest_px * perPx_m;
  const power = 10 ** Math.floor(Math.log10(widest_m));
  const length_m = power * ([5, 2, 1].find((step) => step * power <= widest_m) ?? 1);
  return { length_m, length_px: length_m / perPx_m };
}
