/** @import { Feature } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

const RADIUS_PX = 6;

/** Faults of the network as rings. */
export class FaultsLayer extends MarksLayer {
  /** @param {string} pane @param {(fault: Feature) => void} onPick */
  constructor(pane, onPick) {
    super(pane);
    this.onPick = onPick;
  }

  /** @param {Feature[]} faults @param {(fault: Feature) => string} nameOf */
  show(faults, nameOf) {
    this.group.clearLayers();
    for (const fault of faults) {
      if (fault.geometry?.type !== 'Point') continue;
      const [lon, lat] = fault.geometry.coordinates;
      const mark = L.circleMarker([lat, lon], { pane: this.pane, renderer: this.renderer, radius: RADIUS_PX, className: `fault is-${fault.properties.kind}`, bubblingMouseEvents: false });
      mark.bindTooltip(nameOf(fault), { direction: 'top', className: 'fault-name' });
      mark.on('click', () => this.onPick(fault));
      this.group.addLayer(mark);
    }
  }
}
