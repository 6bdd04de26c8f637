/** @import { Context } from '../../context.js' */
/** @import { Plan } from '../../siting/types.js' */
import { h } from '../../dom.js';
import { count, exactPercent, percent, signed } from '../../format.js';
import { figure } from '../../provenance/figure.js';
import { gained, newlyCovered, proofOf, typologies } from '../../siting/figures.js';
import { facts } from '../detail.js';
import { money } from './money.js';
import { gapText, valueText } from './runFigure.js';

/** What is proved. @param {Context} context @param {Plan} plan */
export function proofTag(context, plan) {
  const proof = proofOf(plan);
  const kind = proof === 'optimal' ? 'is-covered' : proof === 'within' ? 'is-secondary' : proof === 'stopped' ? 'is-unverified' : 'is-outside';
  return h('span', { class: `tag ${kind}`, id: 'siting-proof', 'data-proof': proof, title: context.t(context.session.siting.isLeastCost ? 'proofTipCost' : 'proofTip', { n: valueText(context, plan.objective), bound: valueText(context, plan.bound) }) }, context.t(`proof_${proof}`, { gap: gapText(plan.gap) }));
}

/** The figure to be read first, what it costs, and how it is proved. @param {Context} context @param {Plan} plan */
export function planHead(context, plan) {
  const { siting, store } = { siting: context.session.siting, store: context.store };
  if (plan.sites.length === 0) return noPlan(context, plan);
  const people = newlyCovered(plan.services);
  const { complex, infill } = typologies(plan.sites);
  const ids = new Set(plan.sites.map(({ id }) => id));
  const isAccepted = (store.state.changes?.add ?? []).some(({ from }) => from && ids.has(from));
  return h('div', { class: 'siting-head' },
    h('p', { class: 'big' }, figure(context, 'planPeople', signed(people), { id: 'siting-people', title: String(people), values: coveredBy(context, plan) }), h('span', { class: 'second' }, context.t('planPeople'))),
    h('p', { class: 'words' }, proofTag(context, plan), ' ', context.t('planFound', { n: ((siting.steps.at(-1)?.ms ?? 0) / 1000).toFixed(1) })),
    facts([
      [context.t('planCost'), figure(context, 'planCost', plan.budget_cny === null ? money(context, plan.cost_cny) : context.t('planCostOf', { cost: money(context, plan.cost_cny), budget: money(context, plan.budget_cny) }), { id: 'siting-cost' }), String(plan.cost_cny)],
      [context.t('planSites'), context.t('planSitesAre', { n: plan.sites.length, complex, infill }), context.t('typologyTip')],
      [context.t('planObjective'), siting.isLeastCost ? null : figure(context, 'planObjective', count(plan.objective), { id: 'siting-objective', title: String(plan.objective), values: { found: count(plan.objective), bound: plan.bound === null ? '–' : count(plan.bound) } }), context.t('planObjectiveTip')],
    ]),
    h('p', { class: 'buttons' }, h('button', { class: 'primary', id: 'siting-accept', 'data-key': 'siting-accept', onclick: () => siting.accept() }, context.t(isAccepted ? 'planAcceptAgain' : 'planAccept')),
      isAccepted && h('button', { id: 'siting-unaccept', 'data-key': 'siting-unaccept', onclick: () => context.session.scenario.undo() }, context.t('planPutAside'))),
    warnings(context));
}

/** Covered people of all services, before and after. @param {Context} context @param {Plan} plan */
function coveredBy(context, plan) {
  const sum = (/** @type {'covered_before'|'covered_after'} */ column) => plan.services.reduce((total, row) => total + row[column], 0);
  return { before: context.people(sum('covered_before')), after: context.people(sum('covered_after')), gain: signed(sum('covered_after') - sum('covered_before')) };
}

/** What a reader of the plan should know. @param {Context} context */
function warnings(context) {
  const said = context.session.siting.result?.warnings ?? [];
  return said.length > 0 && h('details', { class: 'siting-warnings' }, h('summary', {}, h('span', { class: 'tag is-unverified' }, context.t('planWarnings', { n: said.length }))), h('ul', {}, ...said.map((warning) => h('li', { class: 'note' }, context.name(warning)))));
}

/** @param {Context} context @param {Plan} plan */
function noPlan(context, plan) {
  return h('div', { class: 'siting-head' }, h('p', { class: 'words' }, proofTag(context, plan)), plan.problem && h('p', { class: 'note is-warning', id: 'siting-problem' }, context.name(plan.problem)),
    plan.repairs.length > 0 && h('div', {}, h('h3', {}, context.t('planRepairs')), h('ul', { id: 'siting-repairs' }, ...plan.repairs.map((repair) => h('li', {}, context.name(repair))))));
}

/** What moving sites by hand loses. @param {Context} context */
export function lossNote(context) {
  const { siting } = context.session;
  if (siting.moved.size === 0) return null;
  const { evaluation } = siting.moves;
  const unlinked = evaluation?.links.filter(({ linked }) => !linked) ?? [];
  return h('div', { class: 'note is-warning siting-loss', id: 'siting-loss', role: 'status' },
    h('span', {}, evaluation ? lossWords(context, evaluation.loss, evaluation.gain_in_place) : context.t('computing')), unlinked.length > 0 && h('span', {}, context.t('siteUnlinked')),
    h('button', { 'data-key': 'siting-back', id: 'siting-back', onclick: () => siting.moves.clear() }, context.t('lossBack')));
}

/** @param {Context} context @param {number} loss @param {number} of */
export function lossWords(context, loss, of) {
  const share = of > 0 ? exactPercent(Math.abs(loss) / of) : '–';
  return h('strong', { 'data-loss': String(loss), title: String(loss) }, loss < 0 ? context.t('lossNegative', { n: count(-loss), share }) : context.t('lossIs', { n: count(loss), share }));
}

/** Each service before and after. @param {Context} context @param {Plan} plan */
export function servicesTable(context, plan) {
  const heads = ['service', 'planBefore', 'planAfter', 'planNew', 'planRooms', 'floorArea'];
  return h('table', { class: 'siting-table', id: 'siting-by-service' }, h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col' }, context.t(key))))),
    h('tbody', {}, ...plan.services.map((row) => {
      const { service } = row;
      const share = (/** @type {number} */ covered) => (row.total > 0 ? covered / row.total : null);
      const isShown = service === context.session.service.code;
      return h('tr', { 'data-service': service, class: isShown ? 'is-picked' : '' },
        h('th', { scope: 'row' }, h('button', { class: 'link', 'data-key': `siting-service-${service}`, title: context.t('planShowService'), onclick: () => context.store.set({ service, group: null, minutes: null }) }, context.serviceNames(service))),
        h('td', { title: `${row.covered_before} / ${row.total}` }, percent(share(row.covered_before))), h('td', { title: `${row.covered_after} / ${row.total}` }, percent(share(row.covered_after))),
        h('td', { class: 'is-better', title: String(gained(row)) }, signed(gained(row))), h('td', {}, count(row.rooms)), h('td', {}, context.t('squareMetres', { n: count(row.area_m2) })));
    })));
}
