/** @import { Context } from '../context.js' */
/** @import { FileImport } from '../imports/fileImport.js' */
import { fill, h } from '../dom.js';
import { layerOf, tableOf } from '../imports/corrections.js';
import { foundSections } from './importFound.js';
import { failureNote, jobProgress, uploadRows } from './importProgress.js';
import { resultSections, storedSections } from './importResult.js';

const DONE = new Set(['stored']);

/** Files on their way into the workspace: what was recognised, corrected, found wrong, and written. */
export class ImportPanel {
  /** @param {Context} context @param {(fit: boolean) => void} preview draws the sample of the current import on the map */
  constructor(context, preview) {
    this.context = context;
    this.preview = preview;
    this.top = h('div', { class: 'import-top' });
    this.list = h('div', { class: 'import-list' });
    this.progress = h('div', { class: 'import-progress', role: 'status' });
    this.body = h('div', { class: 'import-body' });
    this.foot = h('div', { class: 'side-foot' });
    this.element = h('div', { class: 'side-part' }, h('div', { class: 'side-scroll' }, this.top, this.list, this.progress, this.body), this.foot);
    this.input = h('input', { type: 'file', id: 'import-files', multiple: true, hidden: true, onchange: () => this.take() });
    /** What the map shows now, to move it only when something else is shown. */
    this.drawn = '';
  }

  get imports() {
    return this.context.session.imports;
  }

  enter() {
    this.imports.prepare();
  }

  leave() {
    this.drawn = '';
    this.preview(false);
  }

  take() {
    const files = [...this.input.files ?? []];
    this.input.value = '';
    if (files.length > 0) this.imports.add(files);
  }

  render() {
    const { context, imports } = this;
    const { current } = imports;
    fill(this.top, this.input, this.zone(imports.items.length === 0),
      ...imports.refused.map(({ name, error }) => h('p', { class: 'note is-bad', role: 'alert' }, h('strong', {}, name), ' ', error[context.lang].detail)));
    const others = imports.items.length > 1;
    this.list.hidden = !others;
    fill(this.list, others && h('ul', { 'aria-label': context.t('importList') }, ...imports.items.map((item) => this.listed(item))));
    this.renderProgress();
    fill(this.body, ...(current ? this.bodyOf(current) : [h('p', { class: 'note' }, context.t('importWhat'))]));
    fill(this.foot, ...(current ? this.buttonsOf(current) : []));
    this.foot.hidden = !current;
    this.draw(current);
  }

  /** Only numbers moved: what the reader may be typing in stays. */
  renderProgress() {
    const { current } = this.imports;
    const shown = current && (current.isBusy ? jobProgress(this.context, current) : current.inspection || current.stage === 'failed' ? null : uploadRows(this.context, current));
    fill(this.progress, shown);
  }

  /** @param {boolean} isEmpty */
  zone(isEmpty) {
    const { context } = this;
    return h('div', { class: `drop-zone${isEmpty ? ' is-empty' : ''}` },
      h('button', { class: isEmpty ? 'primary' : '', 'data-key': 'import-choose', onclick: () => this.input.click() }, context.t(isEmpty ? 'importChoose' : 'importMore')),
      h('span', { class: 'note' }, context.t('importDrop')));
  }

  /** @param {FileImport} item */
  listed(item) {
    const { context, imports } = this;
    return h('li', {}, h('button', { class: 'import-item', 'data-key': `import-${item.key}`, 'aria-current': item === imports.current ? 'true' : null, onclick: () => imports.show(item) },
      h('span', { class: 'name' }, item.name), h('span', { class: `tag is-${item.stage}` }, context.t(`importStage_${item.failure ? 'failed' : item.stage}`))));
  }

  /** @param {FileImport} item @returns {import('../dom.js').Child[]} */
  bodyOf(item) {
    const { context } = this;
    const head = h('h3', { class: 'import-name' }, item.name);
    if (item.stage === 'stored') return [head, ...storedSections(context, item)];
    const failure = item.failure && failureNote(context, item);
    if (!item.inspection || !this.imports.choices) return [head, failure];
    return [head, failure, ...(item.result ? resultSections(context, item) : []), ...foundSections(context, item, this.imports.choices, () => this.preview(true))];
  }

  /** @param {FileImport} item @returns {import('../dom.js').Child[]} */
  buttonsOf(item) {
    const { context, imports } = this;
    if (DONE.has(item.stage)) return [h('button', { 'data-key': 'import-clear', onclick: () => imports.remove(item) }, context.t('importClear'))];
    const cancel = h('button', { 'data-key': 'import-cancel', id: 'import-cancel', onclick: () => imports.remove(item) }, context.t('importCancel'));
    if (item.isBusy) return [h('button', { 'data-key': 'import-stop', id: 'import-stop', onclick: () => item.stop() }, context.t(item.stage === 'checking' ? 'importStopReading' : 'importStopWriting')), cancel];
    if (!item.inspection) return [cancel];
    if (item.stage === 'checked') {
      return [h('button', { class: 'primary', 'data-key': 'import-commit', id: 'import-commit', onclick: () => item.commit() }, context.t(item.replace ? 'importCommitReplace' : 'importCommit')), cancel];
    }
    const missing = this.missing(item);
    return [h('button', { class: 'primary', 'data-key': 'import-check', id: 'import-check', disabled: missing !== null || item.isStale, onclick: () => item.check() }, context.t('importCheck')), cancel,
      missing && h('span', { class: 'note is-warning', id: 'import-missing' }, context.t(missing))];
  }

  /** What the reader has to say before the file can be read; null where nothing is missing. @param {FileImport} item */
  missing(item) {
    const table = item.inspection && tableOf(item.inspection, item.said);
    if (!table) return null;
    if (!layerOf(table, item.said)) return 'importNeedsLayer';
    const layer = this.imports.choices?.layers.find(({ name }) => name === layerOf(table, item.said));
    if (table.crs.code === null && layer?.geometry !== 'none') return 'importNeedsCrs';
    return table.encoding.origin === 'guessed' && table.encoding.name !== 'utf-8' && !item.isEncodingFine ? 'importNeedsEncoding' : null;
  }

  /** @param {FileImport|null} item */
  draw(item) {
    const table = item?.inspection && item.stage !== 'stored' ? tableOf(item.inspection, item.said) : null;
    const drawn = table ? JSON.stringify([item?.key, table.name, table.crs.code, item?.said.swap_axes, item?.said.datum_shift, item?.said.map, table.sample.geometries.length]) : '';
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.preview(table !== null);
  }
}
