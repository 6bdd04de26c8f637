/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
import { Shapes } from '../data/shapes.js';
import { bandColour, bandOf, CLASSES, UNREACHED_BAND } from '../ramp.js';
import { hatch, palette } from '../theme.js';
import { LEAST_PX, SPECK_PX, Specks } from './specks.js';

// Below this a building is a speck: its box is drawn instead of its outline, which costs a quarter and looks the same.
const OUTLINE_FROM_PX = 5;

/** Buildings coloured by walk time. The geometry is packed once; a new answer only recolours. */
export class BuildingsLayer {
  /** @param {Feature[]} features in the order of the server, which is that of the answers @param {CanvasTiles} tiles @param {Shapes} [shapes] the same, packed before */
  constructor(features, tiles, shapes = new Shapes(features)) {
    this.features = features;
    this.shapes = shapes;
    this.ids = features.map((feature) => String(feature.properties.id ?? feature.id));
    this.people = Float64Array.from(features, (feature) => feature.properties.population ?? 0);
    /** Band of each building; CLASSES: nobody lives there. */
    this.band = new Uint8Array(features.length);
    this.outside = new Uint8Array(features.length);
    this.isMuted = false;
    this.tiles = tiles;
  }

  onAdd() {
    this.tiles.addPainter(this, 10);
  }

  onRemove() {
    this.tiles.removePainter(this);
  }

  /** @param {Frame} frame */
  touches(frame) {
    return frame.touches(this.shapes, 4);
  }

  /**
   * @param {import('../data/walks.js').Walks} walks @param {{limit_m: number, limit_s: number, typed: string}} limit the one the rule types decides
   */
  setWalks(walks, limit) {
    for (let i = 0; i < this.band.length; i++) this.colour(i, walks, limit);
    this.tiles.repaint();
  }

  /** The walks of some buildings are others: those that look another way now are drawn anew at once. @param {number[]} buildings @param {import('../data/walks.js').Walks} walks @param {{limit_m: number, limit_s: number, typed: string}} limit */
  changeWalks(buildings, walks, limit) {
    const repainted = buildings.filter((building) => this.colour(building, walks, limit));
    if (!this.isMuted) this.tiles.repaintShapes(this.shapes, repainted);
  }

  /** @param {number} i @param {import('../data/walks.js').Walks} walks @param {{limit_m: number, limit_s: number, typed: string}} limit @returns {boolean} true where it looks another way now */
  colour(i, { seconds, metres }, limit) {
    const isHome = this.people[i] > 0;
    const band = isHome ? bandOf(seconds[i]) : CLASSES;
    const isCovered = limit.typed === 'metres' ? metres[i] <= limit.limit_m : seconds[i] <= limit.limit_s;
    const outside = isHome && !isCovered ? 1 : 0;
    if (band === this.band[i] && outside === this.outside[i]) return false;
    this.band[i] = band;
    this.outside[i] = outside;
    return true;
  }

  /** Draws all buildings alike, so that what lies around them can be read. @param {boolean} isMuted */
  setMuted(isMuted) {
    if (this.isMuted === isMuted) return;
    this.isMuted = isMuted;
    this.tiles.repaint();
  }

  /** @param {number} lon @param {number} lat @param {number} tolerance */
  at(lon, lat, tolerance) {
    return this.shapes.at(lon, lat, tolerance);
  }

  /** @param {string} id @returns {number} position, -1 where there is none */
  indexOf(id) {
    return this.ids.indexOf(id);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const { theme, emptyBuilding, outsideEdge, mutedBuilding, mutedEdge } = palette();
    if (this.isMuted) return this.drawMuted(context, frame, mutedBuilding, mutedEdge);
    /** @type {number[][]} */
    const byClass = Array.from({ length: CLASSES + 1 }, () => []);
    for (const shape of frame.shapes(this.shapes, 4)) byClass[this.band[shape]].push(shape);
    const specks = Specks.of(context, frame);
    this.fillClass(context, frame, byClass[CLASSES], emptyBuilding, specks);
    for (let band = 0; band < CLASSES; band++) this.fillClass(context, frame, byClass[band], bandColour(band, theme), specks);
    specks?.draw();
    if (byClass[UNREACHED_BAND].length > 0) this.fillClass(context, frame, byClass[UNREACHED_BAND], hatch(context), null);
    if (frame.zoom >= 15) this.strokeOutside(context, frame, byClass, outsideEdge);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {string} fill @param {string} edge */
  drawMuted(context, frame, fill, edge) {
    this.fillClass(context, frame, frame.shapes(this.shapes, 4), fill, null);
    context.strokeStyle = edge;
    context.lineWidth = 0.6;
    if (frame.zoom >= 16) context.stroke();
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Iterable<number>} shapes @param {string|CanvasPattern} fill @param {Specks|null} specks take the specks of the screen; without them all are rectangles */
  fillClass(context, frame, shapes, fill, specks) {
    /** @type {number[]} */
    const small = [];
    let isEmpty = true;
    context.beginPath();
    for (const shape of shapes) {
      const extent_px = frame.extentPx(this.shapes, shape);
      if (specks && extent_px < SPECK_PX) {
        small.push(shape);
        continue;
      }
      if (extent_px < OUTLINE_FROM_PX) frame.traceBox(context, this.shapes, shape, LEAST_PX);
      else frame.trace(context, this.shapes, shape, true);
      isEmpty = false;
    }
    context.fillStyle = fill;
    if (!isEmpty) context.fill();
    if (specks && typeof fill === 'string') specks.add(this.shapes, small, fill);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {number[][]} byClass @param {string} colour */
  strokeOutside(context, frame, byClass, colour) {
    context.beginPath();
    for (const shapes of byClass) {
      for (const shape of shapes) if (this.outside[shape]) frame.trace(context, this.shapes, shape, true);
    }
    context.strokeStyle = colour;
    context.lineWidth = frame.zoom >= 17 ? 1.4 : 0.7;
    context.stroke();
  }
}
