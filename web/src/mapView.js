/** @import { Context } from './context.js' */
/** @import { Feature, ViewState } from './types.js' */
import { ApiError, getCollection } from './api.js';
import { BoxTool } from './drawing/boxTool.js';
import { DrawTool } from './drawing/drawTool.js';
import { ReshapeTool } from './drawing/reshapeTool.js';
import { ChangesLayer } from './layers/changes.js';
import { DraftLayer } from './layers/draft.js';
import { worldX, worldY } from './data/projection.js';
import { Walks } from './data/walks.js';
import { coveredPx } from './dom.js';
import * as L from './layers/leaflet.js';
import { createMap, showWorkspace } from './map.js';
import { CanvasTiles } from './layers/canvasTiles.js';
import { HoverTip } from './hover.js';
import { BoundariesLayer, CompoundsLayer, GATES_FROM_ZOOM } from './layers/areas.js';
import { BuildingsLayer } from './layers/buildings.js';
import { FacilitiesLayer, IdleSpacesLayer } from './layers/facilities.js';
import { MarkedLayer } from './layers/marked.js';
import { LabelsLayer } from './layers/labels.js';
import { LandCoverLayer } from './layers/landCover.js';
import { StreetsLayer } from './layers/streets.js';
import { Overlays } from './overlays.js';
import { PlanView } from './planView.js';
import { SelectionView } from './selection.js';
import { text } from './i18n.js';
import { idOf } from './trial.js';

const CLICK_TOLERANCE_PX = 6;
const GATE_TOLERANCE_PX = 9;
const EDGE_TOLERANCE_PX = 5;
const SETTLE_MS = 400;

// Layers whose names are written on the map.
const NAMED = new Set(['boundaries', 'land_cover', 'walk_edges']);

// Farther out a click cannot be meant for one building.
const BUILDINGS_FROM_ZOOM = 15;

/** The map and its layers, following the state and the answers. */
export class MapView {
  /** @param {Context} context @param {HTMLElement} element */
  constructor(context, element) {
    this.context = context;
    this.map = createMap(element, context.session.workspace, context.store.state.view);
    element.setAttribute('role', 'region');
    // Two stacks, so that the reach of a site lies over the streets and under the buildings.
    this.ground = new CanvasTiles('ground').addTo(this.map);
    this.fabric = new CanvasTiles('fabric').addTo(this.map);
    this.marked = new MarkedLayer(this.fabric);
    this.isDragged = false;
    /** @type {Record<string, any>} */
    this.layers = {};
    this.selection = new SelectionView(context, this.map);
    /** @type {Walks|null} */
    this.walks = null;
    /** The layer that has the colours of the walks. @type {BuildingsLayer|null} */
    this.coloured = null;
    this.hover = new HoverTip(context, this);
    this.overlays = new Overlays(context, this);
    this.plan = new PlanView(context, this);
    this.changes = new ChangesLayer('picked');
    this.changes.onAdd(this.map);
    this.drawTool = new DrawTool(context, this);
    this.reshapeTool = new ReshapeTool(context, this);
    this.boxTool = new BoxTool(context, this);
    this.draft = new DraftLayer('picked');
    this.draft.onAdd(this.map);
    this.listen();
    this.selection.draw();
    this.overlays.followState();
  }

  listen() {
    const { map, context } = this;
    map.on('click', (event) => (this.drawTool.isOn ? this.drawTool.add(event.latlng, event.originalEvent.altKey) : this.onClick(event.latlng)));
    map.on('contextmenu', (event) => this.pickPlace(event.latlng));
    map.on('moveend', () => this.keepView());
    map.on('dragstart dragend', (event) => { this.isDragged = event.type === 'dragstart'; });
    const { marker } = this.selection.site;
    // The browser hands on one pointer event a frame.
    marker.on('drag', () => this.moveSite('none'));
    marker.on('dragend', () => this.moveSite('push'));
    context.session.subscribe((part) => (part === 'trial' || part === 'remedy' || part === 'scenario') && this.applyWalks());
  }

