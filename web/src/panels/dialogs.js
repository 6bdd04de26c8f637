/** @import { Context } from '../context.js' */
import { byId, fill, h } from '../dom.js';
import { count } from '../format.js';
import { MapExportPanel } from '../mapExport/mapExportPanel.js';
import * as kept from '../kept.js';
import { provenance } from '../provenance/provenance.js';
import { setTheme } from '../theme.js';
import { exportLists } from './report.js';

const KEYS = [['/', 'key_search'], ['1 2 3', 'key_tasks'], ['↑ ↓', 'key_list'], ['← ↑ → ↓', 'key_arrows'], ['Delete', 'key_delete'], ['z Z', 'key_undo'], ['b', 'key_bands'], ['e', 'key_export'], ['?', 'key_help'], ['Esc', 'key_esc']];

/** @typedef {{on: boolean, url: string}} BaseMapChoice */

/** Help, settings and export, one at a time. */
export class Dialogs {
  /** @param {Context} context @param {BaseMapChoice} baseMap @param {(choice: BaseMapChoice) => void} onBaseMap @param {import('../mapView.js').MapView} view @param {() => void} tour begins the first steps */
  constructor(context, baseMap, onBaseMap, view, tour) {
    this.context = context;
    this.baseMap = baseMap;
    this.onBaseMap = onBaseMap;
    this.tour = tour;
    this.element = /** @type {HTMLDialogElement} */ (byId('dialog'));
    this.mapExport = new MapExportPanel(context, view, () => this.element.close());
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  /** @param {string} title @param {...import('../dom.js').Child} children */
  open(title, ...children) {
    fill(this.element, h('div', { class: 'dialog-body' }, h('div', { class: 'detail-head' }, h('h2', {}, this.context.t(title)),
      h('button', { class: 'close', title: `${this.context.t('close')} (Esc)`, 'aria-label': this.context.t('close'), onclick: () => this.element.close() }, '×')), ...children));
    if (!this.element.open) this.element.showModal();
  }

  help() {
    const { context } = this;
    this.open('helpTitle', ...['helpIntro', 'helpClick', 'helpPlace', 'helpBands', 'helpLayers'].map((key) => h('p', {}, context.t(key))),
      h('p', {}, h('button', { id: 'tour-again', onclick: () => this.startTour() }, context.t('tourAgain'))), h('h3', {}, context.t('definitions')), ...['defCovered', 'defOutside', 'defPeople'].map((key) => h('p', { class: 'note' }, context.t(key))),
      h('h3', {}, context.t('keys')), h('dl', { class: 'facts is-keys' }, ...KEYS.flatMap(([key, words]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, context.t(words))])));
  }

  startTour() {
    this.element.close();
    this.tour();
  }

  /** How a figure was computed. @param {string} key @param {string} figure @param {Record<string, string>} values */
  tell(key, figure, values) {
    this.open('howCounted', ...provenance(this.context, key, figure, values, (table) => {
      this.element.close();
      this.context.store.set({ panel: 'results', table });
    }));
  }

  export() {
    this.open('exportFiles', this.mapExport.open(), h('p', {}, h('button', { class: 'link', id: 'export-tables', onclick: () => this.toPanel('results') }, this.context.t('mapTables'))), h('h3', {}, this.context.t('exportTitle')), ...exportLists(this.context));
  }

  /** @param {import('../types.js').Panel} panel */
  toPanel(panel) {
    this.element.close();
    this.context.store.set({ panel });
  }

  settings() {
    const { context } = this;
    const { workspace } = context.session;
    const origins = workspace.base_map_origins ?? [];
    const on = h('input', { type: 'checkbox', id: 'base-map', checked: this.baseMap.on });
    const url = h('input', { type: 'url', id: 'base-map-url', value: this.baseMap.url, placeholder: 'https://…/{z}/{x}/{y}.png' });
    const apply = () => {
      this.baseMap = { on: on.checked && url.value.trim() !== '', url: url.value.trim() };
      this.onBaseMap(this.baseMap);
      this.element.close();
    };
    const theme = kept.theme();
    const themes = /** @type {const} */ (['system', 'light', 'dark']);
    this.open('settingsTitle',
      h('div', { class: 'field' }, h('label', { for: 'theme' }, context.t('theme')),
        h('select', { id: 'theme', onchange: (/** @type {any} */ event) => setTheme(event.target.value) }, ...themes.map((name) => h('option', { value: name, selected: name === theme }, context.t(`theme_${name}`))))),
      h('div', { class: 'field is-check' }, on, h('label', { for: 'base-map' }, context.t('baseMap'))),
      h('div', { class: 'field' }, h('label', { for: 'base-map-url' }, context.t('baseMapUrl')), url),
      h('p', { class: 'note' }, context.t('baseMapHint')), h('p', { class: 'note' }, origins.length > 0 ? context.t('baseMapAllowed', { origins: origins.join(' ') }) : context.t('baseMapNone')), h('p', { class: 'note' }, context.t('baseMapCrs')), h('p', {}, h('button', { class: 'primary', onclick: apply }, context.t('apply'))),
      workspace.warnings.length > 0 && h('h3', {}, context.t('warnings')), ...workspace.warnings.map((warning) => h('p', { class: 'note is-warning' }, context.name(warning))),
      h('p', {}, h('button', { class: 'link', onclick: () => this.toPanel('health') }, context.t('healthAll'))),
      workspace.imports.length > 0 && h('h3', {}, context.t('imports')),
      ...workspace.imports.map((row) => h('p', { class: 'note', title: row.imported_at }, context.t('importRow', { file: row.file, layer: row.layer, rows: count(row.rows_taken) }))),
      h('p', { class: 'note quiet' }, context.t('workspaceVersion', { version: workspace.version, fingerprint: workspace.fingerprint.slice(0, 12) })));
  }
}
