/** @import { Point } from './types.js' */

/** Cheap plans first. @param {Point[]} points @returns {Point[]} */
export const byCost = (points) => [...points].sort((a, b) => a.cost_cny - b.cost_cny || a.gain - b.gain);

/** What one 万元 more brings between a point and the cheaper one before it, in people; null for the first. @param {Point[]} points by cost @param {number} i */
export function perTenThousand(points, i) {
  if (i === 0) return null;
  const cost = (points[i].cost_cny - points[i - 1].cost_cny) / 10_000;
  return cost > 0 ? (points[i].gain - points[i - 1].gain) / cost : null;
}
