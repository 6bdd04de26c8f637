/** @import { Context } from '../context.js' */
/** @import { Look } from './look.js' */
import { download } from '../download.js';
import { fill, h } from '../dom.js';
import { how } from '../provenance/figure.js';
import { loadCharts } from './library.js';
import { look } from './look.js';

/**
 * What a chart shows: the picture, the same as rows, and what it says in words. `pick` hears which element was clicked or chosen by the keyboard in
 * the table.
 * @typedef {{title: string, words: string, file: string, heads: string[], rows: (string|number)[][], option: (colours: Look) => any, pick?: (row: number) => void, picked?: number|null, height?: number, how?: string}} Shown
 */

const HEIGHT = 220;

/** A chart with its title, the same as a table, and its files. The picture is read out as words; the table has every number. */
export class Chart {
  /** @param {Context} context @param {string} key of the controls, one for each chart on the page */
  constructor(context, key) {
    this.context = context;
    this.key = key;
    this.isTable = false;
    /** @type {Shown|null} */
    this.shown = null;
    /** @type {any} */
    this.instance = null;
    this.head = h('div', { class: 'chart-head' });
    this.host = h('div', { class: 'chart-host', role: 'img' });
    this.table = h('div', { class: 'chart-table' });
    this.element = h('figure', { class: 'chart', id: `chart-${key}` }, this.head, this.host, this.table);
    // The picture is drawn for a width, and the panel may be opened, closed or narrowed.
    this.watch = new ResizeObserver(() => this.instance?.resize());
    this.watch.observe(this.host);
  }

  /** @param {Shown} shown */
  show(shown) {
    this.shown = shown;
    this.host.style.height = `${shown.height ?? HEIGHT}px`;
    this.renderHead(shown);
    this.host.setAttribute('aria-label', `${shown.title}. ${shown.words}`);
    this.host.hidden = this.isTable;
    this.table.hidden = !this.isTable;
    if (this.isTable) this.renderTable(shown);
    else this.draw();
  }

  async draw() {
    const { context } = this;
    await context.session.attempt('charts', () => this.draw(), async () => {
      const library = await loadCharts();
      if (!this.shown || !this.host.isConnected) return;
      this.instance ??= this.begin(library);
      this.instance.setOption(this.shown.option(look()), { notMerge: true });
    });
  }

  /** @param {Awaited<ReturnType<typeof loadCharts>>} library */
  begin(library) {
    const chart = library.init(this.host, null, { renderer: 'svg' });
    chart.on('click', (/** @type {{dataIndex: number}} */ { dataIndex }) => this.shown?.pick?.(dataIndex));
    return chart;
  }

  /** Frees what the library keeps; the chart is drawn anew when it is shown again. */
  close() {
    this.instance?.dispose();
    this.instance = null;
  }

  /** @param {Shown} shown */
  renderHead(shown) {
    const { context } = this;
    const tool = (/** @type {string} */ key, /** @type {string} */ name, /** @type {() => void} */ act, /** @type {boolean|null} */ pressed = null) => h('button', { class: 'link', 'data-key': `chart-${this.key}-${key}`, 'aria-pressed': pressed === null ? null : String(pressed), onclick: act }, name);
    fill(this.head, h('h3', {}, shown.title, ' ', shown.how && how(context, shown.how)), h('span', { class: 'chart-tools' },
      tool('table', context.t('chartTable'), () => this.turn(), this.isTable), tool('svg', 'SVG', () => this.save('svg')), tool('png', 'PNG', () => this.save('png'))),
    h('p', { class: 'note' }, shown.words));
  }

  turn() {
    this.isTable = !this.isTable;
    if (this.shown) this.show(this.shown);
  }

  /** @param {Shown} shown */
  renderTable(shown) {
    const row = (/** @type {(string|number)[]} */ cells, /** @type {number} */ i) => h('tr', { 'aria-selected': shown.picked === i ? 'true' : null }, ...cells.map((cell, column) => (column === 0
      ? h('th', { scope: 'row' }, shown.pick ? h('button', { class: 'link', 'data-key': `chart-${this.key}-${i}`, onclick: () => shown.pick?.(i) }, cell) : cell)
      : h('td', {}, cell))));
    fill(this.table, h('table', { class: 'card-table' }, h('thead', {}, h('tr', {}, ...shown.heads.map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, ...shown.rows.map(row))));
  }

  /** The picture as a file, on paper's ground whatever the theme. @param {'svg'|'png'} type */
  async save(type) {
    const { context } = this;
    await context.session.attempt('charts', () => this.save(type), async () => {
      const library = await loadCharts();
      if (!this.shown) return;
      const size = { width: 900, height: 500 };
      const drawn = library.init(null, null, { renderer: 'svg', ssr: true, ...size });
      drawn.setOption({ ...this.shown.option(look()), title: { text: this.shown.title, left: 'center', bottom: 0, textStyle: { fontSize: 13, color: look().ink } }, backgroundColor: look().paper });
      const text = drawn.renderToSVGString();
      drawn.dispose();
      await download(`${this.shown.file}.${type}`, type === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngOf(text, size));
    });
  }
}

/** @param {string} text SVG @param {{width: number, height: number}} size @returns {Promise<Blob>} twice as fine */
async function pngOf(text, { width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'); });
}
