/** @import { MapView } from '../mapView.js' */
import { snap } from '../data/snap.js';

const SNAP_PX = 14;

/**
 * Where a point goes that is put near a line of some layers: on to a corner or the line; the first layer that has one before the next.
 * @param {MapView} view @param {string[]} layers @param {{lng: number, lat: number}} at @param {{isFree?: boolean, except?: number}} [how] `isFree`: it stays where it is; `except`: this shape of the first layer draws nothing
 * @returns {{lon: number, lat: number, isSnapped: boolean}}
 */
export function snapped(view, layers, at, { isFree = false, except = -1 } = {}) {
  const tolerance = SNAP_PX / 2 ** view.map.getZoom();
  for (const [i, name] of isFree ? [] : layers.entries()) {
    const shapes = view.layers[name]?.shapes;
    const found = shapes ? snap(shapes, at.lng, at.lat, tolerance, i === 0 ? except : -1) : null;
    if (found) return { lon: found.lon, lat: found.lat, isSnapped: true };
  }
  return { lon: at.lng, lat: at.lat, isSnapped: false };
}