  /** True while the pointer draws and picks nothing. */
  get isDrawing() {
    return this.drawTool.isOn || this.reshapeTool.isOn || this.boxTool.isOn;
  }

  /** The part of the map that no panel covers. */
  freeBounds() {
    const { map } = this;
    const { x, y } = map.getSize();
    const { right, bottom } = coveredPx();
    return L.latLngBounds(map.containerPointToLatLng([0, 0]), map.containerPointToLatLng([x - right, y - bottom]));
  }

  /** @param {'push'|'none'} history */
  moveSite(history) {
    const at = this.selection.site.marker.getLatLng();
    this.context.select({ kind: 'site', lon: at.lng, lat: at.lat, idle: null }, history);
  }

  /** Writes the address once a site has stopped moving. */
  settleSite() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.context.store.writeUrl('replace'), SETTLE_MS);
  }

  keepView() {
    const centre = this.map.getCenter();
    this.context.store.set({ view: { lon: centre.lng, lat: centre.lat, zoom: this.map.getZoom() } }, 'replace');
  }

  /** The building under a position, -1 for none. @param {{lat: number, lng: number}} at */
  buildingAt(at) {
    return this.layers.buildings ? this.layers.buildings.at(at.lng, at.lat, CLICK_TOLERANCE_PX / 2 ** this.map.getZoom()) : -1;
  }

  /** The gate at a position, where gates are drawn. @param {{lat: number, lng: number}} at @returns {Feature|null} */
  gateAt(at) {
    const zoom = this.map.getZoom();
    return zoom >= GATES_FROM_ZOOM ? this.layers.compounds?.gateAt(at.lng, at.lat, GATE_TOLERANCE_PX / 2 ** zoom) ?? null : null;
  }

  /** The street at a position, -1 for none. @param {{lat: number, lng: number}} at */
  edgeAt(at) {
    const zoom = this.map.getZoom();
    const shapes = this.layers.walk_edges?.shapes;
    if (!shapes || zoom < BUILDINGS_FROM_ZOOM) return -1;
    const [x, y, tolerance] = [worldX(at.lng) - shapes.originX, worldY(at.lat) - shapes.originY, EDGE_TOLERANCE_PX / 2 ** zoom];
    let [best, nearest] = [-1, tolerance];
    for (const shape of shapes.index.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance)) {
      const distance = shapes.distanceToLine(shape, x, y);
      if (distance < nearest) [best, nearest] = [shape, distance];
    }
    return best;
  }

  /** @param {{lat: number, lng: number}} at */
  onClick(at) {
    const { context } = this;
    if (this.isDrawing) return;
    const { task, selection, panel } = context.store.state;
    // While a plan is looked at, a click beside its marks is no wish for a site of its own.
    if (task === 'choose' && panel === 'siting') return context.session.siting.pick(null);
    const gate = this.gateAt(at);
    if (gate) return context.select({ kind: 'gate', id: idOf(gate) });
    if (task === 'choose') return context.select({ kind: 'site', lon: at.lng, lat: at.lat, idle: null });
    const leg = this.overlays.legAt(at);
    if (leg) return context.select({ kind: 'link', id: idOf(leg) });
    const patch = context.session.patches.at(at.lng, at.lat);
    const building = patch && this.map.getZoom() < BUILDINGS_FROM_ZOOM ? -1 : this.buildingAt(at);
    if (building < 0 && patch) return context.select({ kind: 'patch', id: idOf(patch) });
    if (building >= 0) context.select({ kind: 'building', id: this.layers.buildings.ids[building] });
    else if (this.edgeAt(at) >= 0) context.select({ kind: 'edge', id: idOf(context.session.features.walk_edges[this.edgeAt(at)]) });
    else if (selection && selection.kind !== 'site') context.select(null);
  }

  /** Any place, for the bands around it. @param {{lat: number, lng: number}} at */
  pickPlace(at) {
    const { store } = this.context;
    store.set({ selection: { kind: 'place', lon: at.lng, lat: at.lat }, reach: store.state.reach ?? 'contour' });
  }

  /** Draws a path that becomes part of the scenario. */
  drawPath() {
    this.drawTool.begin({ isLine: true, title: 'drawPath', to: ['walk_edges'], done: (coordinates) => this.context.session.scenario.apply({ add_paths: [{ coordinates, residents_only: false }] }) });
  }

  /** Gives a facility another place in the scenario. @param {string} id */
  moveFacility(id) {
    this.drawTool.begin({ isLine: false, title: 'facilityMove', to: ['buildings', 'walk_edges'], done: ([[lon, lat]]) => this.context.session.scenario.apply({ move: [{ id, lon, lat }] }) });
  }

  /** A part of the session changed. @param {string} part */
  follow(part) {
    const { features } = this.context.session;
    const { lang } = this.context.store.state;
    /** @type {Record<string, () => any>} */
    const makers = {
      boundaries: () => new BoundariesLayer(features.boundaries, this.fabric),
      buildings: () => new BuildingsLayer(features.buildings, this.fabric),
      land_cover: () => new LandCoverLayer(features.land_cover, this.ground),
      walk_edges: () => new StreetsLayer(features.walk_edges, this.ground),
      facilities: () => new FacilitiesLayer(features.facilities, 'facilities', (facility) => this.context.select({ kind: 'facility', id: idOf(facility) })),
      idle_spaces: () => new IdleSpacesLayer(features.idle_spaces, 'facilities', (space) => this.onIdle(space)),
    };
    if (part in makers) this.put(part, makers[part]());
    if (features.compounds && features.entrances && !this.layers.compounds) this.put('compounds', new CompoundsLayer(features.compounds, features.entrances, this.fabric));
    if (NAMED.has(part)) this.nameLayer(lang).setFeatures(part, features[part]);
    if (part === 'coverage') this.fetchStandIns();
    if (part === 'coverage' || part === 'buildings') this.applyWalks();
    if (part === 'facilities' || part === 'idle_spaces') this.showPlaces();
    if (['facilities', 'walk_edges', 'entrances'].includes(part)) this.showChanges();
    if (part !== 'coverage') this.selection.draw();
    this.overlays.follow(part);
  }

  /** Names come layer by layer, as these are read. @param {'zh'|'en'} lang @returns {LabelsLayer} */
  nameLayer(lang) {
    if (!this.layers.labels) this.put('labels', new LabelsLayer(this.fabric, lang));
    return this.layers.labels;
  }

  /** Outlines buildings that a chart speaks of. @param {number[]} buildings their places */
  mark(buildings) {
    this.marked.show(this.layers.buildings ?? null, buildings);
  }

  /** The data are others: what was drawn of the former goes, but for the layers that are the same. @param {number[]|null} bbox of the former */
  forget(bbox) {
    const { features } = this.context.session;
    const isKept = (/** @type {string} */ name) => (name === 'compounds' ? Boolean(features.compounds && features.entrances) : name === 'labels' ? Object.keys(features).length > 0 : name in features);
    for (const [name, layer] of Object.entries(this.layers)) {
      if (isKept(name)) continue;
      layer.onRemove();
      delete this.layers[name];
    }
    this.mark([]);
    this.walks = null;
    this.selection.draw();
    this.overlays.followState();
    const { workspace } = this.context.session;
    if (!bbox && workspace.bbox) showWorkspace(this.map, workspace.bbox);
  }

  /** @param {string} name @param {any} layer */
  put(name, layer) {
    this.layers[name]?.onRemove();
    this.layers[name] = layer;
    layer.onAdd(this.map);
  }

  /** Hexagons and other areas that stand in for communities are known to the gap layer only. */
  async fetchStandIns() {
    const { session } = this.context;
    const { features, workspace } = session;
    if (features.gaps || workspace.communities.kind !== 'hexagon') return;
    await session.attempt('read gaps', () => this.fetchStandIns(), async () => {
      const gaps = await getCollection('gaps');
      features.gaps = gaps.filter((feature) => feature.properties.level === 'community');
      this.put('hexagons', new BoundariesLayer(features.gaps, this.fabric));
      session.changed('gaps');
    });
  }

  /** Colours the buildings by the answer with what is tried laid over it; where the answer is the same, only those that change. */
  applyWalks() {
    const { session } = this.context;
    const layer = this.layers.buildings;
    if (!session.coverage || !layer) return;
    if (this.walks?.coverage === session.coverage && this.coloured === layer) {
      layer.changeWalks(this.walks.change(session.whatIf?.buildings), this.walks, session.limit);
      return;
    }
    this.walks = new Walks(session.coverage);
    this.walks.change(session.whatIf?.buildings);
    this.coloured = layer;
    layer.setWalks(this.walks, session.limit);
    performance.clearMarks('buildings-coloured');
    performance.mark('buildings-coloured');
  }

  showPlaces() {
    const { context } = this;
    this.layers.facilities?.show(context.session.service.code, (/** @type {Feature} */ feature) => context.facilityName(feature));
    this.layers.idle_spaces?.show((/** @type {Feature} */ feature) => context.idleName(feature));
    this.nameLayer(context.lang).setPlaces([...(this.layers.facilities?.places() ?? []), ...(this.layers.idle_spaces?.places() ?? [])]);
  }

  /** @param {Feature} space */
  onIdle(space) {
    if (this.context.store.state.task === 'choose') this.placeIdle(space);
    else this.context.select({ kind: 'idle', id: idOf(space) });
  }

  /** Where a space of a plan is. @param {string} id */
  showSpace(id) {
    const space = this.context.find('idle_spaces', id) ?? this.context.find('facilities', id);
    if (space?.geometry?.type !== 'Point') return;
    const [lon, lat] = space.geometry.coordinates;
    this.plan.flyTo(lon, lat);
  }

  /** @param {Feature} space */
  placeIdle(space) {
    const [lon, lat] = space.geometry?.coordinates;
    this.context.select({ kind: 'site', lon, lat, idle: idOf(space) });
    if (!this.map.getBounds().pad(-0.1).contains([lat, lon]) || this.map.getZoom() < 15) this.selection.flyTo(lon, lat);
  }

  /** What the scenario changes, on the map. */
  showChanges() {
    this.changes.show(this.context.session.scenario.changes, (collection, id) => this.context.find(collection, id));
  }

  /** @param {ViewState} state @param {ViewState} before */
  followState(state, before) {
    if (state.changes !== before.changes) this.showChanges();
    if (state.service !== before.service || state.lang !== before.lang) this.showPlaces();
    if (state.lang !== before.lang) this.layers.labels?.setLanguage(state.lang);
    if (state.selection !== before.selection) this.onSelection(state);
    if (['selection', 'overlays', 'reach', 'service'].some((key) => state[/** @type {keyof ViewState} */ (key)] !== before[/** @type {keyof ViewState} */ (key)])) this.overlays.followState();
    if (state.view && state.view !== before.view) this.goTo(state.view);
  }

  /** Follows back and forward; a view that the map itself reported is already there. @param {NonNullable<ViewState['view']>} view */
  goTo(view) {
    const centre = this.map.getCenter();
    const away = Math.abs(centre.lng - view.lon) + Math.abs(centre.lat - view.lat) > 1e-5 || this.map.getZoom() !== view.zoom;
    if (away) this.map.setView([view.lat, view.lon], view.zoom, { animate: false });
  }

  /** @param {ViewState} state */
  onSelection(state) {
    this.selection.draw();
    const { selection } = state;
    if (selection?.kind === 'area' || (selection?.kind === 'patch' && !this.selection.isInView())) this.selection.flyToSelection();
  }

  /** Draws all canvases anew, in the colours and the size that hold now: the theme changed, or the page is printed. */
  repaint() {
    this.map.invalidateSize({ animate: false, pan: true });
    this.ground.repaintNow();
    this.fabric.repaintNow();
  }

  baseMapError() {
    return new ApiError(0, { title: text('zh', 'errorBaseMap'), detail: text('zh', 'errorBaseMapDetail') }, { title: text('en', 'errorBaseMap'), detail: text('en', 'errorBaseMapDetail') });
  }
}
