/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
/** @import { Label, Place } from './labelling.js' */
import { palette } from '../theme.js';
import { areaLabels, coverLabels, placeLabels, streetLabels } from './labelling.js';

const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

/**
 * Zoom from which and below which a kind is drawn; `below_px` puts a name under its mark.
 * @type {Record<Label['kind'], {font: string, from: number, below: number, below_px: number, colour: 'district'|'label'|'waterLabel'|'greenLabel'|'placeLabel'}>}
 */
const STYLE = {
  subdistrict: { font: `600 14px ${FONT}`, from: 11.5, below: 14.5, below_px: 0, colour: 'district' },
  community: { font: `500 12px ${FONT}`, from: 14.5, below: 17.5, below_px: 0, colour: 'district' },
  water: { font: `italic 12px ${FONT}`, from: 12.5, below: 23, below_px: 0, colour: 'waterLabel' },
  park: { font: `11px ${FONT}`, from: 14.5, below: 23, below_px: 0, colour: 'greenLabel' },
  place: { font: `500 12px ${FONT}`, from: 16.5, below: 23, below_px: 17, colour: 'placeLabel' },
  street: { font: `11px ${FONT}`, from: 15.5, below: 23, below_px: 0, colour: 'label' },
};
const HEIGHT_PX = 16;
// A street says its name again only so far on, and only where the stretch is long enough to carry it.
const REPEAT_PX = 360;
// No name is longer than twice this.
const MARGIN_PX = 140;
const LEAST_CARRIED = 0.7;

/** Names on the map. Which of them stand is decided for a whole zoom level at once, so that tiles agree at their edges. */
export class LabelsLayer {
  /** @param {CanvasTiles} tiles @param {'zh'|'en'} lang */
  constructor(tiles, lang) {
    this.minZoom = 12;
    this.tiles = tiles;
    this.lang = lang;
    /** @type {Feature[]} */
    this.boundaries = [];
    /** By where they come from: those of 20,000 streets are made once. @type {{areas: Label[], cover: Label[], streets: Label[], places: Label[]}} */
    this.parts = { areas: [], cover: [], streets: [], places: [] };
    /** Heaviest first. @type {Label[]} */
    this.labels = [];
    /** Labels that stand, by zoom. @type {Map<number, Label[]>} */
    this.standing = new Map();
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

  /** @param {string} layer boundaries, land_cover or walk_edges @param {Feature[]} features */
  setFeatures(layer, features) {
    if (layer === 'boundaries') {
      this.boundaries = features;
      this.parts.areas = areaLabels(features, this.lang);
    } else if (layer === 'land_cover') this.parts.cover = coverLabels(features);
    else this.parts.streets = streetLabels(features);
    this.collect();
  }

  /** @param {Place[]} places whose marks are drawn */
  setPlaces(places) {
    this.parts.places = placeLabels(places);
    this.collect();
  }

  /** @param {'zh'|'en'} lang */
  setLanguage(lang) {
    this.lang = lang;
    this.parts.areas = areaLabels(this.boundaries, lang);
    this.collect();
  }

  collect() {
    const { areas, cover, streets, places } = this.parts;
    this.labels = [...areas, ...places, ...cover, ...streets].sort((a, b) => b.weight - a.weight);
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
    context.strokeStyle = colours.halo;
    for (const label of this.at(frame.zoom, context)) {
      if (frame.isWhole ? !frame.holds(label.x, label.y, -widthOf(label, context) / 2) : !frame.holds(label.x, label.y, MARGIN_PX)) continue;
      const { font, below_px, colour } = STYLE[label.kind];
      context.save();
      context.translate(frame.px(label.x), frame.py(label.y) + below_px);
      context.rotate(label.angle);
      context.font = font;
      context.strokeText(label.text, 0, 0);
      context.fillStyle = colours[colour];
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
    if (zoom < style.from || zoom >= style.below) return false;
    const width = widthOf(label, context);
    if (label.carried * scale < width * LEAST_CARRIED) return false;
    const same = said.get(label.text) ?? [];
    if (label.kind === 'street' && same.some((other) => Math.hypot(other.x - label.x, other.y - label.y) * scale < REPEAT_PX)) return false;
    const cells = cellsOf(label, scale, width / 2 + 6, style.below_px);
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    said.set(label.text, [...same, label]);
    return true;
  });
}

/** Cells of the grid that a name covers. @param {Label} label @param {number} scale @param {number} half_px @param {number} below_px */
function cellsOf(label, scale, half_px, below_px) {
  const [dx, dy] = [Math.abs(Math.cos(label.angle)) * half_px + HEIGHT_PX / 2, Math.abs(Math.sin(label.angle)) * half_px + HEIGHT_PX / 2];
  const [x, y] = [label.x * scale, label.y * scale + below_px];
  const cells = [];
  for (let cx = Math.floor((x - dx) / HEIGHT_PX); cx <= (x + dx) / HEIGHT_PX; cx++) {
    for (let cy = Math.floor((y - dy) / HEIGHT_PX); cy <= (y + dy) / HEIGHT_PX; cy++) cells.push(`${cx},${cy}`);
  }
  return cells;
}
