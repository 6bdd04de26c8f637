/** @import { Context } from '../../context.js' */
import { Chart } from '../../charts/chart.js';
import { pareto } from '../../charts/pareto.js';
import { fill, h } from '../../dom.js';
import { count } from '../../format.js';
import { wordsOf } from '../status.js';
import { areasPart } from './areas.js';
import { AskForm } from './askForm.js';
import { LockList } from './lockList.js';
import { othersPart } from './others.js';
import { paretoTable } from './paretoTable.js';
import { lossNote, planHead, servicesTable } from './planHead.js';
import { runFigure, runWords } from './runFigure.js';
import { pickedCard, sitesTable } from './sitesTable.js';

const TABS = /** @type {const} */ (['ask', 'plan', 'areas', 'others', 'front']);

/** Choosing sites: the question, the search as it goes, the plan and what to know about it, the front to pick from. */
export class SitingPanel {
  /** @param {Context} context @param {(id: string) => void} show on the map */
  constructor(context, show) {
    this.context = context;
    this.show = show;
    this.top = h('div', { class: 'siting-top' });
    this.figure = h('div', { class: 'siting-figure' });
    this.loss = h('div', { class: 'siting-loss-slot' });
    this.part = h('div', {});
    this.form = new AskForm(context);
    this.locks = new LockList(context, (id) => this.pick(id));
    this.body = h('div', { class: 'side-scroll siting' }, this.figure, this.part);
    this.foot = h('div', { class: 'side-foot' });
    this.chart = new Chart(context, 'pareto');
    this.said = h('span', { class: 'note', role: 'status' });
    this.element = h('div', { class: 'side-part' }, this.top, this.loss, this.body, this.foot);
    /** @type {typeof TABS[number]} */
    this.tab = 'ask';
    /** @type {Parameters<typeof sitesTable>[2]['order']} */
    this.order = 'marginal_gain';
    /** @type {string|null} */
    this.areaService = null;
    this.wasRunning = false;
    /** @type {string|null} */
    this.cardOf = null;
    /** @type {HTMLElement|null} */
    this.card = null;
    /** What each part was last made of. @type {Map<string, unknown[]>} */
    this.made = new Map();
  }

  get siting() {
    return this.context.session.siting;
  }

  enter() {
    this.context.session.changed('siting-open');
  }

  leave() {
    this.siting.picked = null;
    this.context.session.changed('siting-open');
  }

  /** @param {string} id */
  pick(id) {
    this.siting.pick(id);
    this.show(id);
  }

  /** @param {typeof TABS[number]} tab */
  open(tab) {
    this.tab = tab;
    this.body.scrollTop = 0;
    this.siting.areasShown = tab === 'areas';
    this.siting.session.changed('siting');
  }

  render() {
    const { siting } = this;
    if (siting.running && !this.wasRunning) this.tab = siting.running === 'plan' ? 'plan' : 'front';
    this.wasRunning = siting.running !== null;
    siting.areasShown = this.tab === 'areas';
    this.renderTop();
    this.renderProgress();
    this.renderLoss();
    this.renderPart();
    // A space that is picked on the map may be out of sight in the panel.
    if (siting.picked !== null && siting.picked !== this.cardOf) this.part.querySelector('#siting-card')?.scrollIntoView({ block: 'nearest' });
    this.cardOf = siting.picked;
  }

  /**
   * What is drawn anew between the press and the release of a button never gets the click: leaving a field that was changed is such a press. So
   * the controls are made anew only where they are others.
   * @param {string} part @param {unknown[]} of @returns {boolean}
   */
  isSame(part, ...of) {
    const before = this.made.get(part);
    this.made.set(part, of);
    return before !== undefined && of.every((value, i) => value === before[i]);
  }

  renderTop() {
    const { context } = this;
    if (this.isSame('top', context.lang, this.tab)) return;
    fill(this.top, h('div', { class: 'segments is-even siting-tabs', role: 'group', 'aria-label': context.t('sitingTitle') }, ...TABS.map((tab) => h('button', {
      class: 'segment', 'data-key': `siting-tab-${tab}`, 'data-tab': tab, 'aria-pressed': String(this.tab === tab), onclick: () => this.open(tab),
    }, context.t(`sitingTab_${tab}`)))));
  }

  /** The search as it goes; nothing else is touched, several times a second. */
  renderProgress() {
    const { context, siting } = this;
    const isShown = this.tab === 'plan' && (siting.running === 'plan' || (siting.plan?.sites.length ?? 0) > 0);
    fill(this.figure, siting.failure !== null && this.failure(), isShown && runFigure(context, siting.running === 'plan'));
    this.renderFoot();
  }

