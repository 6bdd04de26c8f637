import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

const POINT_PX = 4;

/** The first features of a file that is being imported, over the streets. */
export class PreviewLayer extends MarksLayer {
  /** @param {{type: string, geometries: any[]}} sample WGS 84 */
  show(sample) {
    this.group.clearLayers();
    for (const geometry of sample.geometries) this.group.addLayer(this.drawn(geometry));
  }

  /** @param {any} geometry */
  drawn(geometry) {
    const options = { pane: this.pane, renderer: this.renderer, interactive: false };
    const isPoint = /Point$/.test(geometry.type);
    return L.geoJSON(geometry, /** @type {any} */ ({
      ...options, style: { className: isPoint ? 'preview is-point' : 'preview' },
      pointToLayer: (/** @type {any} */ _, /** @type {import('leaflet').LatLng} */ at) => L.circleMarker(at, { ...options, radius: POINT_PX }),
    }));
  }

  clear() {
    this.group.clearLayers();
  }

  /** @returns {import('leaflet').LatLngBounds|null} */
  get bounds() {
    const bounds = L.featureGroup(this.group.getLayers()).getBounds();
    return bounds.isValid() ? bounds : null;
  }
}
