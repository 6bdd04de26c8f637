/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
import { download } from '../download.js';
import { byId, fill, h } from '../dom.js';
import { count, signed } from '../format.js';
import { boundsOf, boundsOfFeature } from '../map.js';
import { swatch } from '../panels/legends.js';
import { bandKey, CLASSES, DIFFERENCE, differenceColour, walkDifferenceKey } from '../ramp.js';
import { onThemeChange, themeName } from '../theme.js';
import { MOST, NOW, TODAY } from './comparison.js';
import { csv, sumOf } from './difference.js';
import { Pane } from './pane.js';

/** @typedef {'side'|'swipe'|'difference'} Mode */
const MODES = /** @type {readonly Mode[]} */ (['side', 'swipe', 'difference']);
/** @typedef {'name'|'before'|'after'|'better'|'worse'|'unchanged'|'change'} Column */
const COLUMNS = /** @type {readonly Column[]} */ (['name', 'before', 'after', 'change', 'better', 'worse', 'unchanged']);

/** @param {number} difference class */
function differenceSwatch(difference) {
  const mark = h('span', { class: 'swatch' });
  mark.style.background = differenceColour(difference, themeName());
  return mark;
}

/** Scenarios beside each other over the whole stage: maps that move together, or a swipe, or the difference; below them the communities. */
export class CompareView {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.element = byId('compare');
    this.head = h('div', { class: 'compare-head' });
    this.maps = h('div', { class: 'compare-maps' });
    this.table = h('div', { class: 'compare-table' });
    this.element.append(this.head, this.maps, this.table);
    /** @type {Pane[]} */
    this.panes = [];
    /** @type {Mode} */
    this.mode = 'side';
    this.built = '';
    /** @type {{column: Column, down: boolean}} */
    this.order = { column: 'change', down: true };
    this.isFollowing = false;
    onThemeChange(() => {
      this.panes.forEach((pane) => pane.repaint());
      this.maps.querySelector('.compare-legend')?.replaceWith(this.legend());
    });
  }

  get comparison() {
    return this.context.session.comparison;
  }

  /** Opens with today and what is on the page, or leaves things as they are. */
  open() {
    const { session, store } = this.context;
    const now = session.saved.open && !session.saved.isChanged ? session.saved.open.id : NOW;
    const other = session.scenario.isEmpty ? session.saved.all?.[0]?.id : now;
    store.set({ compare: [TODAY, other ?? NOW], panel: null, selection: null });
    this.head.querySelector('select')?.focus();
  }

  close() {
    this.context.store.set({ compare: null });
    document.getElementById('to-scenario')?.focus();
  }

  render() {
    const isOn = this.comparison.ids.length > 0;
    if (this.element.hidden === isOn) this.element.hidden = !isOn;
    if (!isOn) return this.clear();
    this.element.setAttribute('aria-label', this.context.t('compareTitle'));
    this.renderHead();
    if (this.comparison.sides.length === 0) return fill(this.table, h('p', { class: 'note', role: 'status' }, this.context.t('computing')));
    this.build();
    this.show();
    this.renderTable();
  }

  clear() {
    for (const pane of this.panes) pane.remove();
    this.panes = [];
    this.built = '';
    this.maps.replaceChildren();
  }

  /** @param {string} id */
  nameOf(id) {
    const { context } = this;
    if (id === TODAY) return context.t('scenarioToday');
    if (id === NOW) return context.t('compareNow');
    return context.session.saved.all?.find((saved) => saved.id === id)?.name ?? id;
  }

  renderHead() {
    const { context } = this;
    const { ids } = this.comparison;
    const choices = [TODAY, NOW, ...(context.session.saved.all ?? []).map(({ id }) => id)];
    const put = (/** @type {number} */ place, /** @type {string} */ id) => context.store.set({ compare: ids.map((old, i) => (i === place ? id : old)) });
    fill(this.head, h('h2', {}, context.t('compareTitle')),
      ...ids.map((id, place) => h('span', { class: 'compare-side' }, h('select', { 'data-key': `side-${place}`, id: `compare-${place}`, 'aria-label': context.t('compareSide', { n: place + 1 }), onchange: (/** @type {any} */ event) => put(place, event.target.value) },
        ...choices.map((choice) => h('option', { value: choice, selected: choice === id }, this.nameOf(choice)))),
      ids.length > 2 && h('button', { class: 'close', 'data-key': `less-${place}`, 'aria-label': context.t('compareLess', { name: this.nameOf(id) }), onclick: () => context.store.set({ compare: ids.filter((_, i) => i !== place) }) }, '×'))),
      ids.length < MOST && h('button', { 'data-key': 'compare-more', id: 'compare-more', onclick: () => context.store.set({ compare: [...ids, NOW] }) }, context.t('compareMore')),
      h('span', { class: 'segments', role: 'group', 'aria-label': context.t('compareHow') }, ...MODES.map((mode) => h('button', { class: 'segment', 'data-key': `mode-${mode}`, 'data-mode': mode, 'aria-pressed': String(this.mode === mode), onclick: () => this.turn(mode) }, context.t(`compare_${mode}`)))),
      h('button', { class: 'close', 'data-key': 'compare-close', id: 'compare-close', title: `${context.t('close')} (Esc)`, 'aria-label': context.t('close'), onclick: () => this.close() }, '×'));
  }

  /** @param {Mode} mode */
  turn(mode) {
    this.mode = mode;
    this.render();
  }

  /** Makes the maps where others are needed than there are. */
  build() {
    const { session } = this.context;
    const wanted = this.mode === 'difference' ? 1 : this.comparison.sides.length;
    const built = [this.mode, wanted, ...['buildings', 'walk_edges', 'boundaries'].filter((name) => name in this.view.layers)].join(' ');
    if (built === this.built) return;
    const at = this.panes[0] ?? null;
    const where = at ? { centre: at.map.getCenter(), zoom: at.map.getZoom() } : null;
    this.clear();
    this.built = built;
    const frames = Array.from({ length: wanted }, () => h('div', { class: 'compare-map', tabIndex: 0 }));
    this.captions = frames.map(() => h('div', { class: 'compare-caption' }));
    this.maps.className = `compare-maps is-${this.mode} is-${wanted}`;
    this.maps.replaceChildren(...frames.map((frame, i) => h('div', { class: 'compare-frame' }, frame, this.captions?.[i])), this.legend(), ...(this.mode === 'swipe' ? [this.slider()] : []));
    this.panes = frames.map((frame) => new Pane(session, this.view, frame, (pane) => this.follow(pane)));
    const { bbox } = session.workspace;
    for (const { map } of this.panes) {
      if (where) map.setView(where.centre, where.zoom, { animate: false });
      // A district that the map shows as a whole is seen as a whole.
      else if (bbox && this.view.map.getBounds().pad(0.1).contains(boundsOf(bbox))) map.fitBounds(boundsOf(bbox), { paddingTopLeft: [8, 8], paddingBottomRight: [8, 40], animate: false });
    }
  }

  /** The bar between the maps of a swipe. */
  slider() {
    const put = (/** @type {string} */ value) => this.maps.style.setProperty('--swipe', `${value}%`);
    put('50');
    return h('input', { type: 'range', class: 'compare-swipe', id: 'compare-swipe', min: '0', max: '100', step: '1', value: '50', 'aria-label': this.context.t('compareSwipe'), oninput: (/** @type {any} */ event) => put(event.target.value) });
  }

  legend() {
    const { context } = this;
    const lines = this.mode === 'difference'
      ? DIFFERENCE.map((_, i) => h('li', {}, differenceSwatch(i), context.t(walkDifferenceKey(i))))
      : Array.from({ length: CLASSES }, (_, band) => h('li', {}, swatch(band), context.t(bandKey(band))));
    return h('ul', { class: 'compare-legend' }, ...lines);
  }

  /** All maps show the same place at the same scale. @param {Pane} pane that was moved */
  follow(pane) {
    if (this.isFollowing) return;
    this.isFollowing = true;
    for (const other of this.panes) if (other !== pane) other.follow(pane);
    this.isFollowing = false;
  }

  show() {
    const { sides } = this.comparison;
    const { context } = this;
    const [first, last] = [sides[0], /** @type {import('./comparison.js').Side} */ (sides.at(-1))];
    this.panes.forEach((pane, i) => {
      const caption = this.mode === 'difference' ? context.t('compareFromTo', { from: this.nameOf(first.id), to: this.nameOf(last.id) }) : this.nameOf(sides[i].id);
      if (this.mode === 'difference') pane.showDifference(first, last);
      else pane.showSide(sides[i]);
      this.captions?.[i].replaceChildren(h('bdi', {}, caption));
      pane.map.getContainer().setAttribute('aria-label', caption);
    });
  }

  renderTable() {
    const { context } = this;
    const { sides } = this.comparison;
    const rows = this.comparison.rows;
    const total = sumOf(rows);
    const said = { from: this.nameOf(sides[0].id), to: this.nameOf(sides[sides.length - 1].id) };
    const counts = { better: rows.filter((row) => row.after < row.before).length, worse: rows.filter((row) => row.after > row.before).length, same: rows.filter((row) => row.after === row.before).length };
    const head = (/** @type {Column} */ column) => h('th', { scope: 'col', 'aria-sort': this.order.column === column ? (this.order.down ? 'descending' : 'ascending') : null }, h('button', { class: 'link', 'data-key': `compare-sort-${column}`, onclick: () => this.sortBy(column) }, context.t(`compareCol_${column}`), this.order.column === column ? (this.order.down ? ' ↓' : ' ↑') : ''));
    const cells = (/** @type {import('./difference.js').Difference} */ row) => [h('td', {}, count(row.before)), h('td', {}, count(row.after)), h('td', { class: row.after < row.before ? 'delta is-better' : row.after > row.before ? 'delta is-worse' : '' }, signed(row.after - row.before)), h('td', {}, count(row.better)), h('td', {}, count(row.worse)), h('td', {}, count(row.unchanged))];
    fill(this.table,
      h('p', { class: 'words', id: 'compare-words', role: 'status' }, context.t('compareWords', { ...said, group: context.groupName(context.session.group), service: context.serviceName(), better: count(total.better), worse: count(total.worse), unchanged: count(total.unchanged) }), ' ',
        h('span', { class: 'quiet' }, context.t('compareCommunities', { better: count(counts.better), worse: count(counts.worse), same: count(counts.same) })), total.isNet && h('span', { class: 'quiet' }, ` ${context.t('compareNet')}`)),
      h('div', { class: 'compare-rows' }, h('table', { class: 'card-table', id: 'compare-table' }, h('thead', {}, h('tr', {}, ...COLUMNS.map(head))),
        h('tbody', {}, h('tr', { class: 'is-total' }, h('th', { scope: 'row' }, context.t('compareAll')), ...cells(total)),
          ...this.sorted(rows).map((row) => h('tr', { 'data-code': row.code }, h('th', { scope: 'row' }, h('button', { class: 'link', 'data-key': `compare-${row.code}`, onclick: () => this.flyTo(row.code) }, h('bdi', {}, this.areaName(row.code)))), ...cells(row)))))),
      h('p', {}, h('button', { class: 'link', id: 'compare-csv', 'data-key': 'compare-csv', onclick: () => this.save(rows) }, context.t('compareCsv'))));
  }

  /** @param {string} code */
  areaName(code) {
    const { context } = this;
    return context.areaName(context.findArea('community', code)?.properties ?? { code });
  }

  /** @param {import('./difference.js').Difference[]} rows */
  sorted(rows) {
    const { column, down } = this.order;
    const valueOf = (/** @type {import('./difference.js').Difference} */ row) => (column === 'name' ? this.areaName(row.code) : column === 'change' ? Math.abs(row.after - row.before) : row[column]);
    return [...rows].sort((a, b) => {
      const [x, y] = [valueOf(a), valueOf(b)];
      const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh');
      return down ? -order : order;
    });
  }

  /** @param {Column} column */
  sortBy(column) {
    this.order = { column, down: this.order.column === column ? !this.order.down : column !== 'name' };
    this.renderTable();
  }

  /** @param {string} code */
  flyTo(code) {
    const area = this.context.findArea('community', code);
    const [pane] = this.panes;
    if (area?.geometry && pane) pane.map.fitBounds(boundsOfFeature(area), { animate: false });
  }

  /** @param {import('./difference.js').Difference[]} rows */
  save(rows) {
    const { context } = this;
    const heads = ['code', ...COLUMNS.map((column) => context.t(`compareCol_${column}`))];
    const lines = this.sorted(rows).map((row) => [row.code, this.areaName(row.code), row.before, row.after, row.after - row.before, row.better, row.worse, row.unchanged]);
    download(`compare_${context.session.service.code}_${context.session.group}.csv`, new Blob([csv(heads, lines)], { type: 'text/csv;charset=utf-8' }));
  }
}
