/** @import { Context } from '../context.js' */
import { h, setBar } from '../dom.js';
import { count, exactPercent, percent } from '../format.js';
import { findRow } from '../gaps.js';
import { figure, how } from '../provenance/figure.js';
import { idOf } from '../trial.js';
import { communityCard } from './communityCard.js';

/**
 * @param {Context} context @param {{level: string, code: string}} area
 * @param {{place: (at: {lon: number, lat: number}, idle: string|null) => void, zoomTo: () => void}} actions
 * @returns {import('../dom.js').Child[]}
 */
export function areaDetail(context, area, actions) {
  const { coverage, group } = context.session;
  const feature = context.findArea(area.level, area.code);
  const row = coverage && findRow(coverage.gaps, area.level, area.code, group);
  const name = context.areaName(row ?? feature?.properties ?? { code: area.code });
  return [
    h('h2', {}, name),
    row && row.total > 0 && h('p', { class: 'big' }, figure(context, 'area', percent(row.uncovered / row.total), { id: 'area-share', title: exactPercent(row.uncovered / row.total), values: { outside: context.people(row.uncovered), total: context.people(row.total), share: exactPercent(row.uncovered / row.total) } }),
      h('span', { class: 'second' }, context.t('areaOut', { n: context.people(row.uncovered) }))),
    row && row.total > 0 && h('p', { class: 'words' }, context.t('headline', { group: context.within(context.groupName(group)), service: context.within(context.serviceName()), limit: context.limitText(context.session.limit) })),
    feature && h('p', {}, h('button', { class: 'link', 'data-key': 'zoom', onclick: actions.zoomTo }, context.t('zoomTo'))),
    h('h3', {}, context.t('areaGroups'), ' ', how(context, 'groups')), groupBars(context, area), ...communityCard(context, area), ...idleHere(context, area, actions),
  ];
}

/** @param {Context} context @param {{level: string, code: string}} area */
function groupBars(context, area) {
  const { coverage, workspace } = context.session;
  return h('div', { class: 'group-bars' }, ...workspace.groups.map((group) => {
    const row = coverage && findRow(coverage.gaps, area.level, area.code, group.code);
    if (!row || row.total === 0) return null;
    const bar = h('i', { class: 'now' });
    setBar(bar, row.uncovered / row.total);
    return h('div', { class: 'group-bar', title: context.t('gapRowTip', { name: context.name(group.name), out: context.people(row.uncovered), total: context.people(row.total), share: exactPercent(row.uncovered / row.total) }) },
      h('span', { class: 'name' }, context.name(group.name)), h('span', { class: 'bar' }, bar), h('span', { class: 'figure' }, percent(row.uncovered / row.total)));
  }));
}

/** The idle spaces of the area: where a remedy could stand. @param {Context} context @param {{level: string, code: string}} area @param {{place: (at: {lon: number, lat: number}, idle: string|null) => void}} actions */
function idleHere(context, area, actions) {
  const inArea = (/** @type {string|undefined} */ code) => code === area.code || (area.level === 'subdistrict' && context.find('boundaries', code ?? '')?.properties.parent_code === area.code);
  const spaces = (context.session.features.idle_spaces ?? []).filter((space) => space.geometry && inArea(space.properties.community_code));
  if (area.level === 'compound') return [];
  return [
    h('h3', {}, context.t('areaIdle')), spaces.length === 0 && h('p', { class: 'note' }, context.t('areaIdleNone')),
    h('div', { class: 'idle-list' }, ...spaces.map((space) => {
      const [lon, lat] = space.geometry?.coordinates;
      return h('button', { class: 'idle', 'data-key': `idle-${idOf(space)}`, title: context.t('placeHere', { service: context.serviceName() }), onclick: () => actions.place({ lon, lat }, idOf(space)) },
        h('span', { class: 'name' }, context.idleName(space)), typeof space.properties.floor_area_m2 === 'number' && h('span', { class: 'quiet' }, context.t('squareMetres', { n: count(space.properties.floor_area_m2) })));
    })),
  ];
}
