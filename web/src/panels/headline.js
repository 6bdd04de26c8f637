/** @import { Context } from '../context.js' */
/** @import { GapRow } from '../types.js' */
import { fill, h, svg } from '../dom.js';
import { districtRow } from '../gaps.js';
import { count, exactPercent, percent, signed } from '../format.js';
import { figure } from '../provenance/figure.js';
import { bandOf, histogram } from '../ramp.js';
import { groupPeople } from '../groups.js';
import { countOf } from '../scenario/changes.js';
import { gainOf } from '../trial.js';

const BINS = 21;
const BAR = { width: 12, gap: 2, height: 44 };

/** The largest thing on the page: which share of whom is outside, and how many people that is. */
export class HeadlinePanel {
  /** @param {Context} context @param {() => {seconds: Float64Array}|null} walks of the map, a trial site included */
  constructor(context, walks) {
    this.context = context;
    this.walks = walks;
    this.element = h('div', { class: 'headline', 'aria-live': 'polite' });
  }

  render() {
    const { context } = this;
    const { coverage } = context.session;
    const row = coverage && districtRow(coverage.gaps, context.session.group);
    if (!coverage) fill(this.element, h('div', { class: 'skeleton is-big' }), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton is-bars' }));
    else if (!row || row.total === 0) fill(this.element, h('p', { class: 'empty' }, this.nobody()));
    else fill(this.element, ...this.figures(row), this.bars());
    this.element.classList.toggle('is-stale', context.session.computing);
  }

  nobody() {
    const { context } = this;
    const { session } = context;
    if (session.workspace.totals.people === 0) return context.t('headlineNoPeople');
    return context.t('headlineNone', { group: context.groupName(session.group) });
  }

  /** @param {GapRow} row */
  figures(row) {
    const { context } = this;
    const { session } = context;
    const gain = this.gain();
    const outside = row.uncovered - gain;
    const share = outside / row.total;
    const values = { outside: context.people(outside), covered: context.people(row.covered + gain), total: context.people(row.total) };
    return [
      h('p', { class: 'big' }, figure(context, 'share', percent(share), { id: 'share', title: context.t('exactly', { value: exactPercent(share) }), values: { ...values, share: exactPercent(share) } }),
        gain !== 0 && h('span', { class: gain > 0 ? 'delta is-better' : 'delta is-worse' }, signed(-gain)),
        gain !== 0 && h('span', { class: 'quiet' }, context.t(session.remedy.whatIf ? 'ifFixed' : session.trial.whatIf ? 'ifPlaced' : 'ifPlanned'))),
      h('p', { class: 'words' }, context.t('headline', { group: context.within(context.groupName(session.group)), service: context.within(context.serviceName()), limit: context.limitText(session.limit) })),
      h('p', { class: 'counts' }, figure(context, 'outside', context.t('headlinePeople', { n: context.people(outside) }), { id: 'outside', title: String(outside), values }),
        figure(context, 'covered', context.t('headlineCovered', { n: context.people(row.covered + gain), total: context.people(row.total) }), { id: 'covered', title: String(row.covered + gain), values })),
      !session.scenario.isEmpty && this.scenarioBar(),
      h('p', { class: 'equity-open' }, h('button', { class: 'link', id: 'to-charts', 'data-key': 'to-charts', 'aria-pressed': String(context.store.state.panel === 'charts'), onclick: () => context.store.set({ panel: context.store.state.panel === 'charts' ? null : 'charts' }) }, context.t('tip_charts'))),
      session.results.has('equity') && h('p', { class: 'equity-open' }, h('button', { class: 'link', id: 'to-equity', 'data-key': 'to-equity', 'aria-pressed': String(context.store.state.panel === 'equity'), onclick: () => context.store.set({ panel: context.store.state.panel === 'equity' ? null : 'equity' }) }, context.t('equityOpen'))),
      session.service.facilities === 0 && h('p', { class: 'note is-warning' }, context.t('noFacilities')),
    ];
  }

  /** That a scenario is in the figures, and how to see it or put it aside. */
  scenarioBar() {
    const { context } = this;
    const { store, session } = context;
    return h('p', { class: 'note is-good', id: 'scenario' }, context.t('scenarioBar', { n: countOf(session.scenario.changes) }), ' ',
      h('button', { class: 'link', 'data-key': 'scenario-see', onclick: () => store.set({ panel: 'scenario' }) }, context.t('scenarioSee')), ' ',
      h('button', { class: 'link', id: 'scenario-aside', 'data-key': 'scenario-aside', onclick: () => session.scenario.clear() }, context.t('scenarioAside')));
  }

  /** People whom the trial site adds. */
  gain() {
    const { session } = this.context;
    return session.whatIf ? gainOf(session.whatIf, session.group, session.service.group) : 0;
  }

  barsInWords() {
    const { context } = this;
    const { session } = context;
    const row = session.coverage && districtRow(session.coverage.gaps, session.group);
    if (!row) return context.t('histogram');
    return `${context.t('histogram')}. ${context.t('histogramAlt', { limit: context.limitText(session.limit), inside: context.people(row.covered), outside: context.people(row.uncovered) })}`;
  }

  /** A bar for each minute, coloured by the ramp; the limit is a line. */
  bars() {
    const { context } = this;
    const { session } = context;
    const walks = this.walks();
    if (!walks) return h('div', { class: 'skeleton is-bars' });
    const counts = histogram(walks.seconds, groupPeople(session.features.buildings, session.group), BINS);
    const most = Math.max(1, ...counts);
    const step = BAR.width + BAR.gap;
    const width = BINS * step;
    const bars = counts.map((people, minute) => {
      const height = people === 0 ? 0 : Math.max(1, (people / most) * BAR.height);
      const label = minute === BINS - 1 ? context.t('histogramOver') : `${minute}–${minute + 1}`;
      return svg('rect', { x: minute * step, y: BAR.height - height, width: BAR.width, height, class: `band-${bandOf(minute === BINS - 1 ? 9999 : minute * 60 + 30)}` },
        svg('title', {}, `${context.t('minutesShort', { n: label })}: ${context.people(people)}`));
    });
    const limitX = Math.min(session.limit.limit_s / 60, BINS - 0.5) * step - BAR.gap / 2;
    const ticks = [0, 5, 10, 15, 20].map((minute) => svg('text', { x: minute * step, y: BAR.height + 13 }, count(minute)));
    return h('figure', { class: 'histogram' },
      svg('svg', { viewBox: `0 -3 ${width} ${BAR.height + 18}`, role: 'img', 'aria-label': this.barsInWords() }, ...bars,
        svg('line', { x1: limitX, x2: limitX, y1: -3, y2: BAR.height, class: 'limit-line' }), ...ticks),
      h('figcaption', {}, context.t('histogram')));
  }
}
