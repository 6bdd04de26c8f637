/** @import { Context } from '../context.js' */
import { byId, fill, h } from '../dom.js';
import { areaDetail } from './detailArea.js';
import { buildingDetail } from './detailBuilding.js';
import { edgeDetail, gateDetail } from './detailGate.js';
import { faultDetail, linkDetail } from './detailLink.js';
import { facilityDetail, idleDetail, placeDetail } from './detailPlace.js';
import { patchDetail } from './detailPatch.js';
import { siteDetail } from './detailSite.js';

const KINDS = { building: 'pickBuilding', area: 'pickArea', facility: 'pickFacility', idle: 'pickIdle', site: 'pickSite', place: 'pickPlace', link: 'pickLink', fault: 'pickFault', patch: 'pickPatch', gate: 'pickGate', edge: 'pickEdge' };

/**
 * What the panel can ask of the map.
 * @typedef {{place: (at: {lon: number, lat: number}, idle: string|null) => void, zoomTo: () => void, zoomToWalk: () => void,
 *   move: (facility: string) => void, zoomToFix: (fix: import('../types.js').Fix) => void, zoomToBuilding: (id: string) => void}} DetailActions
 */

/** What is picked: one headline, its reason, the fixes. Closes with Esc. */
export class DetailPanel {
  /** @param {Context} context @param {DetailActions} actions */
  constructor(context, actions) {
    this.context = context;
    this.actions = actions;
    this.element = byId('detail');
  }

  onAdd() {
    this.render();
  }

  onRemove() {
    this.element.hidden = true;
  }

  render() {
    const { context } = this;
    const { selection } = context.store.state;
    this.element.hidden = !selection;
    if (!selection) return this.element.replaceChildren();
    this.element.setAttribute('aria-label', context.t('detailLabel'));
    fill(this.element,
      h('div', { class: 'detail-head' }, h('span', { class: 'kind' }, context.t(KINDS[selection.kind])),
        h('button', { class: 'close', 'data-key': 'close', title: `${context.t('close')} (Esc)`, 'aria-label': context.t('close'), onclick: () => context.select(null) }, '×')),
      ...this.body(selection), this.toEdit(selection));
  }

  /** To the form of what is picked, where it is a row of the data. @param {import('../types.js').Selection} selection */
  toEdit(selection) {
    const { context } = this;
    const isRow = ['idle', 'facility', 'gate', 'edge', 'building'].includes(selection.kind) || (selection.kind === 'area' && selection.level === 'compound');
    return isRow && context.store.state.panel !== 'edit' && h('p', {}, h('button', { class: 'link', id: 'to-edit-this', 'data-key': 'to-edit-this', onclick: () => context.store.set({ panel: 'edit' }) }, context.t('editThis')));
  }

  /** @param {import('../types.js').Selection} selection @returns {import('../dom.js').Child[]} */
  body(selection) {
    switch (selection.kind) {
      case 'building': return buildingDetail(this.context, selection.id, this.actions);
      case 'area': return areaDetail(this.context, selection, this.actions);
      case 'facility': return facilityDetail(this.context, selection.id, this.actions);
      case 'idle': return idleDetail(this.context, selection.id, this.actions);
      case 'site': return siteDetail(this.context, selection, this.actions);
      case 'place': return placeDetail(this.context, selection, this.actions);
      case 'link': return linkDetail(this.context, selection.id, this.actions);
      case 'fault': return faultDetail(this.context, selection.id, this.actions);
      case 'gate': return gateDetail(this.context, selection.id);
      case 'edge': return edgeDetail(this.context, selection.id);
      case 'patch': return patchDetail(this.context, selection.id, this.actions);
    }
  }
}

/** A list of names and values; rows without a value are left out. @param {[string, import('../dom.js').Child, string?][]} rows */
export function facts(rows) {
  return h('dl', { class: 'facts' }, ...rows.filter(([, value]) => value !== null && value !== undefined && value !== '').flatMap(([name, value, title]) => [
    h('dt', {}, name), h('dd', { title: title ?? '' }, value),
  ]));
}
