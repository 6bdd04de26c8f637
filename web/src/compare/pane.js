/** @import { MapView } from '../mapView.js' */
/** @import { Session } from '../session.js' */
/** @import { Side } from './comparison.js' */
import * as L from '../layers/leaflet.js';
import { BoundariesLayer } from '../layers/areas.js';
import { BuildingsLayer } from '../layers/buildings.js';
import { CanvasTiles } from '../layers/canvasTiles.js';
import { DifferencesLayer } from '../layers/differences.js';
import { StreetsLayer } from '../layers/streets.js';

/** One map of a comparison. It shares the packed geometry of the main map: nothing is read or packed again. */
export class Pane {
  /** @param {Session} session @param {MapView} view @param {HTMLElement} element @param {(pane: Pane) => void} moved */
  constructor(session, view, element, moved) {
    this.session = session;
    this.map = L.map(element, { zoomControl: false, attributionControl: false, minZoom: 10, maxZoom: 19, zoomSnap: 0.5, wheelPxPerZoomLevel: 100, fadeAnimation: false, zoomAnimation: false, inertia: false });
    for (const [name, zIndex] of /** @type {const} */ ([['ground', 300], ['fabric', 310]])) {
      const pane = this.map.createPane(name);
      pane.style.zIndex = String(zIndex);
      pane.style.pointerEvents = 'none';
    }
    this.map.setView(view.map.getCenter(), view.map.getZoom(), { animate: false });
    this.ground = new CanvasTiles('ground').addTo(this.map);
    this.fabric = new CanvasTiles('fabric').addTo(this.map);
    const { features } = session;
    const { walk_edges: streets, buildings } = view.layers;
    if (streets) new StreetsLayer(features.walk_edges, this.ground, streets.shapes).onAdd();
    this.buildings = buildings ? new BuildingsLayer(features.buildings, this.fabric, buildings.shapes) : null;
    this.differences = buildings ? new DifferencesLayer(features.buildings, this.fabric, buildings.shapes) : null;
    /** The layer that is drawn. @type {BuildingsLayer|null} */
    this.drawn = null;
    if (features.boundaries) new BoundariesLayer(features.boundaries, this.fabric).onAdd();
    L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 120 }).addTo(this.map);
    this.map.on('move', () => moved(this));
  }

  /** @param {Side} side */
  showSide(side) {
    this.draw(this.buildings);
    this.buildings?.setWalks(side.walks, this.session.limit);
  }

  /** @param {Side} before @param {Side} after */
  showDifference(before, after) {
    this.draw(this.differences);
    this.differences?.setDifference(before.walks, after.walks);
  }

  /** @param {BuildingsLayer|null} layer */
  draw(layer) {
    if (this.drawn === layer) return;
    this.drawn?.onRemove();
    layer?.onAdd();
    this.drawn = layer;
  }

  /** Goes where another pane is. @param {Pane} other */
  follow({ map }) {
    const centre = map.getCenter();
    if (this.map.getZoom() === map.getZoom() && this.map.getCenter().equals(centre, 1e-9)) return;
    this.map.setView(centre, map.getZoom(), { animate: false });
  }

  repaint() {
    this.ground.repaintNow();
    this.fabric.repaintNow();
  }

  remove() {
    this.map.remove();
  }
}
