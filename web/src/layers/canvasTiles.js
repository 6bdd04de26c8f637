import * as L from './leaflet.js';
import { Frame } from './frame.js';

const TILE_PX = 512;

/**
 * Tiles drawn here, from columns in memory. 25,000 buildings as Leaflet paths would be reprojected one by one at every step of the
 * map; a tile draws the few hundred it holds once, and panning only moves finished canvases.
 */
export class CanvasTiles extends L.GridLayer {
  /**
   * @param {(context: CanvasRenderingContext2D, frame: Frame) => void} draw called for each tile
   * @param {{pane: string, minZoom?: number}} options
   */
  constructor(draw, options) {
    super({ tileSize: TILE_PX, updateWhenZooming: false, keepBuffer: 1, minZoom: 0, maxZoom: 22, ...options });
    this.draw = draw;
    /** @type {Map<HTMLCanvasElement, L.Coords>} */
    this.canvases = new Map();
    this.on('tileunload', (/** @type {any} */ event) => this.canvases.delete(event.tile));
  }

  /** @override @param {L.Coords} coords @returns {HTMLCanvasElement} */
  createTile(coords) {
    const canvas = document.createElement('canvas');
    this.canvases.set(canvas, coords);
    this.paint(canvas, coords);
    return canvas;
  }

  /** Draws every tile anew in place; nothing is fetched and nothing flickers. */
  repaint() {
    for (const [canvas, coords] of this.canvases) this.paint(canvas, coords);
    return this;
  }

  /** @param {HTMLCanvasElement} canvas @param {L.Coords} coords */
  paint(canvas, coords) {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = TILE_PX * ratio;
    canvas.height = TILE_PX * ratio;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(context, new Frame(coords, TILE_PX));
  }
}
