/** @import { Changes } from '../scenario/changes.js' */
/** @import { Feature } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

/** What a scenario changes besides new places: new paths dashed, shut ones crossed out, gates and facilities ringed. */
export class ChangesLayer extends MarksLayer {
  /** @param {Changes} changes @param {(collection: string, id: string) => Feature|null} find */
  show(changes, find) {
    this.group.clearLayers();
    const base = { pane: this.pane, renderer: this.renderer, interactive: false };
    const line = (/** @type {number[][]} */ coordinates, /** @type {string} */ className) => this.group.addLayer(L.polyline(coordinates.map(([lon, lat]) => L.latLng(lat, lon)), { ...base, className }));
    const ring = (/** @type {string} */ collection, /** @type {string} */ id, /** @type {string} */ className) => {
      const geometry = find(collection, id)?.geometry;
      if (geometry?.type === 'Point') this.group.addLayer(L.circleMarker([geometry.coordinates[1], geometry.coordinates[0]], { ...base, radius: 10, className: `change-mark ${className}` }));
    };
    for (const { coordinates } of changes.add_paths ?? []) {
      line(coordinates, 'fix-casing');
      line(coordinates, 'fix-link');
    }
    for (const id of changes.close_paths ?? []) {
      const geometry = find('walk_edges', id)?.geometry;
      if (geometry?.type === 'LineString') line(geometry.coordinates, 'change-shut');
    }
    for (const id of changes.open_gates ?? []) ring('entrances', id, 'is-better');
    for (const id of changes.close_gates ?? []) ring('entrances', id, 'is-worse');
    for (const id of changes.close ?? []) ring('facilities', id, 'is-worse');
    for (const { id } of changes.set_services ?? []) ring('facilities', id, 'is-other');
    for (const { id, lon, lat } of changes.move ?? []) {
      const geometry = find('facilities', id)?.geometry;
      if (geometry?.type === 'Point') line([geometry.coordinates, [lon, lat]], 'fix-link');
      this.group.addLayer(L.circleMarker([lat, lon], { ...base, radius: 8, className: 'change-mark is-other' }));
    }
  }
}
