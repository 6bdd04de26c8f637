import * as L from './leaflet.js';

/**
 * A marker that is moved in the plane. Leaflet moves markers in space, for which the browser gives each a picture of its own: six hundred
 * facilities took it 80 ms a frame.
 */
export class FlatMarker extends L.Marker {
  /** Leaflet's own step by which a marker comes to its place on the map. @param {L.Point} at */
  _setPos(at) {
    /** @type {any} */
    const marker = this;
    const icon = this.getElement();
    if (icon) {
      // Where Leaflet looks for it when the marker is dragged.
      Object.assign(icon, { _leaflet_pos: at });
      icon.style.transform = `translate(${at.x}px, ${at.y}px)`;
    }
    marker._zIndex = at.y + (this.options.zIndexOffset ?? 0);
    marker._resetZIndex();
  }
}
