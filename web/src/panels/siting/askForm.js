/** @import { Context } from '../../context.js' */
/** @import { Form } from '../../siting/ask.js' */
import { fill, h } from '../../dom.js';
import { count } from '../../format.js';
import { mostBudget, yearsOf } from '../../siting/ask.js';

const MOST_YEARS = 5;

/** @typedef {{label: string, unit?: string, tip?: string, min?: number, max?: number, step?: number|'any', get: () => number|null, set: (value: number|null) => void}} Field */

/**
 * What is asked. The fields are made once for a language and a number of years and are then only brought up to date, so that nothing that is typed
 * or dragged is torn from under the hand.
 */
export class AskForm {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.element = h('div', { class: 'siting-ask' });
    this.made = '';
    /** @type {(() => void)[]} */
    this.syncs = [];
  }

  get siting() {
    return this.context.session.siting;
  }

  /** @returns {Form} */
  get form() {
    return this.siting.form;
  }

  render() {
    const { siting, context } = this;
    const structure = JSON.stringify([context.lang, this.form.years.length, siting.services.map(({ code }) => code), this.most]);
    if (structure !== this.made) {
      this.made = structure;
      this.syncs = [];
      fill(this.element, this.money(), this.servicesTable(), this.options());
    }
    for (const sync of this.syncs) sync();
  }

  get most() {
    return mostBudget(this.context.session.features.idle_spaces ?? []);
  }

  /** @param {string} key @param {Field} field */
  number(key, { label, unit, tip, min = 0, max, step = 1, get, set }) {
    const id = `siting-${key}`;
    const input = h('input', { type: 'number', id, 'data-key': id, min: String(min), step: String(step), title: tip ?? null, onchange: () => set(input.value === '' ? null : Number(input.value)) });
    if (max !== undefined) input.max = String(max);
    this.syncs.push(() => {
      const value = get();
      if (document.activeElement !== input || Number(input.value) !== value) input.value = value === null ? '' : String(value);
    });
    return h('div', { class: 'siting-field' }, h('label', { for: id, title: tip ?? null }, label), h('span', { class: 'siting-input' }, input, unit && h('span', { class: 'quiet' }, unit)));
  }

  /** @param {string} key @param {string} label @param {string} tip @param {() => boolean} get @param {(on: boolean) => void} set */
  check(key, label, tip, get, set) {
    const id = `siting-${key}`;
    const input = h('input', { type: 'checkbox', id, 'data-key': id, onchange: () => set(input.checked) });
    this.syncs.push(() => { input.checked = get(); });
    return h('label', { class: 'field is-check', title: tip }, input, label);
  }

  money() {
    const { context, siting } = this;
    const { years } = this.form;
    const unit = context.t('tenThousand');
    if (years.length > 0) {
      return h('fieldset', { class: 'siting-part' }, h('legend', {}, context.t('sitingMoney')), this.yearCount(),
        ...years.map((_, i) => this.number(`year-${i}`, { label: context.t('sitingYear', { n: i + 1 }), unit, step: 'any', get: () => this.form.years[i], set: (value) => siting.set({ years: this.form.years.map((year, k) => (k === i ? value ?? 0 : year)) }) })),
        this.check('carry', context.t('sitingCarry'), context.t('sitingCarryTip'), () => this.form.carryOver, (carryOver) => siting.set({ carryOver })),
        this.number('most', this.sitesField()));
    }
    return h('fieldset', { class: 'siting-part' }, h('legend', {}, context.t('sitingMoney')), this.slider(),
      this.number('budget', { label: context.t('sitingBudget'), unit, step: 'any', tip: context.t('sitingBudgetTip'), get: () => this.form.budget, set: (budget) => siting.set({ budget }) }),
      this.number('most', this.sitesField()), this.yearCount());
  }

  /** @returns {Field} */
  sitesField() {
    const { context, siting } = this;
    return { label: context.t('sitingMost'), unit: context.t('sitingSitesUnit'), tip: context.t('sitingEmptyTip'), min: 1, get: () => this.form.maxSites, set: (maxSites) => siting.set({ maxSites }) };
  }

  /** The budget at a glance; the field beside it takes what the slider cannot. */
  slider() {
    const { context, siting, most } = this;
    const input = h('input', {
      type: 'range', id: 'siting-slider', 'data-key': 'siting-slider', min: '0', max: String(most), step: String(Math.max(1, Math.round(most / 200))), 'aria-label': context.t('sitingBudget'),
      oninput: () => {
        const field = this.element.querySelector('#siting-budget');
        if (field instanceof HTMLInputElement) field.value = input.value;
        input.setAttribute('aria-valuetext', `${count(Number(input.value))} ${context.t('tenThousand')}`);
      },
      onchange: () => siting.set({ budget: Number(input.value) }),
    });
    this.syncs.push(() => { input.value = String(this.form.budget ?? most); });
    return input;
  }

  yearCount() {
    const { context, siting } = this;
    const select = h('select', { id: 'siting-years', 'data-key': 'siting-years', onchange: () => siting.set({ years: yearsOf(this.form, Number(select.value)) }) },
      ...Array.from({ length: MOST_YEARS }, (_, i) => h('option', { value: String(i + 1) }, i === 0 ? context.t('sitingOnePhase') : context.t('sitingYears', { n: i + 1 }))));
    this.syncs.push(() => { select.value = String(Math.max(1, this.form.years.length)); });
    return h('div', { class: 'siting-field' }, h('label', { for: 'siting-years' }, context.t('sitingPhases')), select);
  }

  servicesTable() {
    const { context, siting } = this;
    const heads = ['service', 'sitingWeight', 'sitingRoomArea', 'sitingRoomCost'];
    return h('fieldset', { class: 'siting-part' }, h('legend', {}, context.t('sitingServices')),
      h('table', { class: 'siting-table', id: 'siting-services' }, h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col', title: key === 'sitingWeight' ? context.t('sitingWeightTip') : null }, context.t(key))))),
        h('tbody', {}, ...siting.services.map((service) => this.serviceRow(service)))));
  }

  /** @param {import('../../types.js').Service} service */
  serviceRow(service) {
    const { context, siting } = this;
    const { code, room } = service;
    const name = context.name(service.name);
    const on = h('input', { type: 'checkbox', 'data-key': `siting-on-${code}`, 'data-service': code, onchange: () => siting.set({ without: on.checked ? this.form.without.filter((other) => other !== code) : [...this.form.without, code] }) });
    const weight = h('input', { type: 'number', 'data-key': `siting-weight-${code}`, min: '0', step: '0.5', 'aria-label': `${context.t('sitingWeight')}: ${name}`, onchange: () => siting.set({ weights: { ...this.form.weights, [code]: Number(weight.value) } }) });
    this.syncs.push(() => {
      on.checked = !this.form.without.includes(code);
      weight.disabled = !on.checked;
      weight.value = String(this.form.weights[code] ?? 1);
    });
    const area = room && (room.most_area_m2 === null ? `≥ ${count(room.least_area_m2)}` : `${count(room.least_area_m2)}–${count(room.most_area_m2)}`);
    return h('tr', {}, h('th', { scope: 'row' }, h('label', { class: 'siting-on' }, on, name)), h('td', {}, weight), h('td', { title: room ? context.name(room.source) : null }, area),
      h('td', { title: room ? context.name(room.source) : null }, room && count(room.cost_per_m2_cny), room && room.verification !== 'verified' && h('span', { class: `tag is-${room.verification}`, title: context.t(`verificationTip_${room.verification}`) }, context.t(room.verification))));
  }

  options() {
    const { context, siting } = this;
    return h('fieldset', { class: 'siting-part' }, h('legend', {}, context.t('sitingOptions')),
      this.check('capacity', context.t('sitingCapacity'), context.t('sitingCapacityTip'), () => this.form.countCapacity, (countCapacity) => siting.set({ countCapacity })),
      this.check('equal', context.t('sitingEqual'), context.t('sitingEqualTip'), () => this.form.equalGroups, (equalGroups) => siting.set({ equalGroups })),
      this.check('demand', context.t('sitingDemand'), context.t('sitingDemandTip'), () => this.form.useDemand, (useDemand) => siting.set({ useDemand })),
      this.check('priority', context.t('sitingPriority'), context.t('sitingPriorityTip'), () => this.form.gapPriority, (gapPriority) => siting.set({ gapPriority })),
      this.check('subdistrict', context.t('sitingEvery'), context.t('sitingEveryTip'), () => this.form.everySubdistrict, (everySubdistrict) => siting.set({ everySubdistrict })),
      this.check('extend', context.t('sitingExtend'), context.t('sitingExtendTip'), () => this.form.extend, (extend) => siting.set({ extend })),
      this.number('target', { label: context.t('sitingTarget'), unit: '%', tip: context.t('sitingTargetTip'), max: 100, get: () => this.form.target, set: (target) => siting.set({ target }) }),
      this.number('floor', { label: context.t('sitingFloor'), unit: '%', tip: context.t('sitingFloorTip'), max: 100, get: () => this.form.floor, set: (floor) => siting.set({ floor }) }),
      this.number('seconds', { label: context.t('sitingSeconds'), unit: context.t('sitingSecondsUnit'), tip: context.t('sitingSecondsTip'), min: 1, max: 3600, get: () => this.form.seconds, set: (seconds) => siting.set({ seconds: seconds ?? 30 }) }));
  }
}
