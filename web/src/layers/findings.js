/** @import { Feature, Finding } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

const RADIUS_PX = 9;

/** The places of a finding about the data. */
export class FindingsLayer extends MarksLayer {
  /**
   * @param {Finding} finding @param {number} at the place that is looked at, -1 for none @param {Feature|null} feature what stands there
   * @param {(place: number) => void} onPick
   */
  show(finding, at, feature, onPick) {
    this.group.clearLayers();
    if (feature?.geometry && !feature.geometry.type.endsWith('Point')) this.group.addLayer(L.geoJSON(/** @type {any} */ (feature), /** @type {any} */ ({ pane: this.pane, renderer: this.renderer, interactive: false, style: { className: 'finding-shape' } })));
    finding.places.forEach(({ id, lon, lat }, i) => {
      const mark = L.circleMarker([lat, lon], { pane: this.pane, renderer: this.renderer, radius: i === at ? RADIUS_PX + 4 : RADIUS_PX, className: `finding is-${finding.grade}${i === at ? ' is-picked' : ''}`, bubblingMouseEvents: false });
      mark.bindTooltip(id, { direction: 'top', className: 'fault-name' });
      mark.on('click', () => onPick(i));
      this.group.addLayer(mark);
    });
  }

  clear() {
    this.group.clearLayers();
  }
}

/** The box around places. @param {{lon: number, lat: number}[]} places */
export const boundsOfPlaces = (places) => L.latLngBounds(places.map(({ lon, lat }) => L.latLng(lat, lon)));
