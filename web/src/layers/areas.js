/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
import { Shapes } from '../data/shapes.js';
import { palette } from '../theme.js';

/** Boundaries of administration, the higher the stronger. */
export class BoundariesLayer {
  /** @param {Feature[]} features @param {CanvasTiles} tiles */
  constructor(features, tiles) {
    this.features = features;
    this.shapes = new Shapes(features);
    this.tiles = tiles;
  }

  onAdd() {
    this.tiles.addPainter(this, 30);
  }

  onRemove() {
    this.tiles.removePainter(this);
  }

  /** @param {Frame} frame */
  touches(frame) {
    return frame.touches(this.shapes, 4);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const colours = palette();
    const found = frame.shapes(this.shapes, 4);
    const styles = /** @type {const} */ ([['community', 0.9, []], ['subdistrict', 1.6, [8, 3]], ['district', 2.4, []]]);
    for (const [level, width, dash] of styles) {
      context.beginPath();
      for (const shape of found) if (this.levelOf(shape) === level) frame.trace(context, this.shapes, shape, true);
      context.setLineDash([...dash]);
      context.lineWidth = width;
      context.strokeStyle = colours[level];
      context.stroke();
    }
  }

  /** @param {number} shape */
  levelOf(shape) {
    return this.features[shape].properties.level ?? 'community';
  }
}

// Walls and gates mean something to a walker only where single buildings can be told apart.
const WALLS_FROM_ZOOM = 15;
export const GATES_FROM_ZOOM = 16;

/** @param {Feature} gate */
const isShut = (gate) => gate.properties.access === 'closed';

/** Walls of gated compounds, dashed, with the gates as breaks in them. */
export class CompoundsLayer {
  /** @param {Feature[]} compounds @param {Feature[]} entrances @param {CanvasTiles} tiles */
  constructor(compounds, entrances, tiles) {
    this.features = compounds;
    this.shapes = new Shapes(compounds);
    /** Closed ones last. @type {Feature[]} */
    this.gateFeatures = entrances.filter((entrance) => entrance.properties.kind === 'gate').sort((a, b) => Number(isShut(a)) - Number(isShut(b)));
    this.firstShut = this.gateFeatures.findIndex(isShut);
    this.gates = new Shapes(this.gateFeatures);
    this.minZoom = WALLS_FROM_ZOOM;
    this.tiles = tiles;
  }

  onAdd() {
    this.tiles.addPainter(this, 20);
  }

  onRemove() {
    this.tiles.removePainter(this);
  }

  /** The gate at a position, closed ones too. @param {number} lon @param {number} lat @param {number} tolerance @returns {Feature|null} */
  gateAt(lon, lat, tolerance) {
    return this.gateFeatures[this.gates.at(lon, lat, tolerance)] ?? null;
  }

  /** @param {Frame} frame */
  touches(frame) {
    return frame.touches(this.shapes, 4);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const colours = palette();
    context.beginPath();
    for (const shape of frame.shapes(this.shapes, 4)) {
      if (this.features[shape].properties.gated !== false) frame.trace(context, this.shapes, shape, true);
    }
    context.setLineDash([5, 3]);
    context.lineWidth = frame.zoom >= 17 ? 1.6 : 1;
    context.strokeStyle = colours.wall;
    context.stroke();
    context.setLineDash([]);
    if (frame.zoom >= GATES_FROM_ZOOM) this.drawGates(context, frame, colours);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {ReturnType<typeof palette>} colours */
  drawGates(context, frame, colours) {
    const radius = frame.zoom >= 18 ? 5 : frame.zoom >= 17 ? 3.5 : 2.2;
    context.beginPath();
    for (const gate of frame.shapes(this.gates, 8)) {
      if (this.firstShut >= 0 && gate >= this.firstShut) continue;
      const point = this.gates.firstPoint[this.gates.firstRing[gate]];
      const x = frame.px(this.gates.xy[point * 2] + this.gates.originX);
      const y = frame.py(this.gates.xy[point * 2 + 1] + this.gates.originY);
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fillStyle = colours.gap;
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = colours.gate;
    context.stroke();
    if (this.firstShut >= 0) this.drawShut(context, frame, radius);
  }

  /** A closed gate is a bar, not a gap. @param {CanvasRenderingContext2D} context @param {Frame} frame @param {number} radius */
  drawShut(context, frame, radius) {
    context.beginPath();
    for (const gate of frame.shapes(this.gates, 8)) {
      if (gate < this.firstShut) continue;
      const point = this.gates.firstPoint[this.gates.firstRing[gate]];
      const x = frame.px(this.gates.xy[point * 2] + this.gates.originX);
      const y = frame.py(this.gates.xy[point * 2 + 1] + this.gates.originY);
      context.rect(x - radius, y - radius / 2, radius * 2, radius);
    }
    context.fillStyle = palette().gate;
    context.fill();
  }
}
