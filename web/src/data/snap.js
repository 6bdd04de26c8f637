/** @import { Shapes } from './shapes.js' */
import { latOf, lonOf, worldX, worldY } from './projection.js';

/**
 * The place on the lines of some shapes that is nearest to a position: a vertex within the tolerance before any point between two.
 * @param {Shapes} shapes lines @param {number} lon @param {number} lat @param {number} tolerance in units of the plane @param {number} [except] a shape that does not count @returns {{lon: number, lat: number, isVertex: boolean}|null} null: none so near
 */
export function snap(shapes, lon, lat, tolerance, except = -1) {
  const [x, y] = [worldX(lon) - shapes.originX, worldY(lat) - shapes.originY];
  let vertex = { distance: Infinity, x: 0, y: 0 };
  let between = { distance: Infinity, x: 0, y: 0 };
  const { xy, firstRing, firstPoint } = shapes;
  for (const shape of shapes.index.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance)) {
    if (shape === except) continue;
    for (let ring = firstRing[shape]; ring < firstRing[shape + 1]; ring++) {
      for (let i = firstPoint[ring]; i < firstPoint[ring + 1]; i++) {
        const [bx, by] = [xy[i * 2], xy[i * 2 + 1]];
        vertex = nearer(vertex, x, y, bx, by);
        if (i === firstPoint[ring]) continue;
        const [ax, ay] = [xy[i * 2 - 2], xy[i * 2 - 1]];
        const [dx, dy] = [bx - ax, by - ay];
        const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
        between = nearer(between, x, y, ax + t * dx, ay + t * dy);
      }
    }
  }
  const isVertex = vertex.distance <= tolerance;
  const best = isVertex ? vertex : between;
  return best.distance <= tolerance ? { lon: lonOf(best.x + shapes.originX), lat: latOf(best.y + shapes.originY), isVertex } : null;
}

/** @param {{distance: number, x: number, y: number}} best @param {number} x @param {number} y @param {number} px @param {number} py */
function nearer(best, x, y, px, py) {
  const distance = Math.hypot(x - px, y - py);
  return distance < best.distance ? { distance, x: px, y: py } : best;
}
