/** @import { Shapes } from '../data/shapes.js' */
import * as L from './leaflet.js';
import { dirtyBox } from './dirtyBox.js';
import { Frame } from './frame.js';

const TILE_PX = 512;

/**
 * What draws into the tiles. `touches` says whether it has anything to draw there.
 * @typedef {{minZoom?: number, touches: (frame: Frame) => boolean, draw: (context: CanvasRenderingContext2D, frame: Frame) => void}} Painter
 */

/**
 * Tiles drawn here, from columns in memory. 25,000 buildings as Leaflet paths would be reprojected one by one at every step of the
 * map; a tile draws the few hundred it holds once, and panning only moves finished canvases. Several layers share one stack of tiles:
 * a canvas for each layer took five times the memory and, without a graphics card, most of the time of a frame.
 */
export class CanvasTiles extends L.GridLayer {
  /** @param {string} pane */
  constructor(pane) {
    super({ pane, tileSize: TILE_PX, updateWhenZooming: false, keepBuffer: 1, minZoom: 0, maxZoom: 22 });
    /** From the ground up. @type {{painter: Painter, order: number}[]} */
    this.painters = [];
    /** @type {Map<HTMLCanvasElement, L.Coords>} */
    this.canvases = new Map();
    this.on('tileunload', (/** @type {any} */ event) => this.canvases.delete(event.tile));
  }

  /** @param {Painter} painter @param {number} order the higher lies above */
  addPainter(painter, order) {
    this.painters.push({ painter, order });
    this.painters.sort((a, b) => a.order - b.order);
    this.repaint();
  }

  /** @param {Painter} painter */
  removePainter(painter) {
    this.painters = this.painters.filter((entry) => entry.painter !== painter);
    this.repaint();
  }

  /** @override @param {L.Coords} coords @returns {HTMLCanvasElement} */
  createTile(coords) {
    const canvas = document.createElement('canvas');
    this.canvases.set(canvas, coords);
    this.paint(canvas, coords);
    return canvas;
  }

  /** Draws every tile anew before the next frame; nothing is fetched and nothing flickers. */
  repaint() {
    cancelAnimationFrame(this.pending ?? 0);
    this.pending = requestAnimationFrame(() => this.repaintNow());
  }

  /** Draws every tile anew at once: paper waits for no frame. */
  repaintNow() {
    for (const [canvas, coords] of this.canvases) this.paint(canvas, coords);
  }

  /** Draws anew, at once, what lies around some shapes: while a site is dragged a few hundred buildings change of a city. @param {Shapes} shapes @param {number[]} changed their places */
  repaintShapes(shapes, changed) {
    if (changed.length === 0) return;
    for (const [canvas, coords] of this.canvases) {
      const box = dirtyBox(shapes, changed, new Frame(coords, TILE_PX));
      if (box) this.paintPart(canvas, coords, box);
    }
  }

  /** @param {HTMLCanvasElement} canvas @param {L.Coords} coords */
  paint(canvas, coords) {
    const frame = new Frame(coords, TILE_PX);
    const painters = this.paintersOf(frame);
    // A tile with nothing on it has no pixels to keep and to move.
    const side = painters.length === 0 ? 0 : TILE_PX * (window.devicePixelRatio || 1);
    canvas.width = side;
    canvas.height = side;
    const context = side > 0 ? canvas.getContext('2d') : null;
    if (context) drawAll(context, painters, frame, side / TILE_PX);
  }

  /** @param {HTMLCanvasElement} canvas @param {L.Coords} coords @param {{left: number, top: number, right: number, bottom: number}} box in pixels of the tile */
  paintPart(canvas, coords, { left, top, right, bottom }) {
    const context = canvas.width > 0 ? canvas.getContext('2d') : null;
    if (!context) return this.paint(canvas, coords);
    const frame = Frame.of(coords.z, coords.x * TILE_PX + left, coords.y * TILE_PX + top, right - left, bottom - top);
    const ratio = canvas.width / TILE_PX;
    context.save();
    context.translate(left * ratio, top * ratio);
    context.beginPath();
    context.rect(0, 0, frame.width_px * ratio, frame.height_px * ratio);
    context.clip();
    context.clearRect(0, 0, frame.width_px * ratio, frame.height_px * ratio);
    drawAll(context, this.paintersOf(frame), frame, ratio);
    context.restore();
  }

  /** @param {Frame} frame */
  paintersOf(frame) {
    return this.painters.filter(({ painter }) => frame.zoom >= (painter.minZoom ?? 0) && painter.touches(frame));
  }
}

/** @param {CanvasRenderingContext2D} context @param {{painter: Painter}[]} painters @param {Frame} frame @param {number} ratio */
function drawAll(context, painters, frame, ratio) {
  frame.isOnScreen = true;
  for (const { painter } of painters) {
    context.save();
    context.scale(ratio, ratio);
    painter.draw(context, frame);
    context.restore();
  }
}
