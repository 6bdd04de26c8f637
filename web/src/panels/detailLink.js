/** @import { Context } from '../context.js' */
import { h } from '../dom.js';
import { isLong, isRejected } from '../ledger.js';
import { facts } from './detail.js';

/** A row of the snap ledger: who, to which street, how far, or why not. @param {Context} context @param {string} id @param {{zoomTo: () => void}} actions @returns {import('../dom.js').Child[]} */
export function linkDetail(context, id, actions) {
  const row = context.session.ledger.picked;
  if (!row || row.properties.id !== id) return context.session.problems.has('read link') ? [] : [h('div', { class: 'skeleton is-big' }), h('div', { class: 'skeleton' })];
  const { of, of_id: place, outcome, edge_id: edge, links, off_network_m: leg, nearest_edge_m: nearest, island } = row.properties;
  const street = context.find('walk_edges', edge ?? '')?.properties.name ?? null;
  const rejected = isRejected(outcome);
  return [
    h('p', { class: 'big' }, h('strong', { id: 'link-leg', title: String(leg) }, rejected ? context.t('linkNone') : context.metres(leg)), !rejected && h('span', { class: 'second' }, context.t('linkLeg'))),
    h('p', { class: 'words', id: 'link-why' }, h('span', { class: `sym sym-link is-${outcome}` }), ' ', context.t(`linkWhy_${outcome}`)),
    isLong(row) && h('p', { class: 'note is-warning' }, context.t('linkLong')),
    island === true && h('p', { class: 'note is-warning' }, context.t('linkIsland')),
    h('p', {}, h('button', { class: 'link', 'data-key': 'zoom', onclick: actions.zoomTo }, context.t('zoomTo'))),
    facts([
      [context.t('linkWho'), who(context, of, place)], [context.t('linkEdge'), edge ? (street ? `${street} (${edge})` : edge) : null, edge ?? ''],
      [context.t('linkNearest'), typeof nearest === 'number' ? context.metres(nearest) : null, String(nearest)],
      [context.t('linkCount'), links > 1 ? String(links) : null], [context.t('buildingId'), place],
    ]),
    h('p', {}, h('button', { 'data-key': 'to-place', id: 'to-place', onclick: () => context.select({ kind: of, id: place }) }, context.t(of === 'building' ? 'linkToBuilding' : 'linkToFacility'))),
  ];
}

/** @param {Context} context @param {string} of @param {string} id */
function who(context, of, id) {
  const facility = of === 'facility' ? context.find('facilities', id) : null;
  return facility ? context.facilityName(facility) : context.t(of === 'building' ? 'pickBuilding' : 'pickFacility');
}

/** A fault of the network. @param {Context} context @param {string} id @param {{zoomTo: () => void}} actions @returns {import('../dom.js').Child[]} */
export function faultDetail(context, id, actions) {
  const fault = context.session.faults.find(id);
  if (!fault) return [h('div', { class: 'skeleton is-big' })];
  const { kind, edge_id: edge, other_edge_id: other, gap_m: gap, repair } = fault.properties;
  return [
    h('h2', {}, context.t(`fault_${kind}`)), h('p', { class: 'words' }, context.t(`faultWhy_${kind}`)),
    h('p', {}, h('button', { class: 'link', 'data-key': 'zoom', onclick: actions.zoomTo }, context.t('zoomTo'))),
    h('p', {}, h('button', { class: 'link', 'data-key': 'to-health', onclick: () => context.store.set({ panel: 'health' }) }, context.t('healthAll'))),
    facts([
      [context.t('linkEdge'), edge], [context.t('faultOther'), other ?? null], [context.t('faultGap'), gap > 0 ? `${gap.toFixed(2)} ${context.lang === 'zh' ? '米' : 'm'}` : null],
      [context.t('faultRepair'), context.t(`repair_${repair}`)],
    ]),
  ];
}
