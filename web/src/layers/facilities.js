/** @import { Feature } from '../types.js' */
import * as L from './leaflet.js';

/** @param {Feature} feature @param {string} service */
export function gives(feature, service) {
  return String(feature.properties.services ?? '').split(';').includes(service);
}

/** A facility counts while it is open; the other states are drawn hollow. @param {Feature} feature */
export const isOpen = (feature) => (feature.properties.status ?? 'open') === 'open';

/** Features drawn as markers: what the layers of facilities and of idle spaces share. */
class MarkersLayer {
  /** @param {Feature[]} features @param {string} pane @param {(feature: Feature) => void} onPick */
  constructor(features, pane, onPick) {
    this.features = features;
    this.pane = pane;
    this.onPick = onPick;
    this.group = L.layerGroup();
    /** Those that are drawn. @type {Feature[]} */
    this.shown = [];
  }

  /** Their own names, to be written beside the marks. @returns {{text: string, lon: number, lat: number}[]} */
  places() {
    return this.shown.map(({ properties, geometry }) => ({ text: properties.name ?? '', lon: geometry?.coordinates[0], lat: geometry?.coordinates[1] }));
  }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.group.addTo(map);
  }

  onRemove() {
    this.group.remove();
  }
}

/** Facilities of the chosen service: open ones solid, the others hollow. */
export class FacilitiesLayer extends MarkersLayer {
  /** @param {string} service @param {(feature: Feature) => string} nameOf */
  show(service, nameOf) {
    this.group.clearLayers();
    this.shown = this.features.filter((feature) => feature.geometry?.type === 'Point' && gives(feature, service));
    for (const feature of this.shown) {
      const [lon, lat] = feature.geometry?.coordinates;
      const icon = L.divIcon({ className: `facility ${isOpen(feature) ? 'is-open' : 'is-closed'}`, iconSize: [14, 14] });
      const marker = L.marker([lat, lon], { icon, pane: this.pane, keyboard: false, title: nameOf(feature), alt: nameOf(feature) });
      marker.on('click', () => this.onPick(feature));
      this.group.addLayer(marker);
    }
  }
}

/** Idle spaces that may become services. */
export class IdleSpacesLayer extends MarkersLayer {
  /** @param {(feature: Feature) => string} nameOf */
  show(nameOf) {
    this.group.clearLayers();
    this.shown = this.features.filter((feature) => feature.geometry?.type === 'Point');
    for (const feature of this.shown) {
      const [lon, lat] = feature.geometry?.coordinates;
      const icon = L.divIcon({ className: 'idle-space', iconSize: [16, 16] });
      const marker = L.marker([lat, lon], { icon, pane: this.pane, keyboard: false, title: nameOf(feature), alt: nameOf(feature) });
      marker.on('click', () => this.onPick(feature));
      this.group.addLayer(marker);
    }
  }
}
