// The plane in which the page draws: Web Mercator in units of 1/256 of the world's width at zoom 0, y down. Only for drawing;
// every length that is shown comes from the server.
const WORLD = 256;
const MAX_LATITUDE = 85.0511287798;

/** @param {number} lon */
export const worldX = (lon) => ((lon + 180) / 360) * WORLD;

/** @param {number} lat */
export function worldY(lat) {
  const phi = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180;
  return (0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * WORLD;
}

/** @param {number} x */
export const lonOf = (x) => (x / WORLD) * 360 - 180;

/** @param {number} y */
export const latOf = (y) => ((2 * Math.atan(Math.exp((0.5 - y / WORLD) * 2 * Math.PI)) - Math.PI / 2) * 180) / Math.PI;

/** A position so many metres east and north of another, for moving a site by a step. @param {{lon: number, lat: number}} at @param {number} east_m @param {number} north_m */
export function offset(at, east_m, north_m) {
  const degree_m = 40075016.686 / 360;
  return { lon: at.lon + east_m / (degree_m * Math.cos((at.lat * Math.PI) / 180)), lat: at.lat + north_m / degree_m };
}
