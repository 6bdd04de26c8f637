/** @import { Context } from '../context.js' */
/** @import { Panel } from '../types.js' */
import { byId, fill, h } from '../dom.js';

const TITLES = { import: 'importTitle', health: 'healthTitle', results: 'resultsTitle', rules: 'rulesTitle', equity: 'equityTitle', siting: 'sitingTitle', charts: 'chartsTitle', scenario: 'scenarioTitle', edit: 'editTitle' };

/**
 * The panel beside the map: imports, the health of the data, the results as tables, the rules, or equity. Closing it loses nothing.
 * @typedef {{element: HTMLElement, render: () => void, enter: () => void, leave: () => void}} SidePart
 */
export class SidePanel {
  /** @param {Context} context @param {Record<Panel, SidePart>} parts */
  constructor(context, parts) {
    this.context = context;
    this.parts = parts;
    this.element = byId('side');
    this.head = h('div', { class: 'side-head' });
    this.slot = h('div', { class: 'side-slot' });
    /** @type {Panel|null} */
    this.shown = null;
    /** Key of the control that the keyboard was at before; the control itself may have been drawn anew. @type {string|undefined} */
    this.before = undefined;
  }

  onAdd() {
    this.element.append(this.head, this.slot);
    this.render();
  }

  onRemove() {
    this.element.replaceChildren();
  }

  get part() {
    return this.shown ? this.parts[this.shown] : null;
  }

  close() {
    this.context.store.set({ panel: null });
  }

  render() {
    const { context } = this;
    const { panel } = context.store.state;
    const isNew = panel !== this.shown;
    if (isNew) this.part?.leave();
    this.shown = panel;
    this.element.hidden = panel === null;
    this.element.className = panel ? `is-${panel}` : '';
    if (panel === null) return isNew && this.giveBackFocus();
    const title = context.t(TITLES[panel]);
    this.element.setAttribute('aria-label', title);
    fill(this.head, h('h2', { tabIndex: -1, 'data-key': 'side-title' }, title),
      h('button', { class: 'close', 'data-key': 'side-close', title: `${context.t('close')} (Esc)`, 'aria-label': context.t('close'), onclick: () => this.close() }, '×'));
    if (isNew) this.open(this.parts[panel]);
    this.parts[panel].render();
  }

  /** @param {SidePart} part */
  open(part) {
    this.before = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    this.slot.replaceChildren(part.element);
    this.head.querySelector('h2')?.focus();
    part.enter();
  }

  giveBackFocus() {
    const control = this.before === undefined ? null : document.querySelector(`[data-key="${CSS.escape(this.before)}"]`);
    if (control instanceof HTMLElement) control.focus();
  }
}
