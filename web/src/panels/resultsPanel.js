/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
/** @import { Kind, Table } from '../results/tables.js' */
import { exportUrl } from '../api.js';
import { fill, h } from '../dom.js';
import { count } from '../format.js';
import { columnsOf, filtersOf, nameOf, sorted, TABLES } from '../results/tables.js';
import { cellText, cellTitle, headOf } from './resultCell.js';
import { whiskers } from './whiskers.js';

const ROWS_AT_ONCE = 200;
const LEVELS = ['community', 'subdistrict', 'district'];
const FORMATS = /** @type {const} */ ([['xlsx', 'Excel'], ['csv', 'CSV'], ['geojson', 'GeoJSON'], ['gpkg', 'GPKG']]);
const NUMBERS = new Set(['count', 'decimal', 'percent']);

/** Every result as a table: of an area, of a service, sorted by a column, and to be taken along. */
export class ResultsPanel {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.top = h('div', { class: 'results-top' });
    this.body = h('div', { class: 'side-scroll results' });
    this.foot = h('div', { class: 'side-foot' });
    this.element = h('div', { class: 'side-part' }, this.top, this.body, this.foot);
    this.level = 'community';
    /** True for the chosen service alone; null as the table begins. @type {boolean|null} */
    this.service = null;
    /** @type {{name: string, down: boolean}|null} */
    this.sort = null;
    this.shown = ROWS_AT_ONCE;
  }

  get results() {
    return this.context.session.results;
  }

  enter() {
    this.shown = ROWS_AT_ONCE;
  }

  leave() {}

  /** The tables that the server has. */
  get tables() {
    return TABLES.filter(({ layer }) => this.results.has(layer));
  }

  /** @returns {Table|undefined} */
  get table() {
    const { table } = this.context.store.state;
    return this.tables.find(({ layer }) => layer === table) ?? this.tables[0];
  }

  render() {
    const { table } = this;
    if (!table) return fill(this.body, h('p', { class: 'note' }, this.context.t('resultsNone')));
    const has = this.results.columns(table.layer);
    this.renderTop(table, has);
    this.renderBody(table, has);
    this.renderFoot(table);
  }

  /** @param {Table} table @param {Set<string>|null} has */
  renderTop(table, has) {
    const { context } = this;
    const { store } = context;
    const { selection } = store.state;
    const area = selection?.kind === 'area' ? selection : null;
    fill(this.top,
      h('label', { class: 'visually-hidden', for: 'results-table' }, context.t('resultsTable')),
      h('select', { id: 'results-table', 'data-key': 'results-table', onchange: (/** @type {Event} */ event) => this.open(/** @type {HTMLSelectElement} */ (event.target).value) },
        ...this.tables.map(({ layer }) => h('option', { value: layer, selected: layer === table.layer }, this.title(layer)))),
      has?.has('level') && !area && h('select', { id: 'results-level', 'data-key': 'results-level', 'aria-label': context.t('areaSort'), onchange: (/** @type {Event} */ event) => this.change(() => { this.level = /** @type {HTMLSelectElement} */ (event.target).value; }) },
        ...LEVELS.map((level) => h('option', { value: level, selected: level === this.level }, context.t(`level_${level}`)))),
      area && h('button', { class: 'chip', 'data-key': 'results-area', title: context.t('resultsAllAreas'), onclick: () => context.select(null) }, context.areaName(context.findArea(area.level, area.code)?.properties ?? { code: area.code }), ' ×'),
      has?.has('service') && h('label', { class: 'field is-check' },
        h('input', { type: 'checkbox', id: 'results-service', 'data-key': 'results-service', checked: this.isOfService(table), onchange: () => this.change(() => { this.service = !this.isOfService(table); }) }),
        context.t('resultsOnly', { service: context.serviceName() })),
      h('p', { class: 'note' }, context.t(`resultsAbout_${table.layer}`)));
  }

  /** @param {() => void} step */
  change(step) {
    step();
    this.shown = ROWS_AT_ONCE;
    this.render();
  }

  /** @param {Table} table */
  isOfService(table) {
    return this.service ?? table.ofService ?? false;
  }

  /** @param {string} layer */
  open(layer) {
    this.service = null;
    this.sort = null;
    this.shown = ROWS_AT_ONCE;
    this.context.store.set({ table: layer });
  }

  /** @param {Table} table @param {Set<string>|null} has */
  renderBody(table, has) {
    const { context } = this;
    const rows = has && this.results.rows(table.layer, this.filters(table, has));
    if (!rows) return fill(this.body, h('p', { class: 'note', role: 'status' }, context.t('resultsAsking')), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }));
    if (rows.length === 0) return fill(this.body, h('p', { class: 'empty', id: 'results-empty' }, context.t('resultsEmpty')));
    const columns = columnsOf(rows, table, context.lang).filter(({ name }) => name !== 'service' || !this.isOfService(table));
    const inOrder = sorted(rows, this.order(table));
    const left = rows.length - this.shown;
    fill(this.body, h('p', { class: 'note', id: 'results-count', role: 'status' }, context.t('resultsRows', { n: count(rows.length) })),
      h('div', { class: 'rows-scroll' }, h('table', { class: 'results-table' }, this.head(columns, table),
        h('tbody', {}, ...inOrder.slice(0, this.shown).map((row) => this.row(row, columns, table))))),
      left > 0 && h('button', { class: 'link', 'data-key': 'results-more', onclick: () => { this.shown += ROWS_AT_ONCE; this.render(); } }, context.t('showMore', { n: Math.min(left, ROWS_AT_ONCE) })));
  }

  /** @param {Table} table @param {Set<string>} has */
  filters(table, has) {
    const { session, store } = this.context;
    const { selection } = store.state;
    const area = selection?.kind === 'area' ? selection : null;
    return filtersOf(table, { level: area?.level ?? this.level, code: area?.code ?? null, service: this.isOfService(table) ? session.service.code : null }, has);
  }

  /** @param {{name: string, kind: Kind}[]} columns @param {Table} table */
  head(columns, table) {
    const { context } = this;
    return h('thead', {}, h('tr', {}, ...columns.map(({ name, kind }) => {
      const sort = this.order(table);
      const isSorted = sort?.name === name;
      return h('th', { scope: 'col', class: NUMBERS.has(kind) ? 'is-number' : '', 'aria-sort': isSorted ? (sort?.down ? 'descending' : 'ascending') : null },
        h('button', { class: 'link', 'data-key': `sort-${name}`, onclick: () => this.sortBy(table, name, NUMBERS.has(kind)) }, headOf(context, name), isSorted && (sort?.down ? ' ↓' : ' ↑')));
    }), table.layer === 'sensitivity' && h('th', { scope: 'col' }, context.t('resultsBand'))));
  }

  /** @param {Table} table */
  order(table) {
    return this.sort ?? table.sort ?? null;
  }

  /** Numbers begin with the largest, words with the first. @param {Table} table @param {string} name @param {boolean} isNumber */
  sortBy(table, name, isNumber) {
    const now = this.order(table);
    this.sort = now?.name === name ? { name, down: !now.down } : { name, down: isNumber };
    this.render();
  }

  /** @param {Feature} row @param {{name: string, kind: Kind}[]} columns @param {Table} table */
  row(row, columns, table) {
    const { context } = this;
    const { level, code } = row.properties;
    const canPick = typeof level === 'string' && typeof code === 'string' && level !== 'district' && code !== '';
    return h('tr', {}, ...columns.map(({ name, kind }) => {
      if (kind !== 'area') return h('td', { class: NUMBERS.has(kind) ? 'is-number' : kind === 'text' ? 'is-text' : '', title: cellTitle(row, name, kind) }, cellText(context, row, name, kind));
      const words = canPick ? context.areaName(context.findArea(level, code)?.properties ?? row.properties) : nameOf(row, context.lang);
      return h('th', { scope: 'row' }, canPick ? h('button', { class: 'link', onclick: () => context.select({ kind: 'area', level, code }) }, words) : words);
    }), table.layer === 'sensitivity' && h('td', {}, whiskers(row)));
  }

  /** @param {string} layer */
  title(layer) {
    const { context } = this;
    return context.name(context.session.workspace.layers.find(({ name }) => name === layer)?.title) || layer;
  }

  /** @param {Table} table */
  renderFoot(table) {
    const { context } = this;
    fill(this.foot, h('span', { class: 'note' }, context.t('resultsTake')),
      ...FORMATS.map(([format, name]) => h('a', { href: exportUrl(table.layer, format), download: `${table.layer}.${format}`, 'data-key': `results-${format}` }, name)));
  }
}
