/** @import { Context } from '../context.js' */
import { h } from '../dom.js';
import { facts } from './detail.js';
import { changeButton } from './scenario/changeButtons.js';

const ACCESS = ['open', 'residents', 'hours', 'closed'];

/** A gate of a compound: who may pass, and what opening or closing it would do. @param {Context} context @param {string} id @returns {import('../dom.js').Child[]} */
export function gateDetail(context, id) {
  const gate = context.find('entrances', id);
  if (!gate) return [h('div', { class: 'skeleton is-big' })];
  const { access, hours, of_id: of } = gate.properties;
  const compound = context.find('compounds', of ?? '');
  const isClosed = access === 'closed';
  return [
    h('h2', {}, h('bdi', {}, compound?.properties.name ?? id)),
    h('p', {}, isClosed ? changeButton(context, 'open_gates', id, { make: 'gateOpen', back: 'gateOpenBack' }) : changeButton(context, 'close_gates', id, { make: 'gateClose', back: 'gateCloseBack' })),
    facts([[context.t('gateAccess'), ACCESS.includes(access) ? context.t(`access_${access}`) : access ?? context.t('access_open')], [context.t('gateHours'), hours ?? null], [context.t('buildingId'), id]]),
  ];
}

/** A street or path: what shutting it would do. @param {Context} context @param {string} id @returns {import('../dom.js').Child[]} */
export function edgeDetail(context, id) {
  const edge = context.find('walk_edges', id);
  if (!edge) return [h('div', { class: 'skeleton is-big' })];
  const { name, class: kind, length_mm: length } = edge.properties;
  return [
    h('h2', {}, h('bdi', {}, name || context.t('edgeUnnamed'))),
    h('p', {}, changeButton(context, 'close_paths', id, { make: 'edgeClose', back: 'edgeCloseBack' })),
    facts([[context.t('edgeClass'), kind ?? null], [context.t('edgeLength'), typeof length === 'number' ? context.metres(length / 1000) : null], [context.t('buildingId'), id]]),
  ];
}
