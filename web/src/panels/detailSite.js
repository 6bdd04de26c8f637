/** @import { Context } from '../context.js' */
/** @import { GapRow, WhatIf } from '../types.js' */
import { h, setBar } from '../dom.js';
import { changesByArea, districtRow } from '../gaps.js';
import { count, percent, signed } from '../format.js';
import { figure } from '../provenance/figure.js';
import { gainOf } from '../trial.js';
import { idleFacts, permitWarning } from './detailPlace.js';
import { facts } from './detail.js';
import { reachSection } from './reachSection.js';

/** @param {Context} context @param {{lon: number, lat: number, idle: string|null}} site @param {import('./detail.js').DetailActions} actions @returns {import('../dom.js').Child[]} */
export function siteDetail(context, site, actions) {
  const { whatIf } = context.session.trial;
  const space = site.idle === null ? null : context.find('idle_spaces', site.idle);
  return [
    h('h2', {}, context.t('siteTitle', { service: context.serviceName() })), space && h('p', { class: 'words' }, context.idleName(space)),
    ...(whatIf ? outcome(context, whatIf) : context.session.problems.has('what-if') ? [] : [h('div', { class: 'skeleton is-big' }), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' })]),
    space && permitWarning(context, space.properties.permitted_services),
    h('p', { class: 'note' }, context.t('siteHint')),
    whatIf && whatIf.links[0]?.linked !== false && h('p', {}, h('button', { class: 'primary', id: 'keep-site', 'data-key': 'keep-site', onclick: () => keep(context, site) }, context.t('keepSite'))),
    h('p', {}, h('button', { 'data-key': 'remove', onclick: () => context.select(null) }, context.t('removeSite'))),
    ...reachSection(context, actions.zoomToBuilding), ...(whatIf ? byArea(context, whatIf) : []), space && site.idle !== null && idleFacts(context, site.idle),
  ];
}

/** The site becomes a place of the scenario, for the service that is shown. @param {Context} context @param {{lon: number, lat: number, idle: string|null}} site */
function keep(context, { lon, lat, idle }) {
  const { session } = context;
  const before = session.scenario.changes.add?.find(({ from }) => from && from === idle)?.services ?? [];
  session.scenario.apply({ add: [{ lon, lat, services: [...new Set([...before, session.service.code])], from: idle }] });
  context.select(null);
}

/** @param {Context} context @param {WhatIf} whatIf */
function outcome(context, whatIf) {
  const { session } = context;
  const link = whatIf.links[0];
  if (link && !link.linked) return [h('p', { class: 'note is-warning' }, context.t('siteUnlinked'))];
  const gain = gainOf(whatIf, session.group, session.service.group) - session.scenario.gain(session.group);
  const row = session.coverage && districtRow(session.coverage.gaps, session.group);
  const before = row ? row.covered + session.scenario.gain(session.group) : null;
  // What the accepted plan covers is not the site's doing.
  const plan = session.scenario.whatIf?.newly_covered ?? { people: 0, buildings: 0, dwellings: 0 };
  const [people, buildings, dwellings] = /** @type {const} */ (['people', 'buildings', 'dwellings']).map((what) => whatIf.newly_covered[what] - plan[what]);
  return [
    h('p', { class: 'big' }, figure(context, 'siteGain', signed(gain), { id: 'site-gain', class: gain > 0 ? 'is-better' : '', title: String(gain), values: before === null ? {} : { before: context.people(before), after: context.people(before + gain), gain: signed(gain) } }), h('span', { class: 'second' }, context.t('siteGain', { group: context.groupName(session.group) }))),
    people === 0 && h('p', { class: 'note' }, context.t('siteNone')),
    facts([
      [context.t('siteGainAll'), h('span', { id: 'site-gain-all', title: String(people) }, context.people(people))], [context.t('siteBuildings'), count(buildings)],
      [context.t('siteDwellings'), dwellings > 0 ? count(dwellings) : null], [context.t('limit'), context.limitText(session.limit)],
      [context.t('offNetwork'), link && link.off_network_m !== null ? context.t('siteOffNetwork', { value: context.metres(link.off_network_m) }) : null],
    ]),
    h('p', { class: 'note' }, context.t('siteCorridor')),
  ];
}

/** @param {Context} context @param {WhatIf} whatIf */
function byArea(context, whatIf) {
  const { group } = context.session;
  /** @param {GapRow} row */
  const change = (row) => row.covered - (row.covered_before ?? row.covered);
  const rows = [...changesByArea(whatIf, group).values()].filter((row) => row.level === 'community' && change(row) !== 0)
    .sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.code < b.code ? -1 : 1));
  if (rows.length === 0) return [];
  return [h('h3', {}, context.t('siteByArea')), context.session.scenario.whatIf && h('p', { class: 'note' }, context.t('scenarioBeneath')), h('div', { class: 'group-bars' }, ...rows.map((row) => areaChange(context, row, change(row))))];
}

/** @param {Context} context @param {GapRow} row @param {number} change people newly covered */
function areaChange(context, row, change) {
  const [ghost, now] = [h('i', { class: 'ghost' }), h('i', { class: 'now' })];
  const before = row.uncovered + change;
  setBar(ghost, before / row.total);
  setBar(now, row.uncovered / row.total);
  const title = `${context.t('siteBefore', { before: context.people(before), after: context.people(row.uncovered) })} (${percent(row.uncovered / row.total)})`;
  return h('button', { class: 'group-bar', title, 'data-key': `change-${row.code}`, 'data-code': row.code, onclick: () => context.select({ kind: 'area', level: row.level, code: row.code }) },
    h('span', { class: 'name' }, context.areaName(row)), h('span', { class: 'bar' }, ghost, now), h('span', { class: change > 0 ? 'figure delta is-better' : 'figure delta is-worse' }, signed(-change)));
}
