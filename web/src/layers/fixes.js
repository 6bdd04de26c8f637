/** @import { Fix } from '../types.js' */
import * as L from './leaflet.js';
import { ends } from '../remedy.js';

/** The fix that is looked at: the new path dashed, a gate or an idle space ringed. */
export class FixLayer {
  /** @param {string} pane */
  constructor(pane) {
    this.pane = pane;
    this.renderer = L.svg({ pane });
    this.group = L.layerGroup();
  }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.group.addTo(map);
  }

  onRemove() {
    this.group.remove();
  }

  /** @param {Fix|null} fix */
  show(fix) {
    this.group.clearLayers();
    if (!fix) return;
    const base = { pane: this.pane, renderer: this.renderer, interactive: false };
    const points = ends(fix).map(([lon, lat]) => L.latLng(lat, lon));
    if (points.length > 1) {
      this.group.addLayer(L.polyline(points, { ...base, className: 'fix-casing' }));
      this.group.addLayer(L.polyline(points, { ...base, className: 'fix-link' }));
    }
    for (const at of points) {
      this.group.addLayer(L.circleMarker(at, { ...base, radius: points.length > 1 ? 5 : 14, className: `fix-mark is-${fix.kind}` }));
    }
  }

  /** @param {Fix} fix */
  static bounds(fix) {
    return L.latLngBounds(ends(fix).map(([lon, lat]) => L.latLng(lat, lon)));
  }
}
