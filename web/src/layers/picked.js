/** @import { Explanation, Feature, FeatureCollection } from '../types.js' */
/** @import { PartKind } from '../walkParts.js' */
import * as L from './leaflet.js';

/** What is picked: the outline of a building or area, and the walk of an explanation. Styled by class in styles/map.css. */
export class PickedLayer {
  /** @param {string} pane */
  constructor(pane) {
    this.pane = pane;
    this.renderer = L.svg({ pane });
    this.group = L.layerGroup();
    /** @type {import('leaflet').LatLngBounds|null} */
    this.walkBounds = null;
  }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.group.addTo(map);
  }

  onRemove() {
    this.group.remove();
  }

  clear() {
    this.group.clearLayers();
    this.walkBounds = null;
  }

  /** @param {Feature} feature @param {string} className */
  outline(feature, className) {
    if (!feature.geometry) return;
    const options = /** @type {any} */ ({ pane: this.pane, renderer: this.renderer, interactive: false, style: { className, fill: className !== 'area-outline' } });
    const layer = L.geoJSON(/** @type {any} */ (feature), { ...options, pointToLayer: (_, at) => L.circleMarker(at, { ...options, radius: 8, className }) });
    this.group.addLayer(layer);
  }

  /**
   * The walk from a building to its nearest facility, piece by piece.
   * @param {Explanation} explanation @param {{kind: PartKind, coordinates: number[][]}[]} stretches
   */
  walk(explanation, stretches) {
    const base = { pane: this.pane, renderer: this.renderer, interactive: false };
    const casing = L.geoJSON(explanation.path, /** @type {any} */ ({ ...base, style: { className: 'walk-casing' } }));
    this.walkBounds = casing.getBounds();
    this.group.addLayer(casing);
    for (const { kind, coordinates } of stretches) {
      const className = `walk-line is-${kind}${explanation.covered ? ' is-covered' : ''}`;
      this.group.addLayer(L.polyline(coordinates.map(([lon, lat]) => L.latLng(lat, lon)), { ...base, className }));
    }
    const facility = explanation.facility;
    if (facility) this.group.addLayer(L.circleMarker([facility.lat, facility.lon], { ...base, radius: 11, className: 'walk-end' }));
  }
}

/** The service area of a site that is being tried, and its marker. */
export class SiteLayer {
  /** @param {string} areaPane below the buildings' labels @param {string} markerPane */
  constructor(areaPane, markerPane) {
    this.areaPane = areaPane;
    this.renderer = L.svg({ pane: areaPane });
    this.area = L.layerGroup();
    this.marker = L.marker([0, 0], {
      icon: L.divIcon({ className: 'site-marker', iconSize: [30, 38], iconAnchor: [15, 36] }), pane: markerPane, draggable: true, autoPan: true,
    });
    this.shown = false;
  }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.map = map;
    this.area.addTo(map);
  }

  onRemove() {
    this.area.remove();
    this.marker.remove();
  }

  /** @param {{lon: number, lat: number}|null} at @param {string} label */
  place(at, label) {
    if (!at) {
      this.area.clearLayers();
      this.marker.remove();
      this.shown = false;
      return;
    }
    this.marker.setLatLng([at.lat, at.lon]);
    if (!this.shown && this.map) this.marker.addTo(this.map);
    this.shown = true;
    this.marker.getElement()?.setAttribute('aria-label', label);
  }

  clearArea() {
    this.area.clearLayers();
  }

  /** @param {FeatureCollection} corridor a drawing; the figures count buildings @param {FeatureCollection} edges */
  showArea(corridor, edges) {
    this.area.clearLayers();
    if (!this.shown) return;
    const base = { pane: this.areaPane, renderer: this.renderer, interactive: false };
    this.area.addLayer(L.geoJSON(/** @type {any} */ (corridor), /** @type {any} */ ({ ...base, style: { className: 'reach-area' } })));
    this.area.addLayer(L.geoJSON(/** @type {any} */ (edges), /** @type {any} */ ({ ...base, style: { className: 'reach-edge' } })));
  }
}
