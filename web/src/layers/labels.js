/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
import { worldX, worldY } from '../data/projection.js';
import { areaName } from '../i18n.js';
import { palette } from '../theme.js';

/**
 * @typedef {{text: string, x: number, y: number, kind: 'subdistrict'|'community'|'street', weight: number, angle: number}} Label
 * x, y in the plane; the heavier label wins where two would overlap.
 */

const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const STYLE = {
  subdistrict: { font: `600 14px ${FONT}`, from: 12, to: 14 },
  community: { font: `500 12px ${FONT}`, from: 15, to: 17 },
  street: { font: `11px ${FONT}`, from: 15.5, to: 23 },
};
const HEIGHT_PX = 16;
// A street says its name again only so far on, and only where the stretch is long enough to carry it.
const REPEAT_PX = 360;
// No name is longer than twice this.
const MARGIN_PX = 120;
const LEAST_CARRIED = 0.7;

/** Names of areas and streets. Which of them stand is decided for a whole zoom level at once, so that tiles agree at their edges. */
export class LabelsLayer {
  /** @param {Feature[]} boundaries @param {Feature[]} streets @param {CanvasTiles} tiles @param {'zh'|'en'} lang */
  constructor(boundaries, streets, tiles, lang) {
    this.boundaries = boundaries;
    this.streets = streets;
    this.minZoom = 12;
    this.tiles = tiles;
    /** Heaviest first. @type {Label[]} */
    this.labels = [];
    /** Labels that stand, by zoom. @type {Map<number, Label[]>} */
    this.standing = new Map();
    this.setLanguage(lang);
  }

  onAdd() {
    this.tiles.addPainter(this, 40);
  }

  onRemove() {
    this.tiles.removePainter(this);
  }

  /** @param {Frame} frame */
  touches(frame) {
    return this.labels.some(({ x, y }) => frame.holds(x, y, MARGIN_PX));
  }

  /** @param {'zh'|'en'} lang */
  setLanguage(lang) {
    this.labels = [...areaLabels(this.boundaries, lang), ...streetLabels(this.streets)].sort((a, b) => b.weight - a.weight);
    this.standing = new Map();
    this.tiles.repaint();
  }

  /** @param {number} zoom @param {CanvasRenderingContext2D} context */
  at(zoom, context) {
    const known = this.standing.get(zoom);
    if (known) return known;
    const chosen = choose(this.labels, zoom, context);
    this.standing.set(zoom, chosen);
    return chosen;
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const colours = palette();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    for (const label of this.at(frame.zoom, context)) {
      const x = frame.px(label.x);
      const y = frame.py(label.y);
      if (!frame.holds(label.x, label.y, MARGIN_PX)) continue;
      context.save();
      context.translate(x, y);
      context.rotate(label.angle);
      context.font = STYLE[label.kind].font;
      context.strokeStyle = colours.halo;
      context.strokeText(label.text, 0, 0);
      context.fillStyle = label.kind === 'street' ? colours.label : colours.district;
      context.fillText(label.text, 0, 0);
      context.restore();
    }
  }
}

/** Widths by kind and text: measuring 20,000 street labels again at each zoom took half a second. @type {Map<string, number>} */
const widths = new Map();

/** @param {Label} label @param {CanvasRenderingContext2D} context */
function widthOf(label, context) {
  const key = `${label.kind} ${label.text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = STYLE[label.kind].font;
  const { width } = context.measureText(label.text);
  widths.set(key, width);
  return width;
}

/** Greedy by weight over a grid of taken cells. @param {Label[]} labels @param {number} zoom @param {CanvasRenderingContext2D} context */
function choose(labels, zoom, context) {
  const scale = 2 ** zoom;
  /** @type {Set<string>} */
  const taken = new Set();
  /** @type {Map<string, Label[]>} */
  const said = new Map();
  return labels.filter((label) => {
    const style = STYLE[label.kind];
    if (zoom < style.from || zoom > style.to) return false;
    const width = widthOf(label, context);
    if (label.kind === 'street' && label.weight * scale < width * LEAST_CARRIED) return false;
    const same = said.get(label.text) ?? [];
    if (same.some((other) => Math.hypot(other.x - label.x, other.y - label.y) * scale < REPEAT_PX)) return false;
    const half = width / 2 + 6;
    const [dx, dy] = [Math.abs(Math.cos(label.angle)) * half + HEIGHT_PX / 2, Math.abs(Math.sin(label.angle)) * half + HEIGHT_PX / 2];
    const cells = [];
    for (let cx = Math.floor((label.x * scale - dx) / HEIGHT_PX); cx <= (label.x * scale + dx) / HEIGHT_PX; cx++) {
      for (let cy = Math.floor((label.y * scale - dy) / HEIGHT_PX); cy <= (label.y * scale + dy) / HEIGHT_PX; cy++) cells.push(`${cx},${cy}`);
    }
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    said.set(label.text, [...same, label]);
    return true;
  });
}

/** @param {Feature[]} boundaries @param {'zh'|'en'} lang @returns {Label[]} */
function areaLabels(boundaries, lang) {
  return boundaries.flatMap((feature) => {
    const kind = feature.properties.level;
    const text = areaName(feature.properties, lang);
    if ((kind !== 'subdistrict' && kind !== 'community') || !text || !feature.geometry) return [];
    const ring = outline(feature.geometry);
    const middle = ring.reduce((sum, [lon, lat]) => [sum[0] + lon / ring.length, sum[1] + lat / ring.length], [0, 0]);
    return [{ text, x: worldX(middle[0]), y: worldY(middle[1]), kind, weight: kind === 'subdistrict' ? 2e9 : 1e9, angle: 0 }];
  });
}

/** Corners of the longest outer ring, without the repeated end. @param {{type: string, coordinates: any}} geometry @returns {number[][]} */
function outline(geometry) {
  /** @type {number[][][]} */
  const outer = geometry.type === 'MultiPolygon' ? geometry.coordinates.map((/** @type {any} */ rings) => rings[0]) : [geometry.coordinates[0]];
  return outer.reduce((longest, ring) => (ring.length > longest.length ? ring : longest)).slice(0, -1);
}

/** One label for each stretch of a named street, along its longest segment. @param {Feature[]} streets @returns {Label[]} */
function streetLabels(streets) {
  return streets.flatMap((feature) => {
    const text = feature.properties.name;
    const line = feature.geometry?.type === 'LineString' ? feature.geometry.coordinates : null;
    if (!text || !line) return [];
    let best = { length: 0, x: 0, y: 0, angle: 0 };
    for (let i = 1; i < line.length; i++) {
      const [ax, ay, bx, by] = [worldX(line[i - 1][0]), worldY(line[i - 1][1]), worldX(line[i][0]), worldY(line[i][1])];
      const length = Math.hypot(bx - ax, by - ay);
      if (length > best.length) best = { length, x: (ax + bx) / 2, y: (ay + by) / 2, angle: readable(Math.atan2(by - ay, bx - ax)) };
    }
    return best.length > 0 ? [{ text, x: best.x, y: best.y, kind: /** @type {const} */ ('street'), weight: best.length, angle: best.angle }] : [];
  });
}

/** The angle from which the text is not upside down. @param {number} angle */
function readable(angle) {
  if (angle > Math.PI / 2) return angle - Math.PI;
  return angle < -Math.PI / 2 ? angle + Math.PI : angle;
}
