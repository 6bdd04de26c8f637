/** @import { Fix } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';
import { ends } from '../remedy.js';

/** The fix that is looked at: the new path dashed, a gate or an idle space ringed. */
export class FixLayer extends MarksLayer {
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
