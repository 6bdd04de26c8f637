/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
import { byId, fill, h } from '../dom.js';
import * as L from '../layers/leaflet.js';

/** Draws a box on the map, by pointer or finger; by keyboard the part of the map in view does the same. Esc drops it. */
export class BoxTool {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.isOn = false;
    /** @type {(bounds: import('leaflet').LatLngBounds) => void} */
    this.done = () => {};
    /** @type {import('leaflet').LatLng|null} */
    this.from = null;
    this.box = L.rectangle(L.latLngBounds([0, 0], [0, 0]), { pane: 'picked', renderer: L.svg({ pane: 'picked' }), interactive: false, className: 'draw-box' });
    this.bar = byId('drawing');
    this.events = /** @type {[string, (event: any) => void][]} */ ([['pointerdown', (event) => this.begun(event)], ['pointermove', (event) => this.drawn(event)], ['pointerup', (event) => this.ended(event)], ['pointercancel', () => this.end()]]);
    this.onKey = (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.end();
  }

  /** @param {(bounds: import('leaflet').LatLngBounds) => void} done */
  begin(done) {
    this.end();
    const { map } = this.view;
    this.done = done;
    this.isOn = true;
    this.from = null;
    map.dragging.disable();
    map.boxZoom.disable();
    for (const [name, listener] of this.events) map.getContainer().addEventListener(name, listener);
    window.addEventListener('keydown', this.onKey, { capture: true });
    byId('stage').classList.add('is-boxing');
    this.bar.hidden = false;
    this.bar.setAttribute('aria-label', this.context.t('editBox'));
    fill(this.bar, h('strong', {}, this.context.t('editBox')), h('span', { class: 'note', role: 'status' }, this.context.t('drawBoxHint')),
      h('button', { id: 'draw-drop', 'data-key': 'draw-drop', onclick: () => this.end() }, this.context.t('drawDrop')));
  }

  end() {
    if (!this.isOn) return;
    const { map } = this.view;
    this.isOn = false;
    this.box.remove();
    map.dragging.enable();
    map.boxZoom.enable();
    for (const [name, listener] of this.events) map.getContainer().removeEventListener(name, listener);
    window.removeEventListener('keydown', this.onKey, { capture: true });
    byId('stage').classList.remove('is-boxing');
    this.bar.hidden = true;
  }

  /** @param {PointerEvent} event */
  begun(event) {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('.leaflet-control, #drawing'))) return;
    this.from = this.view.map.mouseEventToLatLng(event);
    this.view.map.getContainer().setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  drawn(event) {
    if (this.from) this.box.setBounds(L.latLngBounds(this.from, this.view.map.mouseEventToLatLng(event))).addTo(this.view.map);
  }

  /** @param {PointerEvent} event */
  ended(event) {
    if (!this.from) return;
    const bounds = L.latLngBounds(this.from, this.view.map.mouseEventToLatLng(event));
    this.done(bounds);
    // The click that follows belongs to the box.
    setTimeout(() => this.end());
  }
}
