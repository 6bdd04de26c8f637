/** @import { Context } from '../../context.js' */
/** @import { Plan } from '../../siting/types.js' */
import { h } from '../../dom.js';
import { count } from '../../format.js';
import { money } from './money.js';
import { siteName } from './sitesTable.js';

/** What else could be: other plans that lose little, what comes later, and why the rest was left out. @param {Context} context @param {Plan} plan @param {(id: string) => void} pick */
export function othersPart(context, plan, pick) {
  return [alternative(context, plan, pick), swaps(context, plan, pick), reserve(context, plan, pick), notChosen(context, plan, pick)];
}

/** @param {Context} context @param {string} id @param {(id: string) => void} pick @param {string} where */
function link(context, id, pick, where) {
  return h('button', { class: 'link', 'data-key': `siting-${where}-${id}`, onclick: () => pick(id) }, siteName(context, { id, name: null }));
}

/** @param {Context} context @param {Plan} plan @param {(id: string) => void} pick */
function alternative(context, plan, pick) {
  const other = plan.alternative;
  if (!other) return h('p', { class: 'note' }, context.t('otherNone'));
  const here = new Set(plan.sites.map(({ id }) => id));
  const [out, into] = [[...here].filter((id) => !other.sites.includes(id)), other.sites.filter((id) => !here.has(id))];
  const names = (/** @type {string[]} */ ids) => ids.flatMap((id, i) => [i > 0 ? ', ' : null, link(context, id, pick, 'other')]);
  return h('section', { id: 'siting-alternative' }, h('h3', {}, context.t('otherTitle')), h('p', { class: 'words' }, context.t(other.is_proved ? 'otherProved' : 'otherFound', { n: count(other.loss) })),
    out.length > 0 && h('p', { class: 'note' }, `${context.t('otherOut')}: `, ...names(out)), into.length > 0 && h('p', { class: 'note' }, `${context.t('otherIn')}: `, ...names(into)));
}

/** @param {Context} context @param {Plan} plan @param {(id: string) => void} pick */
function swaps(context, plan, pick) {
  if (plan.swaps.length === 0) return null;
  return h('section', {}, h('h3', {}, context.t('swapsTitle')), h('table', { class: 'siting-table', id: 'siting-swaps' },
    h('thead', {}, h('tr', {}, ...['otherOut', 'otherIn', 'swapsLoss', 'frontTake'].map((key) => h('th', { scope: 'col', class: key === 'otherIn' ? 'is-text' : '' }, context.t(key))))),
    h('tbody', {}, ...plan.swaps.map((swap) => h('tr', {}, h('th', { scope: 'row' }, link(context, swap.out, pick, 'out')), h('td', { class: 'is-text' }, link(context, swap.in, pick, 'in')), h('td', { title: String(swap.loss) }, count(swap.loss)), h('td', {}, h('button', { class: 'link', 'data-key': `siting-swap-${swap.out}-${swap.in}`, title: context.t('swapsTip'), onclick: () => context.session.siting.exchange(swap.out, swap.in) }, context.t('swapsTake'))))))));
}

/** @param {Context} context @param {Plan} plan @param {(id: string) => void} pick */
function reserve(context, plan, pick) {
  if (plan.reserve.length === 0) return null;
  return h('section', {}, h('h3', { title: context.t('reserveTip') }, context.t('reserveTitle')), h('table', { class: 'siting-table', id: 'siting-reserve' },
    h('thead', {}, h('tr', {}, ...['planSpace', 'planRoomsOf', 'reserveGain', 'planCost'].map((key) => h('th', { scope: 'col', class: key === 'planRoomsOf' ? 'is-text' : '' }, context.t(key))))),
    h('tbody', {}, ...plan.reserve.map((row) => h('tr', {}, h('th', { scope: 'row' }, link(context, row.id, pick, 'reserve')), h('td', { class: 'is-text' }, context.serviceNames(row.services.join(';'))), h('td', { title: String(row.gain) }, count(row.gain)), h('td', {}, money(context, row.cost_cny)))))));
}

/** @param {Context} context @param {Plan} plan @param {(id: string) => void} pick */
function notChosen(context, plan, pick) {
  return h('section', {}, h('h3', {}, context.t('leftTitle', { n: plan.not_chosen.length })), h('ul', { class: 'siting-left', id: 'siting-left' }, ...plan.not_chosen.map((row) => h('li', { 'data-space': row.id },
    link(context, row.id, pick, 'left'), h('span', { class: 'line', title: row.loss_if_forced === null ? null : String(-row.loss_if_forced) }, context.name(row.reason))))));
}
