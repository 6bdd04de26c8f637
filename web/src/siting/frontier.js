/** @import { Point } from './types.js' */

/** A point of the chart, 0 to 1 to the right and upwards. @typedef {{point: Point, x: number, y: number, worst: number}} Placed */

/** Cheap plans left, plans that gain much up; both axes begin at 0, so that half the height is half the people. @param {Point[]} points @returns {Placed[]} */
export function placed(points) {
  const cost = Math.max(1, ...points.map((point) => point.cost_cny));
  const gain = Math.max(1, ...points.map((point) => point.gain));
  return [...points].sort((a, b) => a.cost_cny - b.cost_cny || a.gain - b.gain)
    .map((point) => ({ point, x: point.cost_cny / cost, y: point.gain / gain, worst: point.worst_share }));
}

/** Round numbers for an axis from 0 to `most`. @param {number} most @returns {number[]} three to six of them, 0 the first */
export function ticks(most) {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
}

/** What one 万元 more brings between a point and the cheaper one before it, in people; null for the first. @param {Point[]} points by cost @param {number} i */
export function perTenThousand(points, i) {
  if (i === 0) return null;
  const cost = (points[i].cost_cny - points[i - 1].cost_cny) / 10_000;
  return cost > 0 ? (points[i].gain - points[i - 1].gain) / cost : null;
}
