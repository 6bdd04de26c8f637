import * as L from './leaflet.js';

/** A group of marks that are drawn anew each time they are shown, in a pane of its own. */
export class MarksLayer {
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
}
