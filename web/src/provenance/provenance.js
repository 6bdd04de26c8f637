/** @import { Context } from '../context.js' */
import { exportUrl } from '../api.js';
import { h } from '../dom.js';
import { count, date } from '../format.js';
import { facts } from '../panels/detail.js';
import { countOf } from '../scenario/changes.js';
import { FIGURES } from './figures.js';

const SHORT = 12;

/**
 * How a figure was computed: what it means, the sum, the rule with its clause, the data, and where its rows are.
 * @param {Context} context @param {string} key of FIGURES @param {string} figure as it is shown; empty where many are meant @param {Record<string, string>} values of the sum
 * @param {(table: string) => void} openTable @returns {import('../dom.js').Child[]}
 */
export function provenance(context, key, figure, values, openTable) {
  const { session } = context;
  const kind = FIGURES[key];
  const { rule_pack: used } = session.workspace;
  const pack = `${context.name(used.name)} ${used.edition}`;
  return [
    figure !== '' && h('p', { class: 'big', id: 'how-figure' }, h('strong', {}, figure)),
    h('p', { id: 'how-means' }, context.t(kind.means)),
    kind.sum !== null && Object.keys(values).length > 0 && h('p', { class: 'how-sum', id: 'how-sum' }, context.t(kind.sum, values)),
    kind.isWalk && h('p', { class: 'note' }, context.t('defCovered'), ' ', context.t('defOutside')),
    h('p', { class: 'note' }, context.t('defPeople')),
    facts([...(kind.isWalk ? rule(context) : []), [context.t('howPack'), pack], ...data(context, kind.layers)]),
    kind.table !== null && session.results.has(kind.table) && h('p', {}, h('button', { class: 'link', id: 'how-rows', onclick: () => openTable(kind.table ?? '') }, context.t('howRows')), ' ',
      h('a', { href: exportUrl(kind.table, 'csv'), download: `${kind.table}.csv` }, `${kind.table}.csv`)),
    kind.table === 'gap_table' && isOther(context) && h('p', { class: 'note is-warning' }, context.t('howOther', { pack })),
  ];
}

/** The tables hold what the rules say of the district as it is. @param {Context} context */
const isOther = ({ session }) => session.store.state.minutes !== null || countOf(session.scenario.changes) > 0;

/** @param {Context} context @returns {[string, import('../dom.js').Child][]} */
function rule(context) {
  const { service, limit, group, workspace } = context.session;
  const profile = workspace.profiles.find(({ code }) => code === service.profile);
  const tag = service.verification === 'unverified' || service.verification === 'secondary'
    ? h('span', { class: `tag is-${service.verification}`, title: context.t(`verificationTip_${service.verification}`) }, context.t(service.verification)) : '';
  return [
    [context.t('countedRule'), h('span', {}, `${context.serviceName()} · ${context.ruleLimitText()} `, tag)],
    [context.t('countedSource'), context.name(service.source)],
    [context.t('limit'), context.limitText(limit)],
    [context.t('countedTotal', { group: context.groupName(group) }), people(context, group)],
    [context.t('howSpeed'), profile ? context.t('speedNote', { speed: profile.speed_m_per_s, profile: context.name(profile.name) }) : null],
  ];
}

/** @param {Context} context @param {string} code */
function people(context, code) {
  const group = context.session.workspace.groups.find((candidate) => candidate.code === code);
  return group ? context.people(group.people) : null;
}

/** @param {Context} context @param {string[]} names @returns {[string, import('../dom.js').Child][]} */
function data(context, names) {
  const { session } = context;
  const { workspace } = session;
  const layers = workspace.layers.filter(({ name, count: rows }) => names.includes(name) && (rows ?? 0) > 0).map(({ title, count: rows }) => `${context.name(title)} ${count(rows ?? 0)}`);
  const latest = workspace.imports.map(({ imported_at }) => imported_at).sort().at(-1);
  const changes = countOf(session.scenario.changes);
  return [
    [context.t('howData'), layers.join(context.lang === 'zh' ? '、' : ', ')],
    [context.t('howImported'), latest ? date(latest, context.lang) : null],
    [context.t('howEstimated'), workspace.population_estimated_share ? context.t('estimated', { share: `${Math.round(workspace.population_estimated_share * 100)} %` }) : null],
    [context.t('howScenario'), changes > 0 ? context.t('howChanges', { n: changes }) : null],
    [context.t('howFingerprint'), h('span', { title: workspace.fingerprint }, workspace.fingerprint.slice(0, SHORT))],
    [context.t('howSynthetic'), workspace.synthetic ? context.t('synthetic') : null],
  ];
}
