/** @import { Shapes } from '../data/shapes.js' */
/** @import { Frame } from './frame.js' */
import { parseColour } from '../colour.js';

/** A shape smaller than this is a speck. */
export const SPECK_PX = 2.5;
/** No shape is drawn smaller. */
export const LEAST_PX = 1.6;

/**
 * Shapes of a few dots, written into a picture dot by dot: a path of a hundred thousand rectangles takes the canvas seconds. For the screen,
 * where every move draws anew; on paper and in drawings they stay rectangles.
 */
export class Specks {
  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  constructor(context, frame) {
    this.context = context;
    this.frame = frame;
    this.ratio = context.getTransform().a;
    this.width = Math.ceil(frame.width_px * this.ratio);
    this.height = Math.ceil(frame.height_px * this.ratio);
    /** Red, green, blue and alpha of each dot, row by row; null before there is any. @type {Uint32Array<ArrayBuffer>|null} */
    this.dots = null;
  }

  /** For what is drawn on the screen; null elsewhere. @param {CanvasRenderingContext2D} context @param {Frame} frame */
  static of(context, frame) {
    return frame.isOnScreen ? new Specks(context, frame) : null;
  }

  /** @param {Shapes} shapes @param {number[]} specks their places @param {string} colour */
  add(shapes, specks, colour) {
    const parsed = specks.length > 0 ? parseColour(colour) : null;
    if (!parsed) return;
    const { frame, ratio, width, height } = this;
    const dots = this.dots ??= new Uint32Array(width * height);
    // The bytes of a dot stand in the order red, green, blue, alpha.
    const dot = new Uint32Array(new Uint8Array([parsed.red, parsed.green, parsed.blue, 255]).buffer)[0];
    const scale = frame.scale * ratio;
    const [dx, dy] = [(shapes.originX * frame.scale - frame.leftPx) * ratio, (shapes.originY * frame.scale - frame.topPx) * ratio];
    const least = LEAST_PX * ratio;
    const { boxes } = shapes;
    for (const shape of specks) {
      const i = shape * 4;
      const [across, down] = [Math.max(least, (boxes[i + 2] - boxes[i]) * scale), Math.max(least, (boxes[i + 3] - boxes[i + 1]) * scale)];
      const left = Math.round(((boxes[i] + boxes[i + 2]) / 2) * scale + dx - across / 2);
      const top = Math.round(((boxes[i + 1] + boxes[i + 3]) / 2) * scale + dy - down / 2);
      const [right, bottom] = [Math.min(width, left + Math.round(across)), Math.min(height, top + Math.round(down))];
      for (let y = Math.max(0, top); y < bottom; y++) dots.fill(dot, y * width + Math.max(0, left), Math.max(0, y * width + right));
    }
  }

  /** Lays them over what is drawn. */
  draw() {
    if (!this.dots) return;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [this.width, this.height];
    canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(this.dots.buffer), this.width, this.height), 0, 0);
    this.context.drawImage(canvas, 0, 0, this.width / this.ratio, this.height / this.ratio);
  }
}
