/** @import { Context } from '../../context.js' */
/** @import { CommunityChange, Plan } from '../../siting/types.js' */
import { h, setBar } from '../../dom.js';
import { count, percent, signed } from '../../format.js';
import { byCommunity, gained, outside } from '../../siting/figures.js';

/** Communities before and after: the bar is who stays outside, its ghost who was. @param {Context} context @param {Plan} plan @param {{service: string|null, setService: (service: string|null) => void}} how */
export function areasPart(context, plan, { service, setService }) {
  const rows = byCommunity(plan.communities, service);
  const most = Math.max(1, ...rows.map((row) => row.total - row.covered_before));
  const select = h('select', { id: 'siting-area-service', 'data-key': 'siting-area-service', onchange: () => setService(select.value || null) },
    h('option', { value: '' }, context.t('areasAll')), ...plan.services.map((row) => h('option', { value: row.service, selected: row.service === service }, context.serviceNames(row.service))));
  return [h('div', { class: 'siting-field' }, h('label', { for: 'siting-area-service' }, context.t('service')), select),
    h('p', { class: 'note' }, context.t(service === null ? 'areasNoteAll' : 'areasNote')),
    h('table', { class: 'siting-table is-areas', id: 'siting-areas' }, h('thead', {}, h('tr', {}, ...['level_community', 'areasOutside', 'areasChange', 'planBefore', 'planAfter'].map((key) => h('th', { scope: 'col' }, context.t(key))))),
      h('tbody', {}, ...rows.map((row) => areaRow(context, row, most))))];
}

/** @param {Context} context @param {CommunityChange} row @param {number} most */
function areaRow(context, row, most) {
  const [ghost, now] = [h('i', { class: 'ghost' }), h('i', { class: 'now' })];
  const before = row.total - row.covered_before;
  setBar(ghost, before / most);
  setBar(now, outside(row) / most);
  const area = context.find('boundaries', row.code);
  const name = area ? context.areaName(area.properties) : context.areaName(row);
  return h('tr', { 'data-code': row.code }, h('th', { scope: 'row' }, h('button', { class: 'link', 'data-key': `siting-area-${row.code}`, onclick: () => context.select({ kind: 'area', level: 'community', code: row.code }) }, name), h('span', { class: 'bar', title: context.t('siteBefore', { before: context.people(before), after: context.people(outside(row)) }) }, ghost, now)),
    h('td', { title: String(outside(row)) }, count(outside(row))), h('td', { class: gained(row) > 0 ? 'is-better' : '', title: String(-gained(row)) }, gained(row) === 0 ? '–' : signed(-gained(row))),
    h('td', {}, percent(row.covered_before / row.total)), h('td', {}, percent(row.covered_after / row.total)));
}
