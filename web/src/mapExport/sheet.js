/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
/** @import { Options, Sheet, Step } from './types.js' */
import { Context as Speaker } from '../context.js';
import { worldX, worldY } from '../data/projection.js';
import { Legends } from '../panels/legends.js';
import { palette, withStyle } from '../theme.js';
import { layoutOf, wrapped } from './layout.js';
import { legendBlocks } from './legendBlocks.js';
import { collectMarks, drawPane, isUnderBuildings } from './marks.js';
import { paperOf, PX_PER_MM, roundedScale, scaleOfZoom, zoomOfScale } from './paper.js';
import { SOURCE_FONT } from './furniture.js';
import { wordsOf } from './words.js';

/**
 * Lays a sheet out and collects what is drawn on it, as it is now.
 * @param {Context} context @param {MapView} view @param {Options} options @param {number[]} bounds west, south, east, north that the map must show @returns {Sheet}
 */
export function makeSheet(context, view, options, bounds) {
  const paper = paperOf(options.paper, view.map.getSize());
  const [width, height] = [paper.width_mm * PX_PER_MM, paper.height_mm * PX_PER_MM];
  const speaker = new Speaker(context.session, options.lang);
  return withStyle(options.style, () => {
    const now = new Date();
    // The scale stands in the sources, whose height decides on the scale: their number of lines is that of the longest scale.
    const linesOf = (/** @type {number} */ scale) => {
      const words = wordsOf(speaker, options.title, options.paper, scale, now);
      return { ...words, sources: words.sources.flatMap((line) => wrapped(line, width * 0.93, measureSource)) };
    };
    const parts = layoutOf(width, height, linesOf(1_000_000).sources.length, options.hasLegend);
    const centre = centreOf(bounds);
    const scale = options.scale ?? scaleToShow(bounds, parts.map, centre.lat);
    const zoom = zoomOfScale(scale, centre.lat);
    const legends = new Legends(speaker, () => view.walks, zoom);
    return {
      width, height, paper, parts, style: options.style, colours: palette(), zoom, scale, words: linesOf(scale),
      leftPx: worldX(centre.lon) * 2 ** zoom - parts.map.width / 2, topPx: worldY(centre.lat) * 2 ** zoom - parts.map.height / 2,
      legend: options.hasLegend ? legendBlocks([...legends.elements(), ...legends.overlays()]) : [], steps: stepsOf(view),
    };
  });
}

/** @param {string} text */
function measureSource(text) {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return 0;
  ruler.font = SOURCE_FONT;
  return ruler.measureText(text).width;
}

/** @type {CanvasRenderingContext2D|null} */
let ruler = null;

/** The middle of bounds in the plane. @param {number[]} bounds */
function centreOf([west, south, east, north]) {
  const y = (worldY(south) + worldY(north)) / 2;
  const half = Math.PI * (1 - (2 * y) / 256);
  return { lon: (west + east) / 2, lat: (Math.atan(Math.sinh(half)) * 180) / Math.PI };
}

/** @param {number[]} bounds @param {{width: number, height: number}} map px @param {number} lat */
function scaleToShow([west, south, east, north], map, lat) {
  const zoom = Math.log2(Math.min(map.width / Math.max(1e-9, worldX(east) - worldX(west)), map.height / Math.max(1e-9, worldY(south) - worldY(north))));
  return roundedScale(scaleOfZoom(Math.min(zoom, 20), lat));
}

/** The layers of the map from the ground up, by the names of the workspace's layers. @param {MapView} view @returns {Step[]} */
function stepsOf(view) {
  const names = new Map(Object.entries(view.layers).map(([name, layer]) => [layer, name]));
  names.set(view.overlays.ledger, 'snap_ledger');
  const painted = (/** @type {import('../layers/canvasTiles.js').CanvasTiles} */ tiles) => tiles.painters.map(({ painter }) => ({
    name: names.get(painter) ?? 'layer', opacity: 1, isWhole: painter === view.layers.labels,
    draw: (/** @type {any} */ context, /** @type {import('../layers/frame.js').Frame} */ frame) => {
      if (Math.round(frame.zoom) >= (painter.minZoom ?? 0) && painter.touches(frame)) painter.draw(context, frame);
    },
  }));
  const panes = collectMarks(view.map).map((pane) => ({
    name: `marks-${pane.name}`, opacity: pane.opacity, isWhole: false, isUnder: isUnderBuildings(pane), draw: (/** @type {any} */ context, /** @type {import('../layers/frame.js').Frame} */ frame) => drawPane(context, frame, pane),
  }));
  const fabric = painted(view.fabric);
  // On paper nobody can move the map to see what a mark hides, so names are written over all.
  return [...painted(view.ground), ...panes.filter(({ isUnder }) => isUnder), ...fabric.filter(({ isWhole }) => !isWhole), ...panes.filter(({ isUnder }) => !isUnder), ...fabric.filter(({ isWhole }) => isWhole)];
}
