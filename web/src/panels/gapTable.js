/** @import { Context } from '../context.js' */
/** @import { GapRow } from '../types.js' */
import { fill, h, setBar } from '../dom.js';
import { changesByArea, worstFirst } from '../gaps.js';
import { count, exactPercent, percent, signed } from '../format.js';
import { stepRows } from '../listKeys.js';
import { how } from '../provenance/figure.js';
import { OVERLAYS } from '../state.js';
import { PatchList } from './patchList.js';

const LEVELS = ['subdistrict', 'community', 'compound', 'patch'];
const ROWS_AT_ONCE = 150;

/**
 * Areas, worst first. Rows stay the same elements while figures change, so that a bar moves instead of jumping. One row is in the
 * Tab order; the arrows move between rows.
 */
export class GapTable {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.head = h('div', { class: 'gap-head' });
    this.list = h('div', { class: 'gap-rows', role: 'listbox', onkeydown: (/** @type {KeyboardEvent} */ event) => stepRows(event, [...this.rows.values()]) });
    this.foot = h('div', { class: 'gap-foot' });
    this.patches = new PatchList(context);
    this.element = h('div', { class: 'gaps' }, this.head, this.list, this.foot, this.patches.element);
    /** @type {Map<string, HTMLButtonElement>} */
    this.rows = new Map();
    this.shown = ROWS_AT_ONCE;
    /** What each row says. @type {WeakMap<HTMLElement, string>} */
    this.said = new WeakMap();
  }

  render() {
    const { context } = this;
    const { session, store } = context;
    this.renderHead();
    const isPatches = store.state.level === 'patch';
    this.list.hidden = this.foot.hidden = isPatches;
    this.patches.element.hidden = !isPatches;
    if (isPatches) return this.patches.render();
    this.list.setAttribute('aria-label', context.t('gapTitle'));
    this.element.classList.toggle('is-stale', session.computing);
    if (!session.coverage) return fill(this.list, ...Array.from({ length: 8 }, () => h('div', { class: 'skeleton is-row' })));
    const { level, sort } = store.state;
    const rows = worstFirst(session.coverage.gaps, level, session.group, sort).filter((row) => row.total > 0);
    this.renderRows(rows.slice(0, this.shown), sort);
    const left = rows.length - this.shown;
    fill(this.foot, rows.length === 0 && !session.computing && h('p', { class: 'empty' }, context.t('gapEmpty')),
      left > 0 && h('button', { class: 'link', 'data-key': 'more', onclick: () => this.showMore() }, context.t('showMore', { n: Math.min(left, ROWS_AT_ONCE) })));
  }

  showMore() {
    this.shown += ROWS_AT_ONCE;
    this.render();
  }

  /** Patches are looked at on the map too. @param {string} level */
  openLevel(level) {
    const { store } = this.context;
    const { overlays } = store.state;
    store.set({ level, overlays: OVERLAYS.filter((name) => overlays.includes(name) || (name === 'patches' && level === 'patch')) });
  }

  renderHead() {
    const { context } = this;
    const { store, session } = context;
    const { kind, note } = session.workspace.communities;
    const name = (/** @type {string} */ level) => context.t(level === 'community' && kind === 'hexagon' ? 'hexagons' : level === 'community' && kind === 'administrative' ? 'administrative' : `level_${level}`);
    fill(this.head,
      h('label', { for: 'level', class: 'visually-hidden' }, context.t('gapTitle')),
      h('select', { id: 'level', 'data-key': 'level', onchange: (/** @type {Event} */ event) => this.openLevel(/** @type {HTMLSelectElement} */ (event.target).value) },
        ...LEVELS.filter((level) => level !== 'patch' || session.results.has('gap_patches')).map((level) => h('option', { value: level, selected: store.state.level === level }, name(level)))),
      store.state.level !== 'patch' && h('button', { class: 'sort', 'data-key': 'sort', title: context.t('areaSort'), onclick: () => store.set({ sort: store.state.sort === 'people' ? 'share' : 'people' }) },
        `${context.t(store.state.sort === 'people' ? 'gapOutside' : 'gapShare')} ↓`),
      how(context, 'gaps'),
      kind !== 'community' && context.name(note) !== '' && h('p', { class: 'note' }, context.name(note)));
  }

  /** @param {GapRow[]} rows @param {'people'|'share'} sort */
  renderRows(rows, sort) {
    const { session, store } = this.context;
    const changes = changesByArea(session.whatIf, session.group);
    const most = Math.max(1, ...rows.map((row) => row.uncovered));
    const kept = new Map(this.rows);
    this.rows.clear();
    const picked = store.state.selection;
    const elements = rows.map((row, place) => {
      const key = `${row.level}/${row.code}`;
      const element = kept.get(key) ?? this.makeRow(row);
      this.rows.set(key, element);
      const selected = picked?.kind === 'area' && picked.level === row.level && picked.code === row.code;
      element.setAttribute('aria-selected', String(selected));
      element.tabIndex = place === 0 ? 0 : -1;
      this.fillRow(element, row, changes.get(key) ?? null, sort === 'share' ? row.total : most, sort);
      return element;
    });
    // Taking rows out and in again costs a layout of all; a drag changes figures and seldom their order.
    if (elements.length === this.list.childElementCount && elements.every((element, i) => element === this.list.children[i])) return;
    const focused = document.activeElement;
    this.list.replaceChildren(...elements);
    if (focused instanceof HTMLElement && elements.includes(/** @type {HTMLButtonElement} */ (focused))) focused.focus({ preventScroll: true });
  }

  /** @param {GapRow} row @returns {HTMLButtonElement} */
  makeRow(row) {
    const pick = () => this.context.select({ kind: 'area', level: row.level, code: row.code });
    return h('button', { class: 'gap', role: 'option', 'data-code': row.code, onclick: pick },
      h('span', { class: 'bar' }, h('i', { class: 'ghost' }), h('i', { class: 'now' })), h('span', { class: 'name' }), h('span', { class: 'delta' }), h('span', { class: 'figure' }));
  }

  /**
   * @param {HTMLElement} element @param {GapRow} row @param {GapRow|null} change what the trial site makes of it
   * @param {number} whole what a full bar stands for @param {'people'|'share'} sort
   */
  fillRow(element, row, change, whole, sort) {
    const { context } = this;
    const said = [row.code, row.total, row.uncovered, change?.uncovered ?? '', whole, sort, context.lang].join();
    if (this.said.get(element) === said) return;
    this.said.set(element, said);
    const [bar, name, delta, figure] = /** @type {HTMLElement[]} */ ([...element.children]);
    const [ghost, nowBar] = /** @type {HTMLElement[]} */ ([...bar.children]);
    const now = change ? change.uncovered : row.uncovered;
    const share = row.total > 0 ? now / row.total : null;
    setBar(nowBar, now / whole);
    setBar(ghost, row.uncovered / whole);
    ghost.hidden = !change;
    name.textContent = context.areaName(row);
    delta.textContent = change ? signed(now - row.uncovered) : '';
    delta.classList.toggle('is-better', now < row.uncovered);
    delta.classList.toggle('is-worse', now > row.uncovered);
    figure.textContent = sort === 'share' ? percent(share) : count(now);
    element.title = context.t('gapRowTip', { name: context.areaName(row), out: context.people(now), total: context.people(row.total), share: exactPercent(share) });
  }
}
