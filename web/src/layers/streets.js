/** @import { Feature } from '../types.js' */
/** @import { CanvasTiles } from './canvasTiles.js' */
/** @import { Frame } from './frame.js' */
import { Shapes } from '../data/shapes.js';
import { palette } from '../theme.js';

const MAJOR = new Set(['trunk', 'primary', 'secondary', 'tertiary', 'trunk_link', 'primary_link', 'secondary_link', 'tertiary_link', 'arterial']);
const PATHS = new Set(['footway', 'path', 'steps', 'pedestrian', 'corridor', 'track', 'cycleway', 'service', 'inner', 'alley', 'link', 'crossing', 'sidewalk']);
// Wider for bigger streets, growing with the zoom; below the zoom a class is left out because it would only be noise.
const WIDTH_PX = [
  { from: 0, at13: 0.6, each: 0.25 },
  { from: 0, at13: 0.9, each: 0.8 },
  { from: 0, at13: 1.8, each: 1.6 },
];

/** @param {string|null|undefined} name class of the walk edge */
const rankOf = (name) => (MAJOR.has(name ?? '') ? 2 : PATHS.has(name ?? '') ? 0 : 1);

/** The workspace's own streets, thin and grey: the base map that needs no internet. */
export class StreetsLayer {
  /** @param {Feature[]} features @param {CanvasTiles} tiles @param {Shapes} [shapes] the same, packed before */
  constructor(features, tiles, shapes = new Shapes(features)) {
    this.shapes = shapes;
    this.rank = Uint8Array.from(features, (feature) => rankOf(feature.properties.class));
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
    return frame.touches(this.shapes, 12);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const colours = palette();
    const found = frame.shapes(this.shapes, 12);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    [colours.path, colours.street, colours.streetMajor].forEach((colour, rank) => {
      context.beginPath();
      for (const shape of found) if (this.rank[shape] === rank) frame.trace(context, this.shapes, shape, false);
      const width = WIDTH_PX[rank];
      context.lineWidth = Math.max(0.5, width.at13 + width.each * (frame.zoom - 13));
      context.strokeStyle = colour;
      context.stroke();
    });
  }
}
