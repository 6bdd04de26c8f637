/** @import { Feature } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

/** Gap patches that carry their rank on the map; more would hide what they stand on. */
const RANKED = 20;

/** Gap patches under the buildings, the first ones with their rank. */
export class PatchesLayer extends MarksLayer {
  /** @param {string} pane @param {string} rankPane above the buildings */
  constructor(pane, rankPane) {
    super(pane);
    this.rankPane = rankPane;
  }

  /** @param {Feature[]} patches by rank */
  show(patches) {
    this.group.clearLayers();
    for (const patch of patches) {
      const drawn = L.geoJSON(/** @type {any} */ (patch), /** @type {any} */ ({ pane: this.pane, renderer: this.renderer, interactive: false, style: { className: 'patch' } }));
      this.group.addLayer(drawn);
      const { rank } = patch.properties;
      if (rank > RANKED) continue;
      const label = document.createElement('span');
      label.textContent = String(rank);
      const icon = L.divIcon({ className: 'patch-rank', html: label, iconSize: [22, 22] });
      this.group.addLayer(L.marker(drawn.getBounds().getCenter(), { icon, pane: this.rankPane, interactive: false, keyboard: false }));
    }
  }
}
