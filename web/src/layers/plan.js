/** @import { Lock } from '../siting/types.js' */
import * as L from './leaflet.js';

/**
 * A space on the map: what it becomes, or why it is faint.
 * @typedef {{id: string, name: string, lon: number, lat: number, kind: 'complex'|'infill'|'left'|'accepted', label: string, lock: Lock|undefined, isPicked: boolean,
 *   from: {lon: number, lat: number}|null, isDraggable: boolean}} Mark
 */

const SIDE = { complex: 28, infill: 24, accepted: 24, left: 16 };

/** The plan: chosen spaces as squares and circles with their year, the others faint, locks on all of them. */
export class PlanLayer {
  /**
   * @param {string} pane @param {string} linePane
   * @param {{pick: (id: string) => void, drag: (id: string, at: {lon: number, lat: number}) => void, settle: () => void}} actions
   */
  constructor(pane, linePane, actions) {
    this.pane = pane;
    this.linePane = linePane;
    this.renderer = L.svg({ pane: linePane });
    this.actions = actions;
    this.group = L.layerGroup();
    /** @type {Map<string, import('leaflet').Marker>} */
    this.markers = new Map();
    /** @type {Map<string, import('leaflet').Polyline>} */
    this.lines = new Map();
    /** Site that is being dragged: its marker is left alone. @type {string|null} */
    this.dragged = null;
  }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.group.addTo(map);
  }

  onRemove() {
    this.group.remove();
  }

  /** Brings the marks up to date; those that stay keep their element, so that a drag goes on. @param {Mark[]} marks */
  show(marks) {
    const wanted = new Set(marks.map(({ id }) => id));
    for (const [id, marker] of this.markers) if (!wanted.has(id)) this.drop(id, marker);
    for (const mark of marks) this.put(mark);
  }

  /** @param {string} id @param {import('leaflet').Marker} marker */
  drop(id, marker) {
    this.group.removeLayer(marker);
    this.markers.delete(id);
    this.drawLine(id, null);
  }

  /** @param {Mark} mark */
  put(mark) {
    const known = this.markers.get(mark.id);
    const marker = known ?? this.make(mark);
    if (this.dragged !== mark.id) {
      marker.setLatLng([mark.lat, mark.lon]);
      marker.setIcon(iconOf(mark));
      if (mark.isDraggable) marker.dragging?.enable();
      else marker.dragging?.disable();
    }
    marker.setZIndexOffset(mark.kind === 'left' ? 0 : 500);
    const element = marker.getElement();
    element?.setAttribute('role', 'img');
    element?.setAttribute('aria-label', mark.name);
    element?.setAttribute('title', mark.name);
    element?.setAttribute('data-plan', mark.id);
    this.drawLine(mark.id, mark.from ? [[mark.from.lat, mark.from.lon], [mark.lat, mark.lon]] : null);
  }

  /** @param {Mark} mark */
  make(mark) {
    const marker = L.marker([mark.lat, mark.lon], { icon: iconOf(mark), pane: this.pane, keyboard: false, draggable: true, autoPan: true });
    marker.on('click', () => this.actions.pick(mark.id));
    marker.on('dragstart', () => { this.dragged = mark.id; });
    let frame = 0;
    marker.on('drag', () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => this.moved(mark.id, marker));
    });
    marker.on('dragend', () => {
      cancelAnimationFrame(frame);
      this.dragged = null;
      this.moved(mark.id, marker);
      this.actions.settle();
    });
    this.markers.set(mark.id, marker);
    this.group.addLayer(marker);
    return marker;
  }

  /** @param {string} id @param {import('leaflet').Marker} marker */
  moved(id, marker) {
    const { lng, lat } = marker.getLatLng();
    this.actions.drag(id, { lon: lng, lat });
  }

  /** From its space to where a site was moved. @param {string} id @param {[number, number][]|null} ends */
  drawLine(id, ends) {
    const known = this.lines.get(id);
    if (!ends) {
      if (known) this.group.removeLayer(known);
      this.lines.delete(id);
    } else if (known) known.setLatLngs(ends);
    else {
      const line = L.polyline(ends, /** @type {any} */ ({ pane: this.linePane, renderer: this.renderer, interactive: false, className: 'plan-moved' }));
      this.lines.set(id, line);
      this.group.addLayer(line);
    }
  }
}

/** @param {Mark} mark */
function iconOf({ kind, label, lock, isPicked, from }) {
  const side = SIDE[kind];
  const words = document.createElement('span');
  words.textContent = label;
  const className = ['plan-site', `is-${kind}`, lock && `is-${lock}`, isPicked && 'is-picked', from && 'is-moved'].filter(Boolean).join(' ');
  return L.divIcon({ className, html: words, iconSize: [side, side] });
}
