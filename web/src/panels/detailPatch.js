/** @import { Context } from '../context.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { serviceOf } from '../patches.js';
import { facts } from './detail.js';

/** A gap patch: who lives there, how far they walk, what else is missing. @param {Context} context @param {string} id @param {{zoomTo: () => void}} actions @returns {import('../dom.js').Child[]} */
export function patchDetail(context, id, actions) {
  const { session } = context;
  const patch = session.patches.find(id);
  if (!patch) return [h('div', { class: 'skeleton is-big' }), h('div', { class: 'skeleton' })];
  const p = patch.properties;
  const service = session.workspace.services.find(({ code }) => code === serviceOf(id));
  const cut = p.unreached_people > 0 || p.unreached_buildings > 0;
  return [
    h('h2', {}, context.areaName(p)),
    h('p', { class: 'big' }, h('strong', { id: 'patch-people', title: String(p.people) }, count(p.people)), h('span', { class: 'second' }, context.t('patchPeople', { group: context.within(context.groupName(p.group)), service: context.within(context.name(service?.name)), limit: service ? context.limitOf(service) : '' }))),
    h('p', {}, h('button', { class: 'link', 'data-key': 'zoom', onclick: actions.zoomTo }, context.t('zoomTo'))),
    facts([
      [context.t('patchRank'), p.rank === null ? null : context.t('patchRankIs', { n: count(p.rank), of: count(session.patches.known?.patches.length ?? p.rank) })],
      [context.t('people'), count(p.all_people), String(p.all_people)],
      [context.t('patchBuildings'), count(p.buildings)],
      [context.t('patchArea'), p.area_m2 === null ? null : areaText(context, p.area_m2), String(p.area_m2)],
      [context.t('patchWorst'), worstText(context, p), p.worst_m === null ? '' : `${p.worst_m} m, ${p.worst_s} s`],
    ]),
    cut && h('p', { class: 'note is-warning', id: 'patch-cut' }, context.t('patchCut', { n: context.people(p.unreached_people), m: count(p.unreached_buildings) })),
    h('h3', {}, context.t('patchMissing')),
    h('ul', { class: 'missing', id: 'patch-missing' }, ...missing(context, p.services_missing).map(({ code, name }) => h('li', {},
      h('button', { class: 'link', 'data-key': `missing-${code}`, 'data-service': code, onclick: () => context.store.set({ service: code, minutes: null, selection: null }) }, name)))),
    h('p', { class: 'note' }, context.t('patchNote')),
  ];
}

/** @param {Context} context @param {Record<string, any>} patch */
function worstText(context, patch) {
  return patch.worst_m === null ? context.t('patchNoWorst') : `${context.metres(patch.worst_m)} · ${context.duration(patch.worst_s)}`;
}

/** From a hectare on in hectares. @param {Context} context @param {number} m2 */
function areaText(context, m2) {
  return m2 >= 10_000 ? context.t('hectares', { n: (m2 / 10_000).toFixed(1) }) : context.t('squareMetres', { n: count(m2) });
}

/** Services by name, in the pack's order. @param {Context} context @param {string|null} codes */
function missing(context, codes) {
  const wanted = new Set((codes ?? '').split(';'));
  return context.session.workspace.services.filter(({ code }) => wanted.has(code)).map(({ code, name }) => ({ code, name: context.name(name) }));
}
