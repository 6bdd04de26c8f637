/** @import { Context } from './context.js' */
/** @import { MapView } from './mapView.js' */
/** @import { Mark } from './layers/plan.js' */
import { byId, coveredPx } from './dom.js';
import { ChangeLayer } from './layers/change.js';
import { PlanLayer } from './layers/plan.js';
import { boundsOf, calm } from './map.js';
import { inOrder } from './siting/ask.js';
import { byCommunity, changeClass } from './siting/figures.js';
import { idOf } from './trial.js';

const LEAST_MAP_PX = 180;

/** The plan on the map while sites are chosen, and the new places of the scenario always. */
export class PlanView {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    const { siting } = context.session;
    this.plan = new PlanLayer('site', 'picked', { pick: (id) => siting.isShown && siting.pick(siting.picked === id ? null : id), drag: (id, at) => this.drag(id, at), settle: () => this.settle() });
    this.change = new ChangeLayer('patches');
    this.plan.onAdd(view.map);
    this.change.onAdd(view.map);
    /** What the change of communities was drawn of. @type {unknown[]} */
    this.drawn = [];
    /** The view that made room for a panel, and the one before. @type {{before: {center: import('leaflet').LatLng, zoom: number}, center: import('leaflet').LatLng, zoom: number}|null} */
    this.made = null;
    context.session.subscribe((part) => this.follow(part));
    context.store.subscribe((state, before) => {
      if (state.panel !== before.panel) this.makeRoom();
      if (state.panel !== before.panel || state.changes !== before.changes || state.lang !== before.lang) this.draw();
    });
    this.makeRoom();
    this.draw();
  }

  /** @param {string} id @param {{lon: number, lat: number}} at */
  drag(id, at) {
    this.view.isDragged = true;
    this.context.session.siting.moves.move(id, at);
  }

  settle() {
    this.view.isDragged = false;
    this.draw();
  }

  /** @param {string} part */
  follow(part) {
    if (['siting', 'siting-open', 'siting-moved', 'scenario', 'idle_spaces', 'workspace', 'boundaries'].includes(part)) this.draw();
  }

  /** A panel covers a part of the map: a district that was seen as a whole still is; once the panel is closed and nobody moved the map meanwhile, it is as before. */
  makeRoom() {
    const { map } = this.view;
    const { bbox } = this.context.session.workspace;
    const { made } = this;
    this.made = null;
    if (made && map.getZoom() === made.zoom && map.getCenter().equals(made.center)) map.setView(made.before.center, made.before.zoom, { animate: false });
    if (!this.context.store.state.panel || !bbox || !map.getBounds().pad(0.1).contains(boundsOf(bbox))) return;
    // The panel has its width only after it was drawn.
    requestAnimationFrame(() => {
      const [right, bottom] = [coveredPx().right + 12, coveredPx().bottom + 12];
      const size = map.getSize();
      if (size.x - right < LEAST_MAP_PX || size.y - bottom < LEAST_MAP_PX) return;
      const before = { center: map.getCenter(), zoom: map.getZoom() };
      map.fitBounds(boundsOf(bbox), { paddingTopLeft: [12, 12], paddingBottomRight: [right, bottom], animate: false });
      this.made = { before, center: map.getCenter(), zoom: map.getZoom() };
    });
  }

  /** Into the part of the map that the panel leaves free, no nearer than it is unless it is far out. @param {number} lon @param {number} lat */
  flyTo(lon, lat) {
    const { map } = this.view;
    const { right, bottom } = coveredPx();
    const zoom = Math.max(14.5, map.getZoom());
    const centre = map.unproject(map.project([lat, lon], zoom).add([right / 2, bottom / 2]), zoom);
    map.flyTo(centre, zoom, { duration: 0.5, animate: !calm() });
  }

  draw() {
    const { siting } = this.context.session;
    byId('stage').classList.toggle('is-planning', siting.isShown);
    this.plan.show(siting.isShown ? this.marks() : this.accepted());
    this.drawChange();
  }

  /** @returns {Mark[]} */
  marks() {
    const { context } = this;
    const { siting, features } = context.session;
    const chosen = new Map((siting.plan?.sites ?? []).map((site) => [site.id, site]));
    const hasYears = (siting.plan?.sites ?? []).some(({ year }) => year > 1);
    /** @type {Mark[]} */
    const marks = [];
    for (const space of inOrder(features.idle_spaces ?? [])) {
      if (space.geometry?.type !== 'Point' || chosen.has(idOf(space))) continue;
      const [lon, lat] = space.geometry.coordinates;
      const id = idOf(space);
      marks.push({ id, name: context.idleName(space), lon, lat, kind: 'left', label: '', lock: siting.form.locks[id], isPicked: siting.picked === id, from: null, isDraggable: false });
    }
    for (const site of chosen.values()) {
      const moved = siting.moved.get(site.id);
      const { lon, lat } = moved ?? site;
      const label = hasYears ? String(site.year) : String(site.rooms.length);
      marks.push({
        id: site.id, name: `${site.name ?? site.id}: ${context.t(`typology_${site.typology}`)}, ${context.serviceNames(site.rooms.map(({ service }) => service).join(';'))}`, lon, lat, kind: site.typology, label,
        lock: siting.form.locks[site.id], isPicked: siting.picked === site.id, from: moved ? { lon: site.lon, lat: site.lat } : null, isDraggable: siting.running === null,
      });
    }
    return marks;
  }

  /** @returns {Mark[]} */
  accepted() {
    const { context } = this;
    const { scenario, service } = context.session;
    return (scenario.changes.add ?? []).map(({ lon, lat, services, from }, i) => ({
      id: from ?? `+${i}`, name: `${context.t('scenarioSite')}: ${context.serviceNames(services.join(';'))}`, lon, lat, kind: services.includes(service.code) ? /** @type {const} */ ('accepted') : /** @type {const} */ ('left'), label: '',
      lock: undefined, isPicked: false, from: null, isDraggable: false,
    }));
  }

  drawChange() {
    const { context } = this;
    const { siting, features } = context.session;
    const isOn = siting.isShown && siting.areasShown && siting.plan !== null;
    const of = [isOn, siting.plan, siting.areaService, features.boundaries];
    if (of.every((value, i) => value === this.drawn[i])) return;
    this.drawn = of;
    byId('stage').classList.toggle('is-changing', isOn);
    this.view.overlays.mute();
    if (!isOn || !siting.plan) return this.change.show([]);
    this.change.show(byCommunity(siting.plan.communities, siting.areaService).flatMap((row) => {
      const area = context.findArea('community', row.code);
      return area ? [{ area, step: changeClass(row) }] : [];
    }));
  }
}
