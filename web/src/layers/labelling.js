/** @import { Feature } from '../types.js' */
import { worldX, worldY } from '../data/projection.js';
import { areaName } from '../i18n.js';

/**
 * @typedef {'subdistrict'|'community'|'water'|'park'|'place'|'street'} LabelKind
 * @typedef {{text: string, x: number, y: number, kind: LabelKind, weight: number, carried: number, angle: number}} Label
 * x, y in the plane; the heavier label wins where two would overlap. `carried` is the length of what the name lies on, in the plane; Infinity where it may be longer.
 * @typedef {{text: string, lon: number, lat: number}} Place
 */

/** A longer name is cut: on a map nobody reads it, and it would push all others away. In Latin letters; a Chinese one counts for two. */
const MOST_LETTERS = 36;
const WIDE_LETTER = /[\u1100-\uffff]|[^\u0000-\uffff]/u;

/** Names of areas, of the larger before the smaller. @param {Feature[]} boundaries @param {'zh'|'en'} lang @returns {Label[]} */
export function areaLabels(boundaries, lang) {
  return boundaries.flatMap((feature) => {
    const kind = feature.properties.level;
    if (kind !== 'subdistrict' && kind !== 'community') return [];
    return polygonLabel(feature, areaName(feature.properties, lang), kind, (kind === 'subdistrict' ? 5 : 4) * 1e9, Infinity);
  });
}

/** Names of water and parks, where there is room for them. @param {Feature[]} covers @returns {Label[]} */
export function coverLabels(covers) {
  return covers.flatMap((feature) => polygonLabel(feature, feature.properties.name, feature.properties.kind === 'water' ? 'water' : 'park', 2e9, null));
}

/** Names of facilities and idle spaces that are drawn. @param {Place[]} places @returns {Label[]} */
export function placeLabels(places) {
  return places.filter(({ text }) => text).map(({ text, lon, lat }) => ({ text: shortened(text), x: worldX(lon), y: worldY(lat), kind: 'place', weight: 3e9, carried: Infinity, angle: 0 }));
}

/** One label for each stretch of a named street, along its longest segment. @param {Feature[]} streets @returns {Label[]} */
export function streetLabels(streets) {
  return streets.flatMap((feature) => {
    const text = feature.properties.name;
    const line = feature.geometry?.type === 'LineString' ? feature.geometry.coordinates : null;
    if (!text || !line) return [];
    let best = { length: 0, x: 0, y: 0, angle: 0 };
    for (let i = 1; i < line.length; i++) {
      const [ax, ay, bx, by] = [worldX(line[i - 1][0]), worldY(line[i - 1][1]), worldX(line[i][0]), worldY(line[i][1])];
      const length = Math.hypot(bx - ax, by - ay);
      if (length > best.length) best = { length, x: (ax + bx) / 2, y: (ay + by) / 2, angle: readable(Math.atan2(by - ay, bx - ax)) };
    }
    const { length, x, y, angle } = best;
    return length > 0 ? [{ text: shortened(text), x, y, kind: /** @type {const} */ ('street'), weight: length, carried: length, angle }] : [];
  });
}

/** @param {Feature} feature @param {unknown} text @param {LabelKind} kind @param {number} weight @param {number|null} carried null: the width of the polygon there @returns {Label[]} */
function polygonLabel(feature, text, kind, weight, carried) {
  if (!text || !feature.geometry) return [];
  const { lon, lat, width } = middleOf(feature.geometry);
  const x = worldX(lon);
  return [{ text: shortened(String(text)), x, y: worldY(lat), kind, weight, carried: carried ?? worldX(lon + width) - x, angle: 0 }];
}

/** @param {string} text */
function shortened(text) {
  let room = MOST_LETTERS;
  let cut = '';
  for (const letter of text) {
    room -= WIDE_LETTER.test(letter) ? 2 : 1;
    if (room < 0) return `${cut}…`;
    cut += letter;
  }
  return text;
}

/**
 * A place inside an area for its name: at the mean height of its corners, in the middle of the longest stretch there.
 * @param {{type: string, coordinates: any}} geometry polygon or multipolygon @returns {{lon: number, lat: number, width: number}} degrees
 */
export function middleOf(geometry) {
  /** @type {number[][][][]} */
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const rings = polygons.reduce((longest, other) => (other[0].length > longest[0].length ? other : longest));
  const corners = rings[0].slice(0, -1);
  const lat = corners.reduce((sum, corner) => sum + corner[1], 0) / corners.length;
  const crossings = rings.flatMap((ring) => ring.slice(1).flatMap((b, i) => {
    const a = ring[i];
    return a[1] <= lat === b[1] <= lat ? [] : [a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1])];
  })).sort((a, b) => a - b);
  let best = { lon: corners[0][0], lat, width: 0 };
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i] - crossings[i - 1];
    if (width > best.width) best = { lon: (crossings[i] + crossings[i - 1]) / 2, lat, width };
  }
  return best;
}

/** The angle from which the text is not upside down. @param {number} angle */
function readable(angle) {
  if (angle > Math.PI / 2) return angle - Math.PI;
  return angle < -Math.PI / 2 ? angle + Math.PI : angle;
}
