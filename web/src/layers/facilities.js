/** @import { Feature } from '../types.js' */
import { FlatMarker } from './flatMarker.js';
import { svg } from '../dom.js';
import * as L from './leaflet.js';

const MANY = 200;

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
    const renderer = this.shown.length > MANY ? L.svg({ pane: this.pane, padding: 0.5 }) : null;
    for (const feature of this.shown) {
      const mark = renderer ? this.dot(feature, renderer) : this.marker(feature, nameOf(feature));
      mark.on('click', () => this.onPick(feature));
      this.group.addLayer(mark);
      if (renderer) mark.getElement()?.append(svg('title', {}, nameOf(feature)));
    }
  }

  /** @param {Feature} feature @param {string} name */
  marker(feature, name) {
    const [lon, lat] = feature.geometry?.coordinates;
    const icon = L.divIcon({ className: `facility ${stateOf(feature)}`, iconSize: [14, 14] });
    return new FlatMarker([lat, lon], { icon, pane: this.pane, keyboard: false, title: name, alt: name });
  }

  /** One of many: all are one drawing, since a marker each would cost the browser tens of milliseconds a frame. @param {Feature} feature @param {import('leaflet').Renderer} renderer */
  dot(feature, renderer) {
    const [lon, lat] = feature.geometry?.coordinates;
    return L.circleMarker([lat, lon], { renderer, bubblingMouseEvents: false, pane: this.pane, radius: 6, className: `facility-dot ${stateOf(feature)}` });
  }
}

/** @param {Feature} feature */
const stateOf = (feature) => (isOpen(feature) ? 'is-open' : 'is-closed');

/** Idle spaces that may become services. */
export class IdleSpacesLayer extends MarkersLayer {
  /** @param {(feature: Feature) => string} nameOf */
  show(nameOf) {
    this.group.clearLayers();
    this.shown = this.features.filter((feature) => feature.geometry?.type === 'Point');
    for (const feature of this.shown) {
      const [lon, lat] = feature.geometry?.coordinates;
      const icon = L.divIcon({ className: 'idle-space', iconSize: [16, 16] });
      const marker = new FlatMarker([lat, lon], { icon, pane: this.pane, keyboard: false, title: nameOf(feature), alt: nameOf(feature) });
      marker.on('click', () => this.onPick(feature));
      this.group.addLayer(marker);
    }
  }
}