  renderFoot() {
    const { context, siting } = this;
    const { running } = siting;
    const isFront = this.tab === 'front';
    if (!this.isSame('foot', context.lang, running, siting.isToStop, isFront, siting.plan !== null)) fill(this.foot, running ? this.stopButton() : this.runButton(isFront), this.said);
    fill(this.said, running === 'plan' ? runWords(context) : running === 'front' ? context.t('frontRunning') : siting.isStale && !isFront ? h('span', { class: 'is-warning', id: 'siting-stale' }, context.t('sitingStale')) : null);
  }

  /** What moved sites lose; also several times a second. */
  renderLoss() {
    fill(this.loss, this.siting.plan && this.tab !== 'ask' && lossNote(this.context));
  }

  failure() {
    const { title, detail } = wordsOf(this.context, this.siting.failure);
    return h('div', { class: 'note is-bad', role: 'alert', id: 'siting-failure' }, h('strong', {}, title), h('span', {}, ` ${detail}`));
  }

  stopButton() {
    const { context, siting } = this;
    return h('button', { id: 'siting-stop', 'data-key': 'siting-run', disabled: siting.isToStop, onclick: () => siting.stop() }, context.t(siting.isToStop ? 'sitingStopping' : 'sitingStop'));
  }

  /** @param {boolean} isFront */
  runButton(isFront) {
    const { context, siting } = this;
    return h('button', { class: 'primary', id: isFront ? 'siting-run-front' : 'siting-run-plan', 'data-key': 'siting-run', disabled: siting.services.length === 0, onclick: () => (isFront ? siting.runFront() : siting.run()) }, context.t(isFront ? 'frontRun' : siting.plan ? 'sitingRunAgain' : 'sitingRun'));
  }

  /** The card of the space that is picked, the same element while it says the same. */
  pickedCard() {
    const { context, siting } = this;
    const { picked } = siting;
    if (!this.isSame('card', picked, context.lang, siting.plan, picked && siting.form.locks[picked])) this.card = picked === null ? null : pickedCard(context, picked, () => siting.pick(null));
    return this.card;
  }

  renderPart() {
    const { context, siting } = this;
    const card = this.pickedCard();
    if (siting.services.length === 0) return fill(this.part, h('p', { class: 'note' }, context.t('sitingNoRules')));
    if (this.tab === 'ask') {
      this.form.render();
      this.locks.render();
      return this.place(card, h('p', { class: 'note' }, context.t('sitingAbout')), this.form.element, this.locks.element);
    }
    if (this.tab === 'front') return this.place(card, ...this.frontPart());
    const { plan } = siting;
    if (!plan) return this.place(card, h('p', { class: 'empty' }, context.t(siting.running ? 'sitingLooking' : 'sitingNotYet')));
    this.part.classList.toggle('is-stale', siting.running === 'plan');
    const pick = (/** @type {string} */ id) => this.pick(id);
    if (this.tab === 'areas') return this.place(card, ...areasPart(context, plan, { service: this.areaService, setService: (service) => { this.areaService = service; siting.areaService = service; siting.session.changed('siting'); } }));
    if (this.tab === 'others') return this.place(card, ...othersPart(context, plan, pick));
    return this.place(planHead(context, plan), card, plan.sites.length > 0 && h('h3', {}, context.t('planByService')), plan.sites.length > 0 && servicesTable(context, plan),
      plan.sites.length > 0 && h('h3', {}, context.t('planBySite', { n: plan.sites.length })), plan.sites.length > 0 && sitesTable(context, plan, { order: this.order, sort: (order) => { this.order = order; this.render(); }, pick, picked: siting.picked }));
  }

  /** The form stays the same element, so that nothing that is typed is lost. @param {...import('../../dom.js').Child} children */
  place(...children) {
    const nodes = children.filter((child) => child);
    const same = nodes.length === this.part.childNodes.length && nodes.every((node, i) => node === this.part.childNodes[i]);
    if (same) return;
    // Elements that stay are not taken out: they would lose the focus.
    const kept = this.tab === 'ask' ? [this.form.element, this.locks.element] : [];
    if (kept.length > 0 && kept.every((element) => element.parentNode === this.part)) {
      for (const child of [...this.part.childNodes]) if (!kept.includes(/** @type {any} */ (child))) child.remove();
      this.form.element.before(.../** @type {Node[]} */ (nodes.slice(0, nodes.indexOf(this.form.element))));
      return;
    }
    fill(this.part, ...children);
  }

  /** @returns {import('../../dom.js').Child[]} */
  frontPart() {
    const { context, siting } = this;
    const points = siting.front?.points ?? [];
    const take = (/** @type {import('../../siting/types.js').Point} */ point) => siting.take(point);
    if (!siting.front) return [h('p', { class: 'note' }, context.t('frontAbout')), siting.running === 'front' && h('div', { class: 'skeleton is-bars' })];
    if (points.length === 0) return [h('p', { class: 'empty' }, context.t('frontNone'))];
    this.chart.show(pareto(context, points, take));
    return [h('p', { class: 'note' }, context.t('frontHow', { n: count(points.length) })), this.chart.element, paretoTable(context, points, take)];
  }
}
