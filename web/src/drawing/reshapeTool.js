/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
import { offset } from '../data/projection.js';
import { byId, fill, h } from '../dom.js';
import { ARROWS } from '../keys.js';
import * as L from '../layers/leaflet.js';
import { snapped } from './snapping.js';

const STEP_M = 1;
const LONG_STEP_M = 10;
const LEAST_POINTS = 2;
const CLOSEST_ZOOM = 19;

/**
 * The path whose points are changed; `to`: layers that they snap to, `except`: the path's own shape in the first of them.
 * @typedef {{points: number[][], to: string[], except: number, done: (points: number[][]) => void}} Reshaping
 */

/** Changes a path point by point: drags a point, adds one between two, removes one; by pointer, finger or keyboard. */
export class ReshapeTool {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.isOn = false;
    /** @type {Reshaping} */
    this.reshaping = { points: [], to: [], except: -1, done: () => {} };
    /** @type {number[][]} */
    this.points = [];
    /** Former points, the last step last. @type {number[][][]} */
    this.past = [];
    /** The point that was touched last, -1 for none. */
    this.at = -1;
    /** The marks of the points. @type {(HTMLElement|undefined)[]} */
    this.marks = [];
    this.group = L.layerGroup();
    this.line = L.polyline([], { pane: 'picked', renderer: L.svg({ pane: 'picked' }), interactive: false, className: 'draft-line' });
    this.bar = byId('drawing');
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.key(event);
  }

  /** @param {Reshaping} reshaping */
  begin(reshaping) {
    this.end();
    this.reshaping = reshaping;
    this.points = reshaping.points;
    this.past = [];
    this.at = -1;
    this.isOn = true;
    this.group.addTo(this.view.map);
    window.addEventListener('keydown', this.onKey, { capture: true });
    this.view.selection.flyToBounds(L.latLngBounds(this.points.map(latLng)), CLOSEST_ZOOM);
    this.draw();
  }

  end() {
    if (!this.isOn) return;
    this.isOn = false;
    this.group.clearLayers();
    this.group.remove();
    window.removeEventListener('keydown', this.onKey, { capture: true });
    this.bar.hidden = true;
  }

  finish() {
    const { points, past, reshaping } = this;
    this.end();
    if (past.length > 0) reshaping.done(points);
  }

  /** @param {number[][]} points @param {number} at the point to go on with */
  take(points, at) {
    this.past.push(this.points);
    this.points = points;
    this.at = at;
    this.draw();
  }

  back() {
    this.points = this.past.pop() ?? this.points;
    this.at = Math.min(this.at, this.points.length - 1);
    this.draw();
  }

  remove() {
    if (this.at < 0 || this.points.length <= LEAST_POINTS) return;
    this.take(this.points.filter((_, i) => i !== this.at), Math.min(this.at, this.points.length - 2));
  }

  /** The points with one more after the i-th, halfway to the next. @param {number} i */
  withMiddle(i) {
    const [[lon, lat], [nextLon, nextLat]] = [this.points[i], this.points[i + 1]];
    return [...this.points.slice(0, i + 1), [(lon + nextLon) / 2, (lat + nextLat) / 2], ...this.points.slice(i + 1)];
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    const inBar = event.target instanceof HTMLElement && event.target.closest('#drawing') !== null;
    const step = ARROWS[event.key];
    const between = event.target instanceof HTMLElement && (event.key === 'Enter' || event.key === ' ') ? event.target.dataset.between : undefined;
    if (event.key === 'Escape') this.end();
    else if (between !== undefined) this.take(this.withMiddle(Number(between)), Number(between) + 1);
    else if (event.key === 'Enter' && !inBar) this.finish();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.remove();
    else if (step && this.at >= 0) {
      const [lon, lat] = this.points[this.at];
      const by = event.shiftKey ? LONG_STEP_M : STEP_M;
      const to = offset({ lon, lat }, step[0] * by, step[1] * by);
      this.take(this.points.with(this.at, [to.lon, to.lat]), this.at);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  draw() {
    this.group.clearLayers();
    this.line.setLatLngs(this.points.map(latLng));
    this.group.addLayer(this.line);
    this.marks = [];
    this.points.forEach((point, i) => this.handle(point, i, this.points));
    for (let i = 0; i + 1 < this.points.length; i++) {
      const points = this.withMiddle(i);
      this.handle(points[i + 1], i + 1, points);
    }
    this.renderBar();
  }

  /** A point of a line that is the path, or would be it with a new point there. @param {number[]} point @param {number} i @param {number[][]} points */
  handle(point, i, points) {
    const isNew = points !== this.points;
    const label = isNew ? this.context.t('reshapeBetween', { i, next: i + 1 }) : this.context.t('reshapePoint', { i: i + 1, n: points.length });
    const className = `vertex${isNew ? ' is-new' : ''}${!isNew && i === this.at ? ' is-on' : ''}`;
    const marker = L.marker(latLng(point), { icon: L.divIcon({ className, iconSize: isNew ? [14, 14] : [18, 18] }), draggable: true, keyboard: true, title: label, zIndexOffset: isNew ? 0 : 1000 });
    const moved = (/** @type {any} */ { originalEvent }) => {
      const { lon, lat } = snapped(this.view, this.reshaping.to, marker.getLatLng(), { isFree: originalEvent?.altKey, except: this.reshaping.except });
      return points.with(i, [lon, lat]);
    };
    /** @type {number[][]} */
    let last = points;
    marker.on('drag', (event) => {
      last = moved(event);
      this.line.setLatLngs(last.map(latLng));
    });
    marker.on('dragend', () => this.take(last, i));
    marker.on('click', () => (isNew ? this.take(points, i) : this.touch(i)));
    this.group.addLayer(marker);
    const element = marker.getElement();
    element?.setAttribute('aria-label', label);
    if (isNew) element?.setAttribute('data-between', String(i - 1));
    if (isNew) return;
    this.marks[i] = element;
    element?.addEventListener('focus', () => this.touch(i));
    if (i === this.at) element?.focus({ preventScroll: true });
  }

  /** The marks stay, since a drag may begin. @param {number} i */
  touch(i) {
    if (i === this.at) return;
    this.at = i;
    this.marks.forEach((mark, k) => mark?.classList.toggle('is-on', k === i));
    this.renderBar();
  }

  renderBar() {
    const { context } = this;
    const length_m = this.points.slice(1).reduce((sum, point, i) => sum + latLng(point).distanceTo(latLng(this.points[i])), 0);
    this.bar.hidden = false;
    this.bar.setAttribute('aria-label', context.t('editReshape'));
    fill(this.bar, h('strong', {}, context.t('editReshape')),
      h('span', { class: 'note', role: 'status' }, this.at < 0 && this.past.length === 0 ? context.t('reshapeHint') : context.t('drawLength', { n: this.points.length, length: context.metres(length_m) })),
      h('button', { class: 'primary', id: 'draw-done', 'data-key': 'draw-done', disabled: this.past.length === 0, onclick: () => this.finish() }, context.t('drawDone')),
      h('button', { id: 'reshape-remove', 'data-key': 'reshape-remove', disabled: this.at < 0 || this.points.length <= LEAST_POINTS, onclick: () => this.remove() }, context.t('reshapeRemove')),
      h('button', { 'data-key': 'reshape-back', id: 'reshape-back', disabled: this.past.length === 0, onclick: () => this.back() }, context.t('reshapeBack')),
      h('button', { id: 'draw-drop', 'data-key': 'draw-drop', onclick: () => this.end() }, context.t('drawDrop')));
  }
}

/** @param {number[]} point */
const latLng = ([lon, lat]) => L.latLng(lat, lon);
