/** @import { ViewState, Workspace } from './types.js' */
import * as L from './layers/leaflet.js';

// From the ground up. Leaflet's own overlay pane is 400 and its markers 600.
const PANES = { ground: 300, bands: 304, reach: 305, patches: 307, fabric: 310, picked: 460, preview: 465, faults: 470, findings: 475, facilities: 610, site: 620 };

const CLICKED = new Set(['facilities', 'site', 'faults', 'findings']);

// Zoom levels between two whole ones show the tiles of the next one, made smaller: they stay sharp.
/** Makes the map with its panes, scale bar and controls. @param {HTMLElement} element @param {Workspace} workspace @param {ViewState['view']} view */
export function createMap(element, workspace, view) {
  const map = L.map(element, {
    zoomControl: false, attributionControl: false, minZoom: 10, maxZoom: 19, zoomSnap: 0.5, wheelPxPerZoomLevel: 100, keyboard: true,
    // Tiles are see-through: while one fades in, the old one below would show as a ghost.
    fadeAnimation: false,
  });
  for (const [name, zIndex] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(zIndex);
    if (!CLICKED.has(name)) pane.style.pointerEvents = 'none';
  }
  L.control.zoom({ position: 'topright', zoomInTitle: '+', zoomOutTitle: '−' }).addTo(map);
  L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 140 }).addTo(map);
  if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
  else if (workspace.bbox) showWorkspace(map, workspace.bbox);
  else map.setView([0, 0], map.getMinZoom(), { animate: false });
  return map;
}

/** Shows the whole district. @param {import('leaflet').Map} map @param {number[]} bbox */
export function showWorkspace(map, bbox) {
  map.fitBounds(boundsOf(bbox), { paddingTopLeft: [12, 12], paddingBottomRight: [12, sheetPx(map)], animate: false });
}

/** What the rail hides of the map: on a narrow screen it is a sheet over the lower part. @param {import('leaflet').Map} map */
function sheetPx(map) {
  const { x, y } = map.getSize();
  return x < window.innerWidth ? 12 : y * 0.47;
}

/** @param {number[]} bbox west, south, east, north */
export function boundsOf(bbox) {
  const [west, south, east, north] = bbox;
  return L.latLngBounds([south, west], [north, east]);
}

/** @param {import('./types.js').Feature} feature */
export const boundsOfFeature = (feature) => L.geoJSON(/** @type {any} */ (feature)).getBounds();

/** True where the reader asked the system for less motion. */
export const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * The online base map the reader typed in, or none.
 * @param {import('leaflet').Map} map @param {() => void} onFailure
 */
export function onlineBaseMap(map, onFailure) {
  /** @type {import('leaflet').TileLayer|null} */
  let layer = null;
  return {
    /** @param {string|null} url */
    set(url) {
      layer?.remove();
      layer = null;
      if (!url) return;
      layer = L.tileLayer(url, { maxZoom: 19, opacity: 0.7, className: 'online-tiles' });
      layer.once('tileerror', onFailure);
      layer.addTo(map);
    },
  };
}
