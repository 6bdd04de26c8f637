/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
import { fill, h, setBar } from '../dom.js';
import { count } from '../format.js';
import { stepRows } from '../listKeys.js';
import { peopleOf } from '../patches.js';

const ROWS_AT_ONCE = 150;

/** The gap patches of the chosen service by rank, and what is too scattered to be one. */
export class PatchList {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.about = h('p', { class: 'note patch-about' });
    this.list = h('div', { class: 'gap-rows', role: 'listbox', onkeydown: (/** @type {KeyboardEvent} */ event) => stepRows(event, /** @type {HTMLElement[]} */ ([...this.list.children])) });
    this.foot = h('div', { class: 'gap-foot' });
    this.element = h('div', { class: 'patch-list' }, this.about, this.list, this.foot);
    this.shown = ROWS_AT_ONCE;
  }

  render() {
    const { context } = this;
    const { session, store } = context;
    this.list.setAttribute('aria-label', context.t('level_patch'));
    const { known } = session.patches;
    fill(this.about, this.aboutText());
    if (!known) {
      fill(this.foot);
      return fill(this.list, ...Array.from({ length: 8 }, () => h('div', { class: 'skeleton is-row' })));
    }
    const { patches, rest } = known;
    const picked = store.state.selection;
    const most = Math.max(1, patches[0]?.properties.people ?? 1);
    fill(this.list, ...patches.slice(0, this.shown).map((patch, place) => this.row(patch, place, most, picked?.kind === 'patch' && picked.id === patch.properties.id)));
    const left = patches.length - this.shown;
    fill(this.foot, patches.length + rest.length === 0 && h('p', { class: 'empty' }, context.t('patchesNone')),
      left > 0 && h('button', { class: 'link', 'data-key': 'more-patches', onclick: () => { this.shown += ROWS_AT_ONCE; this.render(); } }, context.t('showMore', { n: Math.min(left, ROWS_AT_ONCE) })),
      rest.length > 0 && h('p', { class: 'note', id: 'patch-rest', title: String(peopleOf(rest)) }, context.t('patchesRest', { n: context.people(peopleOf(rest)), m: count(rest.length) })));
  }

  /** Patches hold by the rule's limit and for the service's own group, whatever is asked above. */
  aboutText() {
    const { context } = this;
    const { service } = context.session;
    return context.t('patchesAbout', { group: context.within(context.groupName(service.group)), limit: context.ruleLimitText() });
  }

  /** @param {Feature} patch @param {number} place @param {number} most @param {boolean} isPicked */
  row(patch, place, most, isPicked) {
    const { context } = this;
    const { id, rank, people } = patch.properties;
    const bar = h('i', { class: 'now' });
    setBar(bar, people / most);
    const name = context.areaName(patch.properties);
    return h('button', { class: 'gap', role: 'option', 'data-key': `patch-${id}`, 'data-patch': id, tabIndex: place === 0 ? 0 : -1, 'aria-selected': String(isPicked), title: name, onclick: () => context.select({ kind: 'patch', id }) },
      h('span', { class: 'bar' }, bar), h('span', { class: 'name' }, h('span', { class: 'rank' }, String(rank)), name), h('span', { class: 'delta' }), h('span', { class: 'figure', title: String(people) }, count(people)));
  }
}
