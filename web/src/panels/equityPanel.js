/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
import { Chart } from '../charts/chart.js';
import { lorenz } from '../charts/lorenz.js';
import { byGroup, leaning, worstFirst } from '../equity.js';
import { fill, h, setBar } from '../dom.js';
import { count, percent } from '../format.js';
import { figure } from '../provenance/figure.js';
import { facts } from './detail.js';

/** Who walks far to the chosen service, and how unevenly the walking falls. */
export class EquityPanel {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.chart = new Chart(context, 'lorenz');
    this.body = h('div', { class: 'side-scroll equity' });
    this.element = h('div', { class: 'side-part' }, this.body);
  }

  enter() {}

  leave() {
    this.chart.close();
  }

  render() {
    const { context } = this;
    const { session } = context;
    const { results, service, group } = session;
    if (!results.has('equity')) return fill(this.body, h('p', { class: 'note' }, context.t('resultsNone')));
    const district = results.rows('equity', { service: service.code, level: 'district' });
    const parts = results.rows('equity', { service: service.code, level: 'subdistrict', group });
    const points = results.rows('lorenz', { service: service.code, group });
    if (!district || !parts || !points) return fill(this.body, h('p', { class: 'note', role: 'status' }, context.t('resultsAsking')), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }));
    const own = district.find(({ properties }) => properties.group === group);
    fill(this.body,
      h('p', { class: 'words is-strong', id: 'equity-of' }, context.t('equityOf', { service: context.serviceName(), group: context.within(context.groupName(group)) })),
      h('p', { class: 'note' }, context.t('equityAbout', { limit: context.ruleLimitText() })),
      own && this.reason(own), own && this.curve(points, own), own && this.figures(own),
      h('h3', {}, context.t('equityGroups')), this.groups(byGroup(district, session.workspace.groups)),
      ...this.subdistricts(worstFirst(parts)),
      h('p', {}, h('button', { class: 'link', 'data-key': 'equity-table', onclick: () => context.store.set({ panel: 'results', table: 'equity' }) }, context.t('cardAll'))));
  }

  /** @param {Feature} row */
  reason({ properties: { reason } }) {
    const { context } = this;
    return reason && h('p', { class: 'note is-warning', id: 'equity-reason' }, ...String(reason).split(';').map((word) => h('span', { class: 'line' }, context.t(`equityReason_${word}`))));
  }

  /** The Lorenz curve with the Gini index. @param {Feature[]} points @param {Feature} row */
  curve(points, row) {
    const { context } = this;
    const shown = lorenz(context, points, row);
    if (!shown) return null;
    this.chart.show(shown);
    return h('div', { class: 'lorenz' }, h('p', { class: 'big' }, figure(context, 'equity', row.properties.gini.toFixed(2), { id: 'gini', title: String(row.properties.gini) }), h('span', { class: 'second' }, context.t('equityGini'))),
      this.chart.element, h('p', { class: 'note' }, context.t('equityGiniTip')));
  }

  /** @param {Feature} row */
  figures({ properties: p }) {
    const { context } = this;
    if (p.gini === null) return null;
    const minutes = (/** @type {number|null} */ value) => (value === null ? null : context.t('minutesShort', { n: value.toFixed(1) }));
    const number = (/** @type {number|null} */ value) => (value === null ? null : value.toFixed(3).replace('-', '−'));
    return facts([
      [context.t('equityMean'), minutes(p.mean_min), String(p.mean_min)], [context.t('equityWorst'), minutes(p.worst_decile_min), String(p.worst_decile_min)],
      [context.t('equityPalma'), p.palma === null ? null : p.palma.toFixed(2), context.t('equityPalmaTip')],
      [context.t('equityTheil'), p.theil === null ? null : context.t('equityTheilIs', { n: p.theil.toFixed(3), between: percent(p.theil > 0 ? p.theil_between / p.theil : null) }), context.t('equityTheilTip')],
      [context.t('equityConcentration'), p.concentration_index === null ? null : `${number(p.concentration_index)} · ${context.t(`equityLeaning_${leaning(p.concentration_index)}`)}`, context.t('equityConcentrationTip')],
      [context.t('equityOver'), percent(p.fgt0), context.t('equityFgtTip', { one: number(p.fgt1) ?? '–', two: number(p.fgt2) ?? '–' })],
      [context.t('equityUnreached'), p.unreached_people > 0 ? context.t('equityCap', { n: context.people(p.unreached_people), cap: minutes(p.cap_min) ?? '–' }) : null],
    ]);
  }

  /** A bar for each group: the whole is the worst-off tenth, the dark part the mean. @param {Feature[]} rows */
  groups(rows) {
    const { context } = this;
    const { group } = context.session;
    const most = Math.max(1, ...rows.map(({ properties }) => properties.worst_decile_min ?? 0));
    return h('div', { class: 'equity-bars', id: 'equity-groups' }, ...rows.map(({ properties: p }) => {
      const [worst, mean] = [h('i', { class: 'ghost' }), h('i', { class: 'now' })];
      setBar(worst, (p.worst_decile_min ?? 0) / most);
      setBar(mean, (p.mean_min ?? 0) / most);
      return h('button', { class: 'equity-bar', 'data-key': `equity-${p.group}`, 'data-group': p.group, 'aria-pressed': String(p.group === group), onclick: () => context.store.set({ group: p.group }) },
        h('span', { class: 'name' }, context.groupName(p.group)), h('span', { class: 'bar' }, worst, mean),
        h('span', { class: 'figure' }, p.worst_decile_min === null ? '–' : `${p.mean_min.toFixed(1)} / ${p.worst_decile_min.toFixed(1)}`));
    }), h('p', { class: 'note' }, context.t('equityBars')));
  }

  /** @param {Feature[]} rows */
  subdistricts(rows) {
    const { context } = this;
    if (rows.length < 2) return [];
    const heads = ['level_subdistrict', 'equityWorst', 'equityGini', 'equityOver'];
    return [h('h3', {}, context.t('equityParts')), h('table', { class: 'card-table', id: 'equity-parts' },
      h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col' }, context.t(key))))),
      h('tbody', {}, ...rows.map(({ properties: p }) => h('tr', { 'data-code': p.code },
        h('th', { scope: 'row' }, p.code === '' ? context.areaName(p) : h('button', { class: 'link', onclick: () => context.select({ kind: 'area', level: 'subdistrict', code: p.code }) }, this.nameOf(p))),
        h('td', { title: String(p.worst_decile_min) }, p.worst_decile_min === null ? '–' : p.worst_decile_min.toFixed(1)), h('td', { title: String(p.gini) }, p.gini === null ? '–' : p.gini.toFixed(2)),
        h('td', { title: count(p.people) }, percent(p.fgt0))))))];
  }

  /** The table has one name, boundaries have two. @param {Record<string, any>} row */
  nameOf(row) {
    return this.context.areaName(this.context.findArea('subdistrict', row.code)?.properties ?? row);
  }
}
