/** @import { Feature } from '../types.js' */
import { worldX, worldY } from './projection.js';
import { GridIndex } from './gridIndex.js';

/**
 * The geometries of one layer in flat columns. Points are relative to `originX`, `originY`, so that 32-bit floats hold a district to
 * a thousandth of a pixel at the closest zoom (absolute coordinates would be off by several pixels).
 */
export class Shapes {
  /** @param {Feature[]} features each keeps its position: shape i is features[i] */
  constructor(features) {
    const parts = features.map((feature) => partsOf(feature.geometry));
    const ringCount = parts.reduce((sum, rings) => sum + rings.length, 0);
    const pointCount = parts.reduce((sum, rings) => sum + rings.reduce((n, ring) => n + ring.length, 0), 0);
    /** First ring of each shape; one more entry than shapes. */
    this.firstRing = new Uint32Array(features.length + 1);
    /** First point of each ring; one more entry than rings. */
    this.firstPoint = new Uint32Array(ringCount + 1);
    /** x, y of each point. */
    this.xy = new Float32Array(pointCount * 2);
    /** left, top, right, bottom of each shape. */
    this.boxes = new Float32Array(features.length * 4);
    const start = parts.find((rings) => rings.length > 0)?.[0][0] ?? [0, 0];
    this.originX = worldX(start[0]);
    this.originY = worldY(start[1]);
    this.count = features.length;
    this.pack(parts);
    this.index = new GridIndex(this.boxes);
  }

  /** @param {number[][][][]} parts */
  pack(parts) {
    let ring = 0;
    let point = 0;
    parts.forEach((rings, shape) => {
      this.firstRing[shape] = ring;
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (const positions of rings) {
        this.firstPoint[ring++] = point;
        for (const [lon, lat] of positions) {
          const x = worldX(lon) - this.originX;
          const y = worldY(lat) - this.originY;
          this.xy[point * 2] = x;
          this.xy[point * 2 + 1] = y;
          point++;
          if (x < box[0]) box[0] = x;
          if (y < box[1]) box[1] = y;
          if (x > box[2]) box[2] = x;
          if (y > box[3]) box[3] = y;
        }
      }
      this.boxes.set(box, shape * 4);
    });
    this.firstRing[parts.length] = ring;
    this.firstPoint[ring] = point;
  }

  /** True where the position lies in the shape, holes left out (even-odd over all its rings). @param {number} shape @param {number} x @param {number} y */
  contains(shape, x, y) {
    let inside = false;
    for (let ring = this.firstRing[shape]; ring < this.firstRing[shape + 1]; ring++) {
      const begin = this.firstPoint[ring];
      const end = this.firstPoint[ring + 1];
      for (let i = begin, j = end - 1; i < end; j = i++) {
        const yi = this.xy[i * 2 + 1];
        const yj = this.xy[j * 2 + 1];
        if (yi > y !== yj > y && x < ((this.xy[j * 2] - this.xy[i * 2]) * (y - yi)) / (yj - yi) + this.xy[i * 2]) inside = !inside;
      }
    }
    return inside;
  }

  /** Distance of a position from the lines of a shape. @param {number} shape @param {number} x relative to the origin @param {number} y */
  distanceToLine(shape, x, y) {
    let best = Infinity;
    for (let ring = this.firstRing[shape]; ring < this.firstRing[shape + 1]; ring++) {
      for (let i = this.firstPoint[ring]; i < this.firstPoint[ring + 1]; i++) {
        const j = Math.max(i - 1, this.firstPoint[ring]);
        const [ax, ay] = [this.xy[j * 2], this.xy[j * 2 + 1]];
        const [dx, dy] = [this.xy[i * 2] - ax, this.xy[i * 2 + 1] - ay];
        const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
        best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
      }
    }
    return best;
  }

  /**
   * The shape at a position: one that contains it, else the one whose box is nearest within the tolerance.
   * @param {number} lon @param {number} lat @param {number} tolerance in units of the plane @returns {number} -1: none
   */
  at(lon, lat, tolerance) {
    const x = worldX(lon) - this.originX;
    const y = worldY(lat) - this.originY;
    let best = -1;
    let bestDistance = Infinity;
    for (const shape of this.index.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance)) {
      if (this.contains(shape, x, y)) return shape;
      const [left, top, right, bottom] = this.boxes.subarray(shape * 4, shape * 4 + 4);
      const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      if (distance < bestDistance && distance <= tolerance) [best, bestDistance] = [shape, distance];
    }
    return best;
  }
}

/** Rings or lines of a geometry; a point is a line of one position. @param {Feature['geometry']} geometry @returns {number[][][]} */
function partsOf(geometry) {
  switch (geometry?.type) {
    case 'Point': return [[geometry.coordinates]];
    case 'MultiPoint': return geometry.coordinates.map((/** @type {number[]} */ position) => [position]);
    case 'LineString': return [geometry.coordinates];
    case 'MultiLineString': return geometry.coordinates;
    case 'Polygon': return wound(geometry.coordinates);
    case 'MultiPolygon': return geometry.coordinates.flatMap(wound);
    default: return [];
  }
}

/**
 * Outer ring clockwise, holes the other way: then many polygons fill in one path by the non-zero rule, and where two of them
 * overlap nothing is cut out.
 * @param {number[][][]} rings
 */
function wound(rings) {
  return rings.map((ring, i) => (signedArea(ring) < 0 === (i === 0) ? ring : ring.slice().reverse()));
}

/** Positive where the ring runs counter-clockwise. @param {number[][]} ring */
function signedArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += (ring[j][0] - ring[0][0]) * (ring[i][1] - ring[0][1]) - (ring[i][0] - ring[0][0]) * (ring[j][1] - ring[0][1]);
  }
  return sum;
}
