/** @import { Context } from './context.js' */
/** @import { Feature } from './types.js' */
import { byId } from './dom.js';
import { boundsOfFeature, calm } from './map.js';
import { FixLayer } from './layers/fixes.js';
import { PickedLayer, SiteLayer } from './layers/picked.js';
import { isRejected } from './ledger.js';
import { pathStretches } from './walkParts.js';
import { idOf } from './trial.js';

const PLACE_ZOOM = 16;
const WIDE_MAP_PX = 760;
const DETAIL_PX = 360;

/** What is picked, on the map: outlined, with its walk or its leg, and flown to. */
export class SelectionView {
  /** @param {Context} context @param {import('leaflet').Map} map */
  constructor(context, map) {
    this.context = context;
    this.map = map;
    this.picked = new PickedLayer('picked');
    this.site = new SiteLayer('reach', 'site');
    this.picked.onAdd(map);
    this.site.onAdd(map);
  }

  /** Draws what is picked, with what is known of it. */
  draw() {
    const { context } = this;
    const { selection } = context.store.state;
    const { picked, site } = this;
    picked.clear();
    site.place(selection?.kind === 'site' ? selection : null, context.t('pickSite'));
    const { reach } = context.session.trial;
    // The bands show the same and more.
    if (reach && selection?.kind === 'site' && !context.store.state.reach) site.showArea(reach.corridor, reach.edges);
    else site.clearArea();
    const { explanation, features } = context.session;
    if (selection?.kind === 'building' && explanation?.path?.geometry) {
      picked.walk(explanation, pathStretches(explanation.path.geometry.coordinates, features.walk_edges ?? [], explanation.parts?.off_network_m ?? 0));
    }
    if (selection?.kind === 'link') this.drawLink();
    const feature = this.feature();
    if (feature && selection?.kind !== 'link') picked.outline(feature, selection?.kind === 'area' || selection?.kind === 'patch' ? 'area-outline' : selection?.kind === 'edge' ? 'link-edge' : 'building-outline');
  }

  /** The leg that is picked and the edge it goes to. */
  drawLink() {
    const { context } = this;
    const { picked: row } = context.session.ledger;
    const edge = context.find('walk_edges', row?.properties.edge_id ?? '');
    if (edge) this.picked.outline(edge, 'link-edge');
    if (row) this.picked.outline(isRejected(row.properties.outcome) ? pointOf(row) : row, 'link-leg');
  }

  /** @returns {Feature|null} */
  feature() {
    const { selection } = this.context.store.state;
    switch (selection?.kind) {
      case 'area': return this.context.findArea(selection.level, selection.code);
      case 'building': return this.context.find('buildings', selection.id);
      case 'facility': return this.context.find('facilities', selection.id);
      case 'idle': return this.context.find('idle_spaces', selection.id);
      case 'gate': return this.context.find('entrances', selection.id);
      case 'edge': return this.context.find('walk_edges', selection.id);
      case 'link': return this.context.session.ledger.picked;
      case 'fault': return this.context.session.faults.find(selection.id);
      case 'patch': return this.context.session.patches.find(selection.id);
      default: return null;
    }
  }

  /** Where what is picked lies, null where it lies nowhere. */
  bounds() {
    const feature = this.feature();
    const bounds = feature?.geometry ? boundsOfFeature(feature) : null;
    return bounds?.isValid() ? bounds : null;
  }

  flyToSelection() {
    const bounds = this.bounds();
    if (bounds) this.flyToBounds(bounds);
  }

  /** True where the map shows what is picked. */
  isInView() {
    const feature = this.feature();
    return feature?.geometry ? this.map.getBounds().contains(boundsOfFeature(feature)) : false;
  }

  /** @param {import('./types.js').Fix} fix */
  flyToFix(fix) {
    const bounds = FixLayer.bounds(fix);
    const walk = this.picked.walkBounds;
    this.flyToBounds(walk ? bounds.extend(walk) : bounds);
  }

  /** @param {string} collection @param {string} id */
  flyToFeature(collection, id) {
    const feature = this.context.find(collection, id);
    if (feature) this.flyToBounds(boundsOfFeature(feature));
  }

  /** Shows a row of the snap ledger. @param {Feature} row */
  showLink(row) {
    this.context.select({ kind: 'link', id: idOf(row) });
    this.flyToBounds(boundsOfFeature(row));
  }

  flyToWalk() {
    const bounds = this.picked.walkBounds;
    if (bounds?.isValid()) this.flyToBounds(bounds);
  }

  /** Into the part of the map that no panel covers. @param {import('leaflet').LatLngBounds} bounds @param {number} [maxZoom] */
  flyToBounds(bounds, maxZoom = 17) {
    const size = this.map.getSize();
    const wide = size.x > WIDE_MAP_PX;
    const side = wide ? byId('side').offsetWidth : 0;
    this.map.flyToBounds(bounds, {
      paddingTopLeft: [40, 40], paddingBottomRight: wide ? [Math.min(DETAIL_PX + side, size.x - 120), 120] : [40, size.y / 2], maxZoom, duration: 0.6, animate: !calm(),
    });
  }

  /** @param {number} lon @param {number} lat */
  flyTo(lon, lat) {
    this.map.flyTo([lat, lon], Math.max(PLACE_ZOOM, this.map.getZoom()), { duration: 0.6, animate: !calm() });
  }
}

/** The place of a leg that leads nowhere. @param {Feature} row @returns {Feature} */
function pointOf(row) {
  return { ...row, geometry: row.geometry && { type: 'Point', coordinates: row.geometry.coordinates[0] } };
}
