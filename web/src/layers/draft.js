/** @import { Feature } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

/** Where a row that is being edited will be, before it is saved. */
export class DraftLayer extends MarksLayer {
  /** @param {Feature['geometry']} geometry null: nothing is moved */
  show(geometry) {
    this.group.clearLayers();
    const base = { pane: this.pane, renderer: this.renderer, interactive: false };
    if (geometry?.type === 'Point') this.group.addLayer(L.circleMarker([geometry.coordinates[1], geometry.coordinates[0]], { ...base, radius: 10, className: 'draft-mark' }));
    if (geometry?.type === 'LineString') this.group.addLayer(L.polyline(geometry.coordinates.map((/** @type {number[]} */ [lon, lat]) => L.latLng(lat, lon)), { ...base, className: 'draft-line' }));
  }
}
