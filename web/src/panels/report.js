/** @import { Context } from '../context.js' */
import { exportUrl } from '../api.js';
import { fill, h } from '../dom.js';
import { count } from '../format.js';

const FORMATS = ['geojson', 'csv', 'gpkg'];

/** Taking the result along: print, link, files. */
export class ReportPanel {
  /** @param {Context} context @param {() => void} exportMap */
  constructor(context, exportMap) {
    this.context = context;
    this.exportMap = exportMap;
    this.element = h('div', { class: 'report' });
  }

  render() {
    const { context } = this;
    fill(this.element, h('h2', {}, context.t('reportTitle')), h('p', { class: 'note' }, context.t('reportHint')),
      h('div', { class: 'buttons' },
        h('button', { class: 'primary', 'data-key': 'export-map', id: 'report-export-map', onclick: this.exportMap }, context.t('reportExportMap')),
        h('button', { 'data-key': 'print', onclick: () => window.print() }, context.t('printMap')),
        h('button', { 'data-key': 'copy', onclick: (/** @type {Event} */ event) => this.copyLink(/** @type {HTMLElement} */ (event.currentTarget)) }, context.t('copyLink'))),
      ...exportLists(context));
  }

  /** @param {HTMLElement} button */
  async copyLink(button) {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = this.context.t('copied');
    } catch {
      // Without the permission the reader still gets the address, ready to be copied by hand.
      button.replaceWith(h('input', { type: 'text', readOnly: true, value: location.href, 'aria-label': this.context.t('copyLink') }));
    }
  }
}

/** Links to the downloads of every layer. @param {Context} context */
export function exportLists(context) {
  const { workspace } = context.session;
  const { layers, rule_pack: pack } = workspace;
  /** @param {boolean} result */
  const list = (result) => h('ul', { class: 'exports' }, ...layers.filter((layer) => layer.result === result).map((layer) => h('li', {},
    h('span', { class: 'name' }, context.name(layer.title)), h('span', { class: 'quiet' }, layer.count ? context.t('exportRows', { n: count(layer.count) }) : ''),
    h('span', { class: 'formats' }, ...FORMATS.map((format) => h('a', { href: exportUrl(layer.name, format), download: `${layer.name}.${format}`, 'data-key': `${layer.name}.${format}` }, { geojson: 'GeoJSON', csv: 'CSV', gpkg: 'GPKG' }[format]))))));
  return [
    h('h3', {}, context.t('exportResult')), list(true), h('p', { class: 'note' }, context.t('exportNote', { pack: `${context.name(pack.name)} ${pack.edition}` })),
    h('h3', {}, context.t('exportSource')), list(false),
    workspace.synthetic && h('p', { class: 'note' }, h('span', { class: 'tag is-synthetic' }, context.t('synthetic'))),
  ];
}
