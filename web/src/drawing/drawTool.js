/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
import { byId, fill, h } from '../dom.js';
import * as L from '../layers/leaflet.js';
import { snapped } from './snapping.js';

/**
 * What is drawn: `isLine`: a path, else a single place; `title`: text key of its name; `to`: layers it snaps to, the first before the next.
 * @typedef {{isLine: boolean, title: string, to: string[], done: (coordinates: number[][]) => void}} Drawing
 */

/**
 * Draws a path or a place on the map: by clicks, or by the keyboard with the cross in the middle of the map. Points snap to corners, then to lines;
 * with Alt they stay where they are put. Enter or a double click ends a path, Backspace takes the last point back, Esc drops it.
 */
export class DrawTool {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.isOn = false;
    /** @type {Drawing} */
    this.drawing = { isLine: true, title: 'drawPath', to: [], done: () => {} };
    /** @type {number[][]} */
    this.points = [];
    this.group = L.layerGroup();
    this.renderer = L.svg({ pane: 'picked' });
    this.bar = byId('drawing');
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.key(event);
    view.map.on('mousemove', (event) => this.isOn && this.preview(event.latlng, event.originalEvent.altKey));
    view.map.on('dblclick', (event) => {
      if (!this.isOn) return;
      L.DomEvent.stop(event.originalEvent);
      this.finish();
    });
  }

  /** @param {Drawing} drawing */
  begin(drawing) {
    this.drawing = drawing;
    this.points = [];
    if (!this.isOn) {
      this.isOn = true;
      this.group.addTo(this.view.map);
      this.view.map.doubleClickZoom.disable();
      window.addEventListener('keydown', this.onKey, { capture: true });
    }
    byId('stage').classList.add('is-drawing');
    this.view.map.getContainer().focus({ preventScroll: true });
    this.draw(null);
  }

  end() {
    if (!this.isOn) return;
    this.isOn = false;
    this.group.clearLayers();
    this.group.remove();
    this.view.map.doubleClickZoom.enable();
    window.removeEventListener('keydown', this.onKey, { capture: true });
    byId('stage').classList.remove('is-drawing');
    this.bar.hidden = true;
  }

  /** Points that it needs at least. */
  get least() {
    return this.drawing.isLine ? 2 : 1;
  }

  finish() {
    if (this.points.length < this.least) return;
    const { points, drawing } = this;
    this.end();
    drawing.done(points);
  }

  /** @param {{lng: number, lat: number}} at @param {boolean} isFree */
  add(at, isFree) {
    const { lon, lat } = snapped(this.view, this.drawing.to, at, { isFree });
    const last = this.points.at(-1);
    // The second click of a double click is no point of its own.
    if (last && Math.abs(last[0] - lon) < 1e-7 && Math.abs(last[1] - lat) < 1e-7) return;
    this.points = [...this.points, [lon, lat]];
    if (this.drawing.isLine) this.draw(null);
    else this.finish();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    const inBar = event.target instanceof HTMLElement && event.target.closest('#drawing') !== null;
    /** @type {Record<string, () => void>} */
    const keys = {
      Escape: () => this.end(), Backspace: () => this.back(), Enter: () => (inBar ? null : this.finish()), ' ': () => (inBar ? null : this.add(this.view.map.getCenter(), event.altKey)),
    };
    if (!(event.key in keys) || (inBar && (event.key === 'Enter' || event.key === ' '))) return;
    keys[event.key]();
    event.preventDefault();
    event.stopPropagation();
  }

  back() {
    this.points = this.points.slice(0, -1);
    this.draw(null);
  }

  /** @param {{lng: number, lat: number}} at @param {boolean} isFree */
  preview(at, isFree) {
    this.draw(snapped(this.view, this.drawing.to, at, { isFree }));
  }

  /** @param {{lon: number, lat: number, isSnapped: boolean}|null} next where the next point would be */
  draw(next) {
    const base = { pane: 'picked', renderer: this.renderer, interactive: false };
    this.group.clearLayers();
    const at = this.points.map(([lon, lat]) => L.latLng(lat, lon));
    const line = next ? [...at, L.latLng(next.lat, next.lon)] : at;
    if (line.length > 1) this.group.addLayer(L.polyline(line, { ...base, className: 'fix-link' }));
    for (const point of at) this.group.addLayer(L.circleMarker(point, { ...base, radius: 5, className: 'fix-mark is-new_link' }));
    if (next) this.group.addLayer(L.circleMarker([next.lat, next.lon], { ...base, radius: 7, className: next.isSnapped ? 'draw-snap is-on' : 'draw-snap' }));
    this.renderBar();
  }

  renderBar() {
    const { context } = this;
    const title = context.t(this.drawing.title);
    const hint = this.drawing.isLine ? 'drawHint' : 'drawHintPlace';
    const length_m = this.points.slice(1).reduce((sum, [lon, lat], i) => sum + L.latLng(lat, lon).distanceTo(L.latLng(this.points[i][1], this.points[i][0])), 0);
    this.bar.hidden = false;
    this.bar.setAttribute('aria-label', title);
    fill(this.bar, h('strong', {}, title), h('span', { class: 'note', role: 'status' }, this.points.length === 0 ? context.t(hint) : context.t('drawLength', { n: this.points.length, length: context.metres(length_m) })),
      this.drawing.isLine && h('button', { class: 'primary', id: 'draw-done', 'data-key': 'draw-done', disabled: this.points.length < this.least, onclick: () => this.finish() }, context.t('drawDone')),
      this.drawing.isLine && h('button', { 'data-key': 'draw-back', disabled: this.points.length === 0, onclick: () => this.back() }, context.t('drawBack')),
      h('button', { id: 'draw-drop', 'data-key': 'draw-drop', onclick: () => this.end() }, context.t('drawDrop')));
  }
}
