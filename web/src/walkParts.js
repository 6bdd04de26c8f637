/** @import { Feature, WalkParts } from './types.js' */

/** @typedef {'off_network'|'street'|'crossing'|'steps'|'delay'} PartKind */

/** @type {PartKind[]} */
const KINDS = ['off_network', 'street', 'crossing', 'steps'];

/**
 * What a walk is made of, parts of nothing left out; `share` is by time.
 * @param {WalkParts} parts @returns {{kind: PartKind, metres: number|null, seconds: number, share: number}[]}
 */
export function partRows(parts) {
  const column = /** @type {Record<string, number>} */ (parts);
  /** @type {{kind: PartKind, metres: number|null, seconds: number}[]} */
  const rows = KINDS.map((kind) => ({ kind, metres: column[`${kind}_m`], seconds: column[`${kind}_s`] }));
  if (parts.delay_s > 0) rows.push({ kind: 'delay', metres: null, seconds: parts.delay_s });
  const total = rows.reduce((sum, row) => sum + row.seconds, 0);
  return rows.filter((row) => row.seconds > 0).map((row) => ({ ...row, share: row.seconds / total }));
}

// A path is cut from the very edges, then rounded to a centimetre.
const ON_EDGE_DEGREES = 4e-7;

/** @param {number[]} p @param {number[]} a @param {number[]} b */
function isOn(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy) < ON_EDGE_DEGREES;
}

/** @param {Feature} edge @returns {PartKind|null} */
function kindOfEdge({ properties }) {
  if (properties.steps === true || properties.class === 'steps') return 'steps';
  return properties.crossing ? 'crossing' : null;
}

/** Metres of a short piece; only to tell pieces apart. @param {number[]} a @param {number[]} b */
function roughly_m(a, b) {
  return Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1]) * 111_195;
}

/**
 * Whether the first and the last piece of a path lie off the network: those that together come nearest to the metres off it.
 * @param {number[][]} path @param {number} offNetwork_m @returns {[boolean, boolean]}
 */
export function legs(path, offNetwork_m) {
  if (path.length < 2) return [false, false];
  const first = roughly_m(path[0], path[1]);
  const last = path.length > 2 ? roughly_m(path[path.length - 2], path[path.length - 1]) : 0;
  /** @type {[boolean, boolean][]} */
  const ways = [[false, false], [true, false], [false, true], [true, true]];
  const miss = (/** @type {[boolean, boolean]} */ [f, l]) => Math.abs((f ? first : 0) + (l ? last : 0) - offNetwork_m);
  return ways.reduce((best, way) => (miss(way) < miss(best) ? way : best));
}

/**
 * The pieces of a path, for drawing: off the network at its ends, along streets, on steps, on a crossing.
 * @param {number[][]} path @param {Feature[]} edges of the network @param {number} offNetwork_m how much of the walk lies off the network
 * @returns {{kind: PartKind, coordinates: number[][]}[]} joined at their ends
 */
export function pathStretches(path, edges, offNetwork_m) {
  const [isFirst, isLast] = legs(path, offNetwork_m);
  const special = edges.flatMap((edge) => {
    const kind = edge.geometry?.type === 'LineString' ? kindOfEdge(edge) : null;
    return kind ? [{ kind, line: /** @type {number[][]} */ (edge.geometry?.coordinates) }] : [];
  });
  /** @param {number[]} a @param {number[]} b @returns {PartKind} */
  const kindOf = (a, b) => special.find(({ line }) => line.some((end, i) => i > 0 && isOn(a, line[i - 1], end) && isOn(b, line[i - 1], end)))?.kind ?? 'street';
  /** @type {{kind: PartKind, coordinates: number[][]}[]} */
  const stretches = [];
  for (let i = 1; i < path.length; i++) {
    const isLeg = (i === 1 && isFirst) || (i === path.length - 1 && isLast && i > 1);
    const kind = isLeg ? 'off_network' : kindOf(path[i - 1], path[i]);
    const last = stretches[stretches.length - 1];
    if (last?.kind === kind && !(isLeg && i > 1)) last.coordinates.push(path[i]);
    else stretches.push({ kind, coordinates: [path[i - 1], path[i]] });
  }
  return stretches;
}
