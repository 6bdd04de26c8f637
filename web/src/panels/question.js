/** @import { Context } from '../context.js' */
import { fill, h } from '../dom.js';

const MINUTES = [5, 10, 15];

/** The sentence at the top of the rail: which service, within how long, for whom. */
export class QuestionPanel {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.element = h('div', { class: 'question' });
    this.rest = h('div', { class: 'question-rest' });
    /** The choice of a service with what it was made of: letters typed into it choose by what was typed before, so it stays the same control. */
    this.services = { made: '', row: h('div', { class: 'ask' }), select: h('select', {}) };
  }

  render() {
    const rows = [this.serviceRow(), this.limitRow(), this.ruleNote(), this.groupRow()];
    // Taken out and put in again, a control loses the keyboard.
    if (this.element.firstChild !== rows[0]) this.element.replaceChildren(rows[0], this.rest);
    fill(this.rest, ...rows.slice(1));
  }

  serviceRow() {
    const { context } = this;
    const { session, store } = context;
    const options = session.workspace.services.map((service) => /** @type {[string, string]} */ ([service.code, `${context.name(service.name)}  (${service.facilities})`]));
    const made = JSON.stringify([context.lang, options]);
    if (made !== this.services.made) {
      const select = h('select', {
        id: 'service', 'data-key': 'service',
        onchange: (/** @type {Event} */ event) => store.set({ service: /** @type {HTMLSelectElement} */ (event.target).value, group: null, minutes: null }),
      }, ...options.map(([code, name]) => h('option', { value: code }, name)));
      this.services = { made, select, row: h('div', { class: 'ask' }, h('label', { for: 'service' }, context.t('service')), select) };
    }
    this.services.select.value = session.service.code;
    return this.services.row;
  }

  limitRow() {
    const { context } = this;
    const { store } = context;
    const chosen = store.state.minutes;
    const others = chosen !== null && !MINUTES.includes(chosen) ? [chosen] : [];
    return h('div', { class: 'ask', role: 'group', 'aria-label': context.t('within') },
      h('span', { class: 'label' }, context.t('within')),
      h('div', { class: 'segments' },
        this.segment('rule', context.t('byRule', { limit: context.ruleLimitText() }), chosen === null, () => store.set({ minutes: null })),
        ...[...MINUTES, ...others].map((minutes) => this.segment(`minutes-${minutes}`, String(minutes), chosen === minutes, () => store.set({ minutes }), context.t('minutesShort', { n: minutes })))));
  }

  /** @param {string} key @param {string} label @param {boolean} pressed @param {() => void} choose @param {string} [title] */
  segment(key, label, pressed, choose, title) {
    return h('button', { class: 'segment', 'data-key': key, 'aria-pressed': String(pressed), 'aria-label': title ?? null, title: title ?? '', onclick: choose }, label);
  }

  ruleNote() {
    const { context } = this;
    const { session, store } = context;
    const { service } = session;
    const source = context.name(service.source);
    const rule = context.ruleLimitText();
    const words = store.state.minutes === null
      ? context.t('ruleIs', { limit: rule, source })
      : context.t('yourLimit', { limit: context.t('minutesShort', { n: store.state.minutes }), rule, source });
    const profile = session.workspace.profiles.find((candidate) => candidate.code === service.profile);
    return h('p', { class: 'note' }, words, ' ', this.verification(service.verification),
      profile && h('span', { class: 'quiet' }, context.t('speedNote', { speed: profile.speed_m_per_s, profile: context.name(profile.name) })));
  }

  /** @param {string} kind */
  verification(kind) {
    if (kind !== 'unverified' && kind !== 'secondary') return null;
    return h('span', { class: `tag is-${kind}`, title: this.context.t(`verificationTip_${kind}`) }, this.context.t(kind));
  }

  groupRow() {
    const { context } = this;
    const { session, store } = context;
    const options = session.workspace.groups.map((group) => h('option', { value: group.code, selected: group.code === session.group, title: context.people(group.people) }, context.name(group.name)));
    return h('div', { class: 'ask' },
      h('label', { for: 'group' }, context.t('who')),
      h('select', { id: 'group', 'data-key': 'group', onchange: (/** @type {Event} */ event) => store.set({ group: /** @type {HTMLSelectElement} */ (event.target).value }) }, ...options));
  }
}
