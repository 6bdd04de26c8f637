/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
import { fill, h } from '../dom.js';
import { count, signed } from '../format.js';
import { idOf } from '../trial.js';

/** Where to put the service: idle spaces, with what each of them would bring. */
export class ChoosePanel {
  /** @param {Context} context @param {(feature: Feature) => void} place */
  constructor(context, place) {
    this.context = context;
    this.place = place;
    this.element = h('div', { class: 'choose' });
  }

  render() {
    const { context } = this;
    // The plan of all services has the map to itself.
    if (context.store.state.panel === 'siting') return fill(this.element, this.severalAtOnce(), h('p', { class: 'note' }, context.t('sitingRail')));
    const spaces = context.session.features.idle_spaces ?? [];
    fill(this.element, this.severalAtOnce(), h('h2', {}, context.t('chooseTitle', { service: context.serviceName() })), h('p', { class: 'note' }, context.t('chooseHint')),
      spaces.length > 0 ? this.rankControl(spaces) : h('p', { class: 'empty' }, context.t('chooseEmpty')), h('div', { class: 'idle-list' }, ...this.items(spaces)));
  }

  /** The way to the plan of all services together. */
  severalAtOnce() {
    const { context } = this;
    const { store } = context;
    const isOpen = store.state.panel === 'siting';
    return h('p', {}, h('button', { class: isOpen ? '' : 'primary', id: 'to-siting', 'data-key': 'to-siting', 'aria-pressed': String(isOpen), onclick: () => store.set({ panel: isOpen ? null : 'siting', selection: null }) }, context.t(isOpen ? 'sitingClose' : 'sitingOpen')));
  }

  /** @param {Feature[]} spaces */
  rankControl(spaces) {
    const { context } = this;
    const { trial, service } = context.session;
    if (trial.ranked) return h('p', { class: 'note' }, context.t('chooseRanked', { group: context.groupName(service.group) }));
    if (trial.ranking.size === 0) {
      return h('button', { class: 'primary', 'data-key': 'rank', onclick: () => trial.rank(spaces) }, context.t('chooseRank', { n: spaces.length }));
    }
    return h('p', { class: 'note' }, context.t('chooseRanking', { done: trial.ranking.size, of: spaces.length }), ' ',
      h('button', { class: 'link', 'data-key': 'rank', onclick: () => trial.stopRanking() }, context.t('chooseStop')));
  }

  /** @param {Feature[]} spaces */
  items(spaces) {
    const { context } = this;
    const { trial } = context.session;
    const gain = (/** @type {Feature} */ space) => trial.ranking.get(idOf(space)) ?? -1;
    const sorted = trial.ranking.size > 0 ? [...spaces].sort((a, b) => gain(b) - gain(a) || (idOf(a) < idOf(b) ? -1 : 1)) : spaces;
    const picked = context.store.state.selection;
    return sorted.map((space) => {
      const id = idOf(space);
      const area = space.properties.floor_area_m2;
      const selected = (picked?.kind === 'site' && picked.idle === id) || (picked?.kind === 'idle' && picked.id === id);
      return h('button', { class: 'idle', 'data-key': `idle-${id}`, 'data-idle': id, 'aria-pressed': String(selected), onclick: () => this.place(space) },
        h('span', { class: 'name' }, context.idleName(space)), typeof area === 'number' && h('span', { class: 'quiet' }, context.t('squareMetres', { n: count(area) })),
        trial.ranking.has(id) && h('span', { class: 'delta is-better', title: String(gain(space)) }, signed(gain(space))));
    });
  }
}
