/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
import { Shapes } from '../data/shapes.js';
import { worldX, worldY } from '../data/projection.js';
import { isLong, isRejected, LINES_FROM_ZOOM, OUTCOMES } from '../ledger.js';
import { outcomeColour } from '../outcomes.js';
import { palette } from '../theme.js';

const MARGIN_PX = 12;

/** Legs of the snap ledger: from the place to its street, by outcome; long ones thick, rejected places as crosses. */
export class LedgerLayer {
  /** @param {CanvasTiles} tiles */
  constructor(tiles) {
    this.tiles = tiles;
    /** Rows that are drawn; shape i is shown[i]. @type {Feature[]} */
    this.shown = [];
    this.shapes = new Shapes([]);
    this.outcome = new Uint8Array(0);
    this.long = new Uint8Array(0);
  }

  onAdd() {
    this.tiles.addPainter(this, 35);
  }

  onRemove() {
    this.tiles.removePainter(this);
  }

  /** @param {Feature[]} rows linked @param {Feature[]} rejected @param {Set<string>} hidden outcomes that are not drawn */
  set(rows, rejected, hidden) {
    this.shown = [...rows, ...rejected].filter((row) => !hidden.has(row.properties.outcome));
    this.shapes = new Shapes(this.shown);
    this.outcome = Uint8Array.from(this.shown, (row) => OUTCOMES.indexOf(row.properties.outcome));
    this.long = Uint8Array.from(this.shown, (row) => (isLong(row) ? 1 : 0));
    this.tiles.repaint();
  }

  /** @param {Frame} frame */
  touches(frame) {
    return frame.touches(this.shapes, MARGIN_PX);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const { theme, halo } = palette();
    const found = frame.shapes(this.shapes, MARGIN_PX);
    context.lineCap = 'round';
    if (frame.zoom >= LINES_FROM_ZOOM) {
      const long = found.filter((row) => this.long[row]);
      this.strokeLines(context, frame, long, 6, halo);
      OUTCOMES.forEach((outcome, k) => {
        if (isRejected(outcome)) return;
        const rows = found.filter((row) => this.outcome[row] === k);
        this.strokeLines(context, frame, rows.filter((row) => !this.long[row]), frame.zoom >= 17 ? 2 : 1.2, outcomeColour(outcome, theme));
        this.strokeLines(context, frame, rows.filter((row) => this.long[row]), 3.5, outcomeColour(outcome, theme));
        this.fillEnds(context, frame, rows, outcomeColour(outcome, theme));
      });
    }
    const rejected = found.filter((row) => isRejected(OUTCOMES[this.outcome[row]]));
    this.strokeCrosses(context, frame, rejected, 5, halo);
    this.strokeCrosses(context, frame, rejected, 2.4, outcomeColour(OUTCOMES[OUTCOMES.length - 1], theme));
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Uint32Array} rows @param {number} width @param {string} colour */
  strokeLines(context, frame, rows, width, colour) {
    if (rows.length === 0) return;
    context.beginPath();
    for (const row of rows) frame.trace(context, this.shapes, row, false);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }

  /** A dot at the street's end of each leg. @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Uint32Array} rows @param {string} colour */
  fillEnds(context, frame, rows, colour) {
    if (frame.zoom < LINES_FROM_ZOOM + 1 || rows.length === 0) return;
    const radius = frame.zoom >= 17 ? 2.8 : 1.8;
    context.beginPath();
    for (const row of rows) {
      const [x, y] = this.pixel(frame, row, this.shapes.firstPoint[this.shapes.firstRing[row] + 1] - 1);
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fillStyle = colour;
    context.fill();
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Uint32Array} rows @param {number} width @param {string} colour */
  strokeCrosses(context, frame, rows, width, colour) {
    if (rows.length === 0) return;
    const arm = frame.zoom >= 16 ? 6 : 4;
    context.beginPath();
    for (const row of rows) {
      const [x, y] = this.pixel(frame, row, this.shapes.firstPoint[this.shapes.firstRing[row]]);
      context.moveTo(x - arm, y - arm);
      context.lineTo(x + arm, y + arm);
      context.moveTo(x - arm, y + arm);
      context.lineTo(x + arm, y - arm);
    }
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }

  /** @param {Frame} frame @param {number} row @param {number} point */
  pixel(frame, row, point) {
    if (point < this.shapes.firstPoint[this.shapes.firstRing[row]]) return [NaN, NaN];
    return [frame.px(this.shapes.xy[point * 2] + this.shapes.originX), frame.py(this.shapes.xy[point * 2 + 1] + this.shapes.originY)];
  }

  /**
   * The row whose leg passes nearest to a position, within the tolerance.
   * @param {number} lon @param {number} lat @param {number} zoom @param {number} tolerance_px @returns {Feature|null}
   */
  at(lon, lat, zoom, tolerance_px) {
    const tolerance = tolerance_px / 2 ** zoom;
    const [x, y] = [worldX(lon) - this.shapes.originX, worldY(lat) - this.shapes.originY];
    let best = -1;
    let bestDistance = tolerance;
    for (const row of this.shapes.index.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance)) {
      if (zoom < LINES_FROM_ZOOM && !isRejected(OUTCOMES[this.outcome[row]])) continue;
      const distance = this.shapes.distanceToLine(row, x, y);
      if (distance <= bestDistance) [best, bestDistance] = [row, distance];
    }
    return best < 0 ? null : this.shown[best];
  }
}
