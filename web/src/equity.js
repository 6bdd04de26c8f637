/** @import { Feature } from './types.js' */

/**
 * Corners of a Lorenz curve from 0, 0 to 1, 1: share of the people, share of the minutes.
 * @param {Feature[]} points rows of `lorenz` of one service and group @returns {[number, number][]|null} null where there is no curve
 */
export function lorenzPoints(points) {
  const rows = points.map(({ properties }) => properties).sort((a, b) => a.point - b.point);
  if (rows.length === 0 || rows.some((row) => row.cum_walk_share === null)) return null;
  return [[0, 0], ...rows.map((row) => /** @type {[number, number]} */ ([row.cum_people_share, row.cum_walk_share]))];
}

/** Which share of the minutes falls to the half with the longest walks. @param {Feature[]} points @returns {number|null} */
export function upperHalf(points) {
  const middle = points.find(({ properties }) => Math.abs(properties.cum_people_share - 0.5) < 1e-9);
  const share = middle?.properties.cum_walk_share;
  return typeof share === 'number' ? 1 - share : null;
}

/** Rows by group, in the order of the workspace's groups. @param {Feature[]} rows @param {{code: string}[]} groups @returns {Feature[]} */
export function byGroup(rows, groups) {
  const place = new Map(groups.map(({ code }, i) => [code, i]));
  return rows.filter(({ properties }) => place.has(properties.group)).sort((a, b) => (place.get(a.properties.group) ?? 0) - (place.get(b.properties.group) ?? 0));
}

/** Subdistricts, those first whose worst-off tenth walks farthest; without a figure last. @param {Feature[]} rows @returns {Feature[]} */
export function worstFirst(rows) {
  const minutes = (/** @type {Feature} */ row) => row.properties.worst_decile_min ?? -1;
  return [...rows].sort((a, b) => minutes(b) - minutes(a) || (a.properties.code < b.properties.code ? -1 : 1));
}

/** What a concentration index says, as a word of a text. @param {number|null} index @returns {'none'|'even'|'burdened'|'favoured'} */
export function leaning(index) {
  if (index === null) return 'none';
  if (Math.abs(index) < 0.01) return 'even';
  return index > 0 ? 'burdened' : 'favoured';
}
