/** @import { Shapes } from '../data/shapes.js' */

/** The part of the plane that one tile or one printed map shows. */
export class Frame {
  /** @param {{x: number, y: number, z: number}} coords @param {number} size_px */
  constructor(coords, size_px) {
    this.zoom = coords.z;
    this.width_px = size_px;
    this.height_px = size_px;
    /** Pixels for one unit of the plane. */
    this.scale = 2 ** coords.z;
    /** Pixel of the tile's corner, counted from the corner of the world. */
    this.leftPx = coords.x * size_px;
    this.topPx = coords.y * size_px;
    /** True where nothing is drawn beyond its edges: what would be cut there is better left out. */
    this.isWhole = false;
    /** True on the screen, which is drawn anew at every move and shows no more than its dots. */
    this.isOnScreen = false;
  }

  /** Any rectangle at any zoom. @param {number} zoom need not be whole @param {number} leftPx of its corner, counted from the corner of the world @param {number} topPx @param {number} width_px @param {number} height_px */
  static of(zoom, leftPx, topPx, width_px, height_px) {
    return Object.assign(new Frame({ x: 0, y: 0, z: zoom }, 0), { leftPx, topPx, width_px, height_px });
  }

  /** Shapes that may touch the tile. @param {Shapes} shapes @param {number} margin_px */
  shapes(shapes, margin_px) {
    const left = (this.leftPx - margin_px) / this.scale - shapes.originX;
    const top = (this.topPx - margin_px) / this.scale - shapes.originY;
    return shapes.index.search(left, top, left + (this.width_px + 2 * margin_px) / this.scale, top + (this.height_px + 2 * margin_px) / this.scale);
  }

  /** True where the tile shows any part of the extent of the shapes. @param {Shapes} shapes @param {number} margin_px */
  touches(shapes, margin_px) {
    const { left, top, width, height } = shapes.index;
    const [x, y] = [this.px(left + shapes.originX), this.py(top + shapes.originY)];
    return shapes.count > 0 && x <= this.width_px + margin_px && y <= this.height_px + margin_px && x + width * this.scale >= -margin_px && y + height * this.scale >= -margin_px;
  }

  /** True for a position in the tile or at most so far from it. @param {number} x @param {number} y @param {number} margin_px */
  holds(x, y, margin_px) {
    const [px, py] = [this.px(x), this.py(y)];
    return px >= -margin_px && py >= -margin_px && px <= this.width_px + margin_px && py <= this.height_px + margin_px;
  }

  /** @param {number} x in the plane */
  px(x) {
    return x * this.scale - this.leftPx;
  }

  /** @param {number} y in the plane */
  py(y) {
    return y * this.scale - this.topPx;
  }

  /** Adds the rings or lines of a shape to the path. @param {CanvasRenderingContext2D} context @param {Shapes} shapes @param {number} shape @param {boolean} close */
  trace(context, shapes, shape, close) {
    const { xy, firstRing, firstPoint } = shapes;
    const scale = this.scale;
    const dx = shapes.originX * scale - this.leftPx;
    const dy = shapes.originY * scale - this.topPx;
    for (let ring = firstRing[shape]; ring < firstRing[shape + 1]; ring++) {
      for (let point = firstPoint[ring]; point < firstPoint[ring + 1]; point++) {
        const x = xy[point * 2] * scale + dx;
        const y = xy[point * 2 + 1] * scale + dy;
        if (point === firstPoint[ring]) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      if (close) context.closePath();
    }
  }

  /** Adds a shape's box, no smaller than `least_px` a side. @param {CanvasRenderingContext2D} context @param {Shapes} shapes @param {number} shape @param {number} least_px */
  traceBox(context, shapes, shape, least_px) {
    const [left, top, right, bottom] = shapes.boxes.subarray(shape * 4, shape * 4 + 4);
    const width = Math.max(least_px, (right - left) * this.scale);
    const height = Math.max(least_px, (bottom - top) * this.scale);
    const x = this.px((left + right) / 2 + shapes.originX);
    const y = this.py((top + bottom) / 2 + shapes.originY);
    context.rect(x - width / 2, y - height / 2, width, height);
  }

  /** Side of a shape's box in pixels, the longer one. @param {Shapes} shapes @param {number} shape */
  extentPx(shapes, shape) {
    const b = shapes.boxes;
    const i = shape * 4;
    return Math.max(b[i + 2] - b[i], b[i + 3] - b[i + 1]) * this.scale;
  }
}
