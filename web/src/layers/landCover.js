/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
import { Shapes } from '../data/shapes.js';
import { palette } from '../theme.js';

/** Water last: a lake in a park is mapped on top of it. */
const KINDS = /** @type {const} */ (['green', 'park', 'wood', 'water']);

/** Water and green, the ground under the streets. */
export class LandCoverLayer {
  /** @param {Feature[]} features @param {CanvasTiles} tiles */
  constructor(features, tiles) {
    this.features = features;
    this.shapes = new Shapes(features);
    this.tiles = tiles;
  }

  onAdd() {
    this.tiles.addPainter(this, 5);
  }

  onRemove() {
    this.tiles.removePainter(this);
  }

  /** @param {Frame} frame */
  touches(frame) {
    return frame.touches(this.shapes, 0);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const colours = palette();
    const found = frame.shapes(this.shapes, 0);
    for (const kind of KINDS) {
      context.beginPath();
      for (const shape of found) if ((this.features[shape].properties.kind ?? 'green') === kind) frame.trace(context, this.shapes, shape, true);
      context.fillStyle = colours[kind];
      context.fill();
    }
  }
}
