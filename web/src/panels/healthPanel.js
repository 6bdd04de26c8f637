/** @import { Context } from '../context.js' */
/** @import { Finding, Selection } from '../types.js' */
import { fill, h } from '../dom.js';
import { count } from '../format.js';
import { byGrade, faultAt, isNetworkFault } from '../health.js';
import { OVERLAYS } from '../state.js';
import { idOf } from '../trial.js';

/** Layers whose rows have a panel of their own. @type {Record<string, (id: string) => Selection>} */
const PICKED = {
  buildings: (id) => ({ kind: 'building', id }), facilities: (id) => ({ kind: 'facility', id }), idle_spaces: (id) => ({ kind: 'idle', id }),
};

/** What is wrong with the data, by grade and layer; each finding with its places on the map. */
export class HealthPanel {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.body = h('div', { class: 'side-scroll health' });
    this.element = h('div', { class: 'side-part' }, this.body);
  }

  get health() {
    return this.context.session.health;
  }

  enter() {
    this.health.follow();
  }

  leave() {
    if (this.health.picked) this.health.pick(null);
  }

  render() {
    const { context, health } = this;
    const { findings } = health;
    if (!findings) return fill(this.body, health.fetching ? h('p', { class: 'note', role: 'status' }, context.t('healthAsking')) : null, h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }));
    const grave = findings.filter(({ grade }) => grade === 'problem').length;
    const worth = findings.filter(({ grade }) => grade === 'warning').length;
    fill(this.body, h('p', { class: `note ${grave > 0 ? 'is-bad' : worth > 0 ? 'is-warning' : 'is-good'}`, id: 'health-summary', role: 'status' }, context.t(grave > 0 ? 'healthBad' : worth > 0 ? 'healthWorth' : 'healthGood', { n: count(grave), m: count(worth) })),
      h('p', { class: 'note' }, context.t('healthIntro')),
      ...byGrade(findings).flatMap(({ grade, layers }) => [h('h3', {}, h('span', { class: `tag is-${grade}` }, context.t(`grade_${grade}`))),
        ...layers.map(({ layer, findings: own }) => h('section', { class: 'health-layer' }, h('h4', {}, this.layerName(layer)), h('ul', {}, ...own.map((finding) => this.finding(finding)))))]));
  }

  /** @param {string} name */
  layerName(name) {
    const { context } = this;
    return context.name(context.session.workspace.layers.find((layer) => layer.name === name)?.title) || name;
  }

  /** @param {Finding} finding */
  finding(finding) {
    const { context, health } = this;
    const key = `${finding.layer}-${finding.code}`;
    const isPicked = health.picked === finding;
    return h('li', { class: `finding-item is-${finding.grade}`, 'data-code': finding.code },
      h('button', { class: 'finding-button', 'data-key': key, 'aria-expanded': String(isPicked), onclick: () => health.pick(finding) }, h('span', { class: 'words' }, context.name(finding.text))),
      isPicked && this.picked(finding));
  }

  /** @param {Finding} finding */
  picked(finding) {
    const { context, health } = this;
    const { places, ids } = finding;
    const { place } = health;
    const more = finding.count - Math.max(places.length, ids.length);
    return h('div', { class: 'finding-places' },
      places.length > 0 && h('div', { class: 'stepper' },
        h('button', { 'data-key': 'finding-back', id: 'finding-back', 'aria-label': context.t('healthBack'), title: context.t('healthBack'), onclick: () => health.step(-1) }, '‹'),
        h('span', { id: 'finding-at', role: 'status' }, place ? `${health.at + 1} / ${places.length}` : context.t('healthPlaces', { n: count(places.length) })),
        h('button', { 'data-key': 'finding-next', id: 'finding-next', 'aria-label': context.t('healthNext'), title: context.t('healthNext'), onclick: () => health.step(1) }, '›'),
        place && h('code', { id: 'finding-place' }, place.id), place && this.open(finding, place)),
      isNetworkFault(finding) && this.overlayButton(),
      ids.length > 0 && h('details', {}, h('summary', {}, context.t('healthIds', { n: count(ids.length) })), h('p', { class: 'ids' }, h('code', { id: 'finding-ids' }, ids.join(', ')))),
      ids.length > 0 && h('button', { class: 'link', 'data-key': 'finding-copy', id: 'finding-copy', onclick: (/** @type {Event} */ event) => this.copy(/** @type {HTMLElement} */ (event.currentTarget), ids) }, context.t('healthCopy')),
      more > 0 && h('p', { class: 'note' }, context.t('healthMore', { n: count(more) })), places.length === 0 && ids.length === 0 && h('p', { class: 'note' }, context.t('healthNoPlaces')));
  }

  /** What stands at the place, in its own panel. @param {Finding} finding @param {Finding['places'][number]} place */
  open(finding, place) {
    const { context } = this;
    const fault = isNetworkFault(finding) ? faultAt(context.session.faults.rows, place) : null;
    const selection = fault ? /** @type {Selection} */ ({ kind: 'fault', id: idOf(fault) }) : PICKED[finding.layer]?.(place.id);
    return selection && h('button', { class: 'link', 'data-key': 'finding-open', id: 'finding-open', onclick: () => context.select(selection) }, context.t('healthOpen'));
  }

  /** Faults of the network are a layer of the map. */
  overlayButton() {
    const { store } = this.context;
    const { overlays } = store.state;
    const on = overlays.includes('faults');
    return h('button', { class: 'link', 'data-key': 'finding-faults', id: 'finding-faults', 'aria-pressed': String(on), onclick: () => store.set({ overlays: OVERLAYS.filter((name) => (name === 'faults' ? !on : overlays.includes(name))) }) }, this.context.t(on ? 'healthHideFaults' : 'healthShowFaults'));
  }

  /** @param {HTMLElement} button @param {string[]} ids */
  async copy(button, ids) {
    try {
      await navigator.clipboard.writeText(ids.join('\n'));
      button.textContent = this.context.t('healthCopied');
    } catch {
      // Without the permission the reader gets them marked, ready to be copied by hand.
      const list = button.parentElement?.querySelector('details');
      if (list) list.open = true;
      const text = button.parentElement?.querySelector('#finding-ids');
      if (text) window.getSelection()?.selectAllChildren(text);
    }
  }
}
