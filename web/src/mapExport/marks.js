/** @import { DomBox } from './domBoxes.js' */
/** @import { Frame } from '../layers/frame.js' */
import * as L from '../layers/leaflet.js';
import { worldX, worldY } from '../data/projection.js';
import { boxesOf, drawBoxes } from './domBoxes.js';
import { groundPerPx_m } from './paper.js';

/**
 * What lies on the map as elements of its own: outlines, walks, bands, facilities, sites. As it looks when it is collected.
 * @typedef {{rings: number[][][], isClosed: boolean, circle: {radius_px: number, radius_m: number, lat: number}|null, fill: string, fillOpacity: number, stroke: string, strokeOpacity: number, width: number, dash: number[], cap: string, isEvenOdd: boolean}} Drawn
 * rings in the plane
 * @typedef {{x: number, y: number, boxes: DomBox[], order: number}} Mark in the plane
 * @typedef {{name: string, level: number, opacity: number, drawn: Drawn[], marks: Mark[]}} Pane
 */

// What is above no buildings is not seen on them.
const FABRIC_LEVEL = 310;
const MARK_MARGIN_PX = 60;

/** Everything on the map that no painter draws, by pane, from the ground up. @param {import('leaflet').Map} map @returns {Pane[]} */
export function collectMarks(map) {
  /** @type {Map<string, Pane>} */
  const panes = new Map();
  const paneOf = (/** @type {string} */ name) => {
    const known = panes.get(name);
    if (known) return known;
    const style = getComputedStyle(/** @type {HTMLElement} */ (map.getPane(name)));
    const made = { name, level: Number(style.zIndex) || 0, opacity: Number(style.opacity), drawn: [], marks: [] };
    panes.set(name, made);
    return made;
  };
  map.eachLayer((/** @type {any} */ layer) => {
    const element = layer.getElement?.();
    if (!element || getComputedStyle(element).display === 'none') return;
    if (layer instanceof L.Path) paneOf(layer.options.pane ?? 'overlayPane').drawn.push(drawnOf(layer, element));
    else if (layer instanceof L.Marker) paneOf(layer.options.pane ?? 'markerPane').marks.push(markOf(layer, element));
  });
  for (const pane of panes.values()) pane.marks.sort((a, b) => a.order - b.order);
  return [...panes.values()].sort((a, b) => a.level - b.level);
}

/** True for what lies under the buildings. @param {Pane} pane */
export const isUnderBuildings = (pane) => pane.level < FABRIC_LEVEL;

/** @param {any} path of Leaflet @param {Element} element @returns {Drawn} */
function drawnOf(path, element) {
  const style = getComputedStyle(element);
  const isCircle = path instanceof L.CircleMarker;
  const centre = isCircle ? path.getLatLng() : null;
  return {
    rings: centre ? [[plane(centre)]] : rings(path.getLatLngs()).map((ring) => ring.map(plane)), isClosed: path instanceof L.Polygon,
    circle: centre && { radius_px: path.options.radius ?? 10, radius_m: path instanceof L.Circle ? path.getRadius() : 0, lat: centre.lat },
    fill: path.options.fill === false ? 'none' : style.fill, fillOpacity: Number(style.fillOpacity), stroke: style.stroke, strokeOpacity: Number(style.strokeOpacity), width: parseFloat(style.strokeWidth) || 0,
    dash: style.strokeDasharray === 'none' ? [] : (style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number), cap: style.strokeLinecap, isEvenOdd: style.fillRule === 'evenodd',
  };
}

/** @param {{lat: number, lng: number}} at */
const plane = (at) => [worldX(at.lng), worldY(at.lat)];

/** Rings or lines of nested positions. @param {any} latLngs @returns {{lat: number, lng: number}[][]} */
function rings(latLngs) {
  if (latLngs.length === 0) return [];
  return Array.isArray(latLngs[0]) ? latLngs.flatMap(rings) : [latLngs];
}

/** @param {any} marker of Leaflet @param {HTMLElement} element @returns {Mark} */
function markOf(marker, element) {
  const style = getComputedStyle(element);
  const { lat, lng } = marker.getLatLng();
  const boxes = boxesOf(element);
  // The icon is moved so that its anchor lies on the place.
  const [dx, dy] = [parseFloat(style.marginLeft) + parseFloat(style.width) / 2, parseFloat(style.marginTop) + parseFloat(style.height) / 2];
  return { x: worldX(lng), y: worldY(lat), boxes: boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })), order: lat * -1 + (marker.options.zIndexOffset ?? 0) };
}

/** @param {any} context @param {Frame} frame @param {Pane} pane */
export function drawPane(context, frame, pane) {
  for (const drawn of pane.drawn) drawPath(context, frame, drawn);
  for (const { x, y, boxes } of pane.marks) if (frame.holds(x, y, MARK_MARGIN_PX)) drawBoxes(context, boxes, frame.px(x), frame.py(y));
}

/** @param {any} context @param {Frame} frame @param {Drawn} drawn */
function drawPath(context, frame, drawn) {
  if (!reaches(frame, drawn)) return;
  context.beginPath();
  for (const ring of drawn.rings) {
    if (drawn.circle) {
      const { radius_px, radius_m, lat } = drawn.circle;
      const radius = radius_m > 0 ? radius_m / groundPerPx_m(frame.zoom, lat) : radius_px;
      context.moveTo(frame.px(ring[0][0]) + radius, frame.py(ring[0][1]));
      context.arc(frame.px(ring[0][0]), frame.py(ring[0][1]), radius, 0, 2 * Math.PI);
      continue;
    }
    ring.forEach(([x, y], i) => (i === 0 ? context.moveTo(frame.px(x), frame.py(y)) : context.lineTo(frame.px(x), frame.py(y))));
    if (drawn.isClosed) context.closePath();
  }
  context.save();
  if (drawn.fill !== 'none' && (drawn.isClosed || drawn.circle)) {
    context.globalAlpha = drawn.fillOpacity;
    context.fillStyle = drawn.fill;
    context.fill(drawn.isEvenOdd ? 'evenodd' : 'nonzero');
  }
  if (drawn.stroke !== 'none' && drawn.width > 0) {
    context.globalAlpha = drawn.strokeOpacity;
    context.strokeStyle = drawn.stroke;
    context.lineWidth = drawn.width;
    context.lineCap = drawn.cap;
    context.lineJoin = 'round';
    context.setLineDash(drawn.dash);
    context.stroke();
  }
  context.restore();
}

/** @param {Frame} frame @param {Drawn} drawn */
function reaches(frame, { rings: parts, circle }) {
  if (circle) return circle.radius_m > 0 || frame.holds(parts[0][0][0], parts[0][0][1], MARK_MARGIN_PX);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of parts) {
    for (const [x, y] of ring) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return frame.px(left) <= frame.width_px + MARK_MARGIN_PX && frame.px(right) >= -MARK_MARGIN_PX && frame.py(top) <= frame.height_px + MARK_MARGIN_PX && frame.py(bottom) >= -MARK_MARGIN_PX;
}
