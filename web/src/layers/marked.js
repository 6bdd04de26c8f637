/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
/** @import { BuildingsLayer } from './buildings.js' */
import { palette } from '../theme.js';

const WIDTH_PX = 2;

/** Buildings that a chart or a table speaks of, outlined above all others. */
export class MarkedLayer {
  /** @param {CanvasTiles} tiles */
  constructor(tiles) {
    this.tiles = tiles;
    /** @type {BuildingsLayer|null} */
    this.buildings = null;
    /** @type {Set<number>} */
    this.marked = new Set();
    tiles.addPainter(this, 90);
  }

  /** @param {BuildingsLayer|null} buildings @param {number[]} marked their places */
  show(buildings, marked) {
    if (marked.length === 0 && this.marked.size === 0) return;
    this.buildings = buildings;
    this.marked = new Set(marked);
    this.tiles.repaint();
  }

  /** @param {Frame} frame */
  touches(frame) {
    return this.buildings !== null && this.marked.size > 0 && frame.touches(this.buildings.shapes, WIDTH_PX);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    if (!this.buildings) return;
    context.beginPath();
    for (const shape of frame.shapes(this.buildings.shapes, WIDTH_PX)) if (this.marked.has(shape)) frame.trace(context, this.buildings.shapes, shape, true);
    context.strokeStyle = palette().ink;
    context.lineWidth = WIDTH_PX;
    context.stroke();
  }
}
