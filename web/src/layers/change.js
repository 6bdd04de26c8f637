/** @import { Feature } from '../types.js' */
import * as L from './leaflet.js';
import { MarksLayer } from './marks.js';

/** Communities by the share of their people whom a plan newly covers. */
export class ChangeLayer extends MarksLayer {
  /** @param {{area: Feature, step: number}[]} areas `step` 0 to 4 */
  show(areas) {
    this.group.clearLayers();
    for (const { area, step } of areas) {
      this.group.addLayer(L.geoJSON(/** @type {any} */ (area), /** @type {any} */ ({ pane: this.pane, renderer: this.renderer, interactive: false, style: { className: `plan-change step-${step}` } })));
    }
  }
}
