/** @import { Context } from '../../context.js' */
/** @import { Feature } from '../../types.js' */
import { fill, h } from '../../dom.js';
import { count } from '../../format.js';
import { inOrder } from '../../siting/ask.js';
import { idOf } from '../../trial.js';
import { money } from './money.js';

/** Free, must, must not: three words of which one holds. @param {Context} context @param {string} id of the space @param {string} key of the control */
export function lockButtons(context, id, key) {
  const { siting } = context.session;
  const now = siting.form.locks[id];
  return h('div', { class: 'segments is-even siting-lock', role: 'group', 'aria-label': context.t('sitingLock') },
    ...[undefined, /** @type {const} */ ('must'), /** @type {const} */ ('must_not')].map((lock) => h('button', {
      class: 'segment', 'data-key': `${key}-${id}-${lock ?? 'free'}`, 'data-lock': lock ?? 'free', 'aria-pressed': String(now === lock), onclick: () => siting.lock(id, lock),
    }, context.t(`lock_${lock ?? 'free'}`))));
}

/** Every space that could be chosen, and whether it must be. */
export class LockList {
  /** @param {Context} context @param {(id: string) => void} pick */
  constructor(context, pick) {
    this.context = context;
    this.pick = pick;
    this.list = h('div', { class: 'siting-spaces' });
    this.summary = h('summary', {});
    /** What the list was last made of. @type {unknown[]} */
    this.made = [];
    this.element = h('details', { class: 'siting-part is-locks', id: 'siting-locks' }, this.summary, this.list);
  }

  render() {
    const { context } = this;
    const { siting, features } = context.session;
    const of = [context.lang, siting.form.locks, features.idle_spaces];
    if (of.every((value, i) => value === this.made[i])) return;
    this.made = of;
    const spaces = inOrder(features.idle_spaces ?? []);
    const { length } = Object.keys(siting.form.locks);
    fill(this.summary, context.t('sitingLocks', { n: spaces.length }), length > 0 && h('span', { class: 'badge' }, String(length)));
    fill(this.list, h('p', { class: 'note' }, context.t('sitingLocksNote')), ...spaces.map((space) => this.row(space)));
  }

  /** @param {Feature} space */
  row(space) {
    const { context } = this;
    const id = idOf(space);
    const { floor_area_m2: area, cost_cny: cost } = space.properties;
    return h('div', { class: 'siting-space', 'data-space': id },
      h('button', { class: 'link name', 'data-key': `siting-space-${id}`, onclick: () => this.pick(id) }, context.idleName(space)),
      h('span', { class: 'quiet' }, [id, typeof area === 'number' && context.t('squareMetres', { n: count(area) }), typeof cost === 'number' && money(context, cost)].filter(Boolean).join(' · ')),
      lockButtons(context, id, 'lock'));
  }
}
