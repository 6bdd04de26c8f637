/** @import { Feature, Isochrones } from '../types.js' */
import * as L from './leaflet.js';
import { mergedByBand } from '../reach.js';
import { bandOf } from '../ramp.js';

/** Bands on foot around a place: drawings, the largest below; a circle of the same metres; buildings that the drawing shows on the wrong side. */
export class BandsLayer {
  /** @param {string} bandPane below the buildings @param {string} linePane above them */
  constructor(bandPane, linePane) {
    this.bandPane = bandPane;
    this.linePane = linePane;
    this.bandRenderer = L.svg({ pane: bandPane });
    this.lineRenderer = L.svg({ pane: linePane });
    this.bands = L.layerGroup();
    this.marks = L.layerGroup();
  }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.bands.addTo(map);
    this.marks.addTo(map);
  }

  onRemove() {
    this.bands.remove();
    this.marks.remove();
  }

  clear() {
    this.bands.clearLayers();
    this.marks.clearLayers();
  }

  /** @param {Isochrones} answer */
  show(answer) {
    this.bands.clearLayers();
    const areLines = answer.features[0]?.geometry?.type === 'LineString';
    for (const feature of areLines ? mergedByBand(answer.features) : answer.features) {
      const className = `${areLines ? 'band-line' : 'band-area'} band-${bandOf(feature.properties.band_s)}`;
      this.bands.addLayer(L.geoJSON(/** @type {any} */ (feature), this.options(this.bandPane, this.bandRenderer, className)));
    }
  }

  /**
   * @param {number[]|null} at lon, lat of the circle's centre @param {number} radius_m @param {Feature[]} buildings @param {string} kind of the buildings
   */
  mark(at, radius_m, buildings, kind) {
    this.marks.clearLayers();
    const base = { pane: this.linePane, renderer: this.lineRenderer, interactive: false };
    if (at) {
      this.marks.addLayer(L.circle([at[1], at[0]], { ...base, radius: radius_m, className: 'band-circle' }));
      this.marks.addLayer(L.circleMarker([at[1], at[0]], { ...base, radius: 6, className: 'band-origin' }));
    }
    const features = /** @type {any} */ ({ type: 'FeatureCollection', features: buildings.filter(({ geometry }) => geometry) });
    const options = this.options(this.linePane, this.lineRenderer, `certified is-${kind}`);
    if (buildings.length > 0) this.marks.addLayer(L.geoJSON(features, { ...options, pointToLayer: (/** @type {any} */ _, /** @type {any} */ position) => L.circleMarker(position, { ...base, radius: 6, className: `certified is-${kind}` }) }));
  }

  /** @param {string} pane @param {import('leaflet').Renderer} renderer @param {string} className @returns {any} */
  options(pane, renderer, className) {
    return { pane, renderer, interactive: false, style: { className } };
  }
}
