/** @import { Context } from '../../context.js' */
/** @import { Plan, Site } from '../../siting/types.js' */
import { h } from '../../dom.js';
import { count } from '../../format.js';
import { sortedSites } from '../../siting/figures.js';
import { facts } from '../detail.js';
import { lockButtons } from './lockList.js';
import { money } from './money.js';

const ORDERS = /** @type {const} */ (['id', 'marginal_gain', 'alone_gain', 'cost_cny', 'year']);

/** Symbol and name of what a site becomes; the same symbol is on the map. @param {Context} context @param {Site} site */
export function typologyTag(context, { typology }) {
  return h('span', { class: 'siting-typology' }, h('span', { class: `sym sym-plan is-${typology}` }), context.t(`typology_${typology}`));
}

/** @param {Context} context @param {{id: string, name: string|null}} site */
export const siteName = (context, { id, name }) => name || context.idleName(context.find('idle_spaces', id) ?? { type: 'Feature', properties: {}, geometry: null });

/** The chosen spaces. @param {Context} context @param {Plan} plan @param {{order: typeof ORDERS[number], sort: (order: typeof ORDERS[number]) => void, pick: (id: string) => void, picked: string|null}} how */
export function sitesTable(context, plan, { order, sort, pick, picked }) {
  const hasYears = plan.sites.some(({ year }) => year > 1);
  /** @type {[string, typeof ORDERS[number]|null, string|null][]} text, order, tip */
  const heads = [['planSpace', 'id', null], ['planRoomsOf', null, null], ['planMarginal', 'marginal_gain', 'planMarginalTip'], ['planAlone', 'alone_gain', 'planAloneTip'], ['planCost', 'cost_cny', null], ...(hasYears ? [/** @type {[string, 'year', null]} */ (['planYear', 'year', null])] : [])];
  return h('table', { class: 'siting-table is-sites', id: 'siting-sites' },
    h('thead', {}, h('tr', {}, ...heads.map(([key, column, tip]) => h('th', { scope: 'col', class: key === 'planRoomsOf' ? 'is-text' : '', title: tip ? context.t(tip) : null, 'aria-sort': column === order ? (order === 'id' || order === 'year' ? 'ascending' : 'descending') : null },
      column ? h('button', { class: 'link', 'data-key': `siting-sort-${column}`, onclick: () => sort(column) }, context.t(key), column === order ? ' ↓' : '') : context.t(key))))),
    h('tbody', {}, ...sortedSites(plan.sites, order).map((site) => h('tr', { 'data-site': site.id, class: picked === site.id ? 'is-picked' : '' },
      h('th', { scope: 'row' }, h('button', { class: 'link', 'data-key': `siting-site-${site.id}`, onclick: () => pick(site.id) }, siteName(context, site)), typologyTag(context, site), site.is_required && h('span', { class: 'tag' }, context.t('lock_must'))),
      h('td', { class: 'is-text' }, site.rooms.map(({ service }) => context.serviceNames(service)).join(context.lang === 'zh' ? '、' : ', '), h('span', { class: 'quiet' }, context.t('planAreaOf', { used: count(site.used_area_m2), area: count(site.floor_area_m2) }))),
      h('td', { title: String(site.marginal_gain) }, count(site.marginal_gain)), h('td', { title: String(site.alone_gain) }, count(site.alone_gain)), h('td', { title: String(site.cost_cny) }, money(context, site.cost_cny)), hasYears && h('td', {}, String(site.year))))));
}

/** The space that is picked, in the plan or not: what it becomes, why, and whether it must be. @param {Context} context @param {string} id @param {() => void} close */
export function pickedCard(context, id, close) {
  const { siting } = context.session;
  const site = siting.plan?.sites.find((candidate) => candidate.id === id);
  const left = siting.plan?.not_chosen.find((candidate) => candidate.id === id);
  const reserve = siting.plan?.reserve.find((candidate) => candidate.id === id);
  const { floor_area_m2: area, cost_cny: cost, permitted_services: permitted } = context.find('idle_spaces', id)?.properties ?? {};
  return h('section', { class: 'siting-card', id: 'siting-card', 'data-space': id, 'aria-label': context.t('planSpace') },
    h('div', { class: 'detail-head' }, h('h3', {}, siteName(context, site ?? left ?? { id, name: null }), ' ', h('span', { class: 'quiet' }, id)),
      h('button', { class: 'close', 'data-key': 'siting-card-close', 'aria-label': context.t('close'), onclick: close }, '×')),
    h('div', { class: 'siting-card-lock' }, h('span', { class: 'quiet' }, context.t('sitingLock')), lockButtons(context, id, 'card')),
    site && chosen(context, site),
    left && h('p', { class: 'words', id: 'siting-why' }, context.name(left.reason)),
    reserve && h('p', { class: 'note' }, context.t('planReserveIs', { n: count(reserve.gain), cost: money(context, reserve.cost_cny) })),
    !site && facts([[context.t('floorArea'), typeof area === 'number' ? context.t('squareMetres', { n: count(area) }) : null], [context.t('cost'), typeof cost === 'number' ? money(context, cost) : null], [context.t('permitted'), context.serviceNames(permitted)]]));
}

/** @param {Context} context @param {Site} site */
function chosen(context, site) {
  const hasPlaces = site.rooms.some((room) => room.capacity_people !== null);
  const heads = ['planRoom', 'floorArea', 'planCost', ...(hasPlaces ? ['planPlaces'] : []), 'planNew', 'planMarginal', 'planAlone'];
  return h('div', {}, h('p', { class: 'words' }, typologyTag(context, site), ' ', ...site.reasons.map((reason) => h('span', { class: 'line quiet' }, context.name(reason)))),
    h('table', { class: 'siting-table', id: 'siting-rooms' }, h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col' }, context.t(key))))),
      h('tbody', {}, ...site.rooms.map((room) => h('tr', { 'data-service': room.service }, h('th', { scope: 'row' }, context.serviceNames(room.service)), h('td', {}, context.t('squareMetres', { n: count(room.area_m2) })), h('td', {}, money(context, room.cost_cny)),
        hasPlaces && h('td', {}, room.capacity_people === null ? '–' : count(room.capacity_people)), h('td', {}, count(room.new_people)), h('td', { title: String(room.marginal_gain) }, count(room.marginal_gain)), h('td', { title: String(room.alone_gain) }, count(room.alone_gain)))))),
    h('p', { class: 'note' }, context.t('planDrag')));
}
