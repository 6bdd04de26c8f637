/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
import { h } from '../dom.js';
import { count, percent } from '../format.js';
import { cellText } from './resultCell.js';

const ASKED_FOR = 5;

/**
 * What an area has, lacks and asks for, by the pack in use: the figures of the result tables, and a way to all of their rows.
 * @param {Context} context @param {{level: string, code: string}} area @returns {import('../dom.js').Child[]}
 */
export function communityCard(context, { level, code }) {
  if (level === 'compound') return [];
  const { results } = context.session;
  const of = (/** @type {string} */ layer, /** @type {Record<string, string>} */ more = {}) => (results.has(layer) ? results.rows(layer, { level, code, ...more }) : []);
  const [indicators, needs, capacity] = [of('indicators', { official: 'true' }), of('needs'), of('capacity_split')];
  const demand = level === 'community' ? of('demand_list', { need_kind: 'common' }) : [];
  if ([indicators, needs, capacity, demand].includes(null)) return [h('p', { class: 'note', role: 'status' }, context.t('resultsAsking'))];
  return [
    ...part(context, 'needs', 'cardNeeds', needs, needRow, ['col_rule', 'cardNeed', 'cardHave', 'cardGap']),
    ...part(context, 'indicators', 'cardIndicators', indicators, indicatorRow, ['col_service', 'cardNetwork', 'cardCircle', 'col_verification']),
    ...part(context, 'capacity_split', 'cardCapacity', capacity?.filter(({ properties }) => properties.served !== null) ?? [], capacityRow, ['col_service', 'cardServed', 'cardFull', 'cardOut']),
    ...part(context, 'demand_list', 'cardDemand', mostWanted(demand ?? []), demandRow, ['col_service', 'cardWanted', 'cardMargin']),
  ];
}

/** @param {Feature[]} rows */
const mostWanted = (rows) => [...rows].sort((a, b) => b.properties.demand_people - a.properties.demand_people).slice(0, ASKED_FOR);

/**
 * @param {Context} context @param {string} layer @param {string} title @param {Feature[]|null} rows
 * @param {(context: Context, row: Feature) => import('../dom.js').Child[]} cells @param {string[]} heads
 */
function part(context, layer, title, rows, cells, heads) {
  if (!rows || rows.length === 0) return [];
  return [
    h('h3', {}, context.t(title), ' ', h('button', { class: 'link', 'data-key': `card-${layer}`, onclick: () => context.store.set({ panel: 'results', table: layer }) }, context.t('cardAll'))),
    h('table', { class: 'card-table', id: `card-${layer}` }, h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col' }, context.t(key))))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...cells(context, row).map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cell) : cell instanceof HTMLTableCellElement ? cell : h('td', {}, cell))))))),
  ];
}

/** @param {Context} context @param {Feature} row */
function needRow(context, row) {
  const { properties } = row;
  const unit = context.t(`unit_${properties.unit}`);
  const figure = (/** @type {number|null} */ value) => (value === null ? '–' : `${count(value)} ${unit}`);
  const isShort = (properties.shortfall ?? 0) > 0;
  const name = h('span', { title: String(properties[`source_${context.lang}`] ?? '') }, cellText(context, row, `rule_name_${context.lang}`, 'text'), ' ', h('span', { class: 'quiet' }, `≥ ${count(properties.value)}`));
  return [name, figure(properties.required), figure(properties.have),
    h('td', { class: isShort ? 'is-short' : '' }, figure(properties.shortfall))];
}

/** @param {Context} context @param {Feature} row */
function indicatorRow(context, row) {
  const { share, verdict, circle_excess_people: excess } = row.properties;
  return [cellText(context, row, 'service', 'service'), h('td', { class: verdict === 'not_met' ? 'is-short' : '' }, percent(share)),
    excess === null || excess === undefined ? '–' : h('td', { title: context.t('cardCircleTip') }, `${excess > 0 ? '+' : ''}${count(excess)}`), cellText(context, row, 'verification', 'mark')];
}

/** @param {Context} context @param {Feature} row */
function capacityRow(context, row) {
  const { served, no_capacity: full, out_of_reach: out } = row.properties;
  return [cellText(context, row, 'service', 'service'), count(served), h('td', { class: full > 0 ? 'is-short' : '' }, count(full)), count(out)];
}

/** @param {Context} context @param {Feature} row */
function demandRow(context, row) {
  const { demand_people: people, margin } = row.properties;
  return [cellText(context, row, 'service', 'service'), count(people), margin === null || margin === undefined ? '–' : `± ${percent(margin)}`];
}
