/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
/** @import { Options, Sheet } from './types.js' */
import { isAborted } from '../api.js';
import { fill, h, saveFile } from '../dom.js';
import { count } from '../format.js';
import { boundsOf } from '../map.js';
import { wordsOf } from '../panels/status.js';
import { toCanvas, toDrawing, toPng, toSvg } from './drawing.js';
import { Extents } from './extents.js';
import { optionFields, placeFields, serviceFields } from './fields.js';
import { pixelsOf, PX_PER_INCH, RESOLUTIONS } from './paper.js';
import { printDrawing } from './printing.js';
import { eachService } from './series.js';
import { makeSheet } from './sheet.js';

const PREVIEW_PX = 520;
const PREVIEW_WAIT_MS = 150;

/** Takes the map along as a picture or a drawing: what it is to be, how it will look, and the files. */
export class MapExportPanel {
  /** @param {Context} context @param {MapView} view @param {() => void} close closes the dialog around it */
  constructor(context, view, close) {
    this.context = context;
    this.view = view;
    this.close = close;
    this.extents = new Extents(context, view);
    /** @type {Options} */
    this.options = { format: 'png', paper: 'a4_landscape', dpi: 150, style: 'light', lang: context.lang, extent: 'view', scale: null, title: '', hasLegend: true };
    /** Services of a series. @type {Set<string>} */
    this.services = new Set();
    /** @type {AbortController|null} */
    this.running = null;
    /** @type {AbortController|null} */
    this.previewing = null;
    this.form = h('div', { class: 'map-export-form' });
    this.picture = h('div', { class: 'map-export-picture' });
    this.says = h('p', { class: 'note', id: 'map-export-says', 'aria-live': 'polite' });
    this.outcome = h('div', { class: 'map-export-outcome' });
    this.element = h('section', { class: 'map-export', 'aria-labelledby': 'map-export-title' });
  }

  /** Shows the form for the map as it is now. @returns {HTMLElement} */
  open() {
    const { context } = this;
    this.options.lang = context.lang;
    // Who has picked an area wants its map.
    const isArea = context.store.state.selection?.kind === 'area' && this.extents.picked() !== null;
    if (isArea && this.options.extent === 'view') this.options.extent = 'picked';
    if (this.options.extent === 'picked' && !this.extents.picked()) this.options.extent = 'view';
    fill(this.element, h('h3', { id: 'map-export-title' }, context.t('mapExport')), this.form, h('div', {}, this.picture, this.says, this.outcome));
    fill(this.outcome);
    this.render();
    return this.element;
  }

  render() {
    const { context } = this;
    const change = (/** @type {Partial<Options>} */ patch) => this.change(patch);
    fill(this.form, ...optionFields(context, this.options, this.extents.choices(), change), ...placeFields(context, this.options.extent, {
      keep: (name) => this.keep(name), forget: (name) => this.forget(name), go: () => this.go(),
    }),
      h('div', { class: 'buttons' },
        ...['png', 'svg'].map((format) => h('button', { class: format === 'png' ? 'primary' : '', id: `map-export-${format}`, 'data-key': `map-export-${format}`, disabled: this.running !== null, onclick: () => this.exportOne(/** @type {Options['format']} */ (format)) }, context.t(`map_${format}`))),
        h('button', { id: 'map-export-print', 'data-key': 'map-export-print', disabled: this.running !== null, onclick: () => this.print() }, context.t('map_print')),
        this.running && h('button', { id: 'map-export-cancel', 'data-key': 'map-export-cancel', onclick: () => this.running?.abort() }, context.t('cancel'))),
      serviceFields(context, this.services, this.running !== null, () => this.render(), (format) => this.exportSeries(format)));
    this.preview();
  }

  /** @param {Partial<Options>} patch */
  change(patch) {
    this.options = { ...this.options, ...patch };
    // Text that is being typed stays as it is; all else may change what can be chosen.
    if ('title' in patch) this.preview();
    else this.render();
  }

  /** @param {string} name */
  keep(name) {
    this.extents.keep(name);
    this.change({ extent: `place:${name}` });
  }

  /** @param {string} name */
  forget(name) {
    this.extents.forget(name);
    this.change({ extent: 'view' });
  }

  /** Shows the chosen part on the map. */
  go() {
    this.close();
    this.view.map.fitBounds(boundsOf(this.extents.boundsOf(this.options.extent)), { animate: false });
  }

  /** @param {Options} options @returns {Sheet} */
  sheet(options) {
    return makeSheet(this.context, this.view, options, this.extents.boundsOf(options.extent));
  }

  /** Draws the sheet small, a little after the last change. */
  preview() {
    this.previewing?.abort();
    if (this.running) return;
    const { signal } = (this.previewing = new AbortController());
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.attempt(() => this.inLanguage(async () => {
      const sheet = this.sheet(this.options);
      const dots = PREVIEW_PX * Math.min(2, window.devicePixelRatio);
      const canvas = await toCanvas(sheet, (PX_PER_INCH * dots) / Math.max(sheet.width, sheet.height), { signal, onProgress: () => {} });
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', `${this.context.t('mapPreview')}: ${sheet.words.title}. ${sheet.words.subtitle}`);
      fill(this.picture, canvas);
      const { width, height } = pixelsOf(sheet.paper, this.options.dpi);
      fill(this.says, this.context.t('mapSays', { scale: count(sheet.scale), width: count(width), height: count(height), dpi: this.options.dpi }));
    })), PREVIEW_WAIT_MS);
  }

  /** @param {Options['format']} format */
  exportOne(format) {
    this.run(async (watch) => {
      await this.inLanguage(async () => this.save({ ...this.options, format }, watch));
      return 1;
    });
  }

  print() {
    this.run(async (watch) => {
      await this.inLanguage(async () => {
        const sheet = this.sheet(this.options);
        printDrawing((await toDrawing(sheet, watch)).root, sheet.paper);
      });
      return 0;
    });
  }

  /** The same part at the same scale for each chosen service, one file after the other. @param {Options['format']} format */
  exportSeries(format) {
    const services = this.context.session.workspace.services.map(({ code }) => code).filter((code) => this.services.has(code));
    // The first map decides on part and scale, so that the others match it.
    const bounds = this.extents.boundsOf(this.options.extent);
    const scale = this.sheet(this.options).scale;
    this.run(async (watch) => {
      await eachService(this.context.session, services, watch.signal, (_, done) => this.inLanguage(async () => {
        const part = { signal: watch.signal, onProgress: (/** @type {number} */ share) => watch.onProgress((done + share) / services.length) };
        const options = { ...this.options, format, scale, title: '' };
        await this.save(options, part, makeSheet(this.context, this.view, options, bounds));
      }));
      return services.length;
    });
  }

  /** @param {Options} options @param {import('./drawing.js').Watch} watch @param {Sheet} [sheet] */
  async save(options, watch, sheet = this.sheet(options)) {
    const name = `${this.context.session.service.code}_${options.paper}_1-${sheet.scale}`;
    if (options.format === 'svg') saveFile(await toSvg(sheet, watch), `${name}.svg`);
    else saveFile(await toPng(sheet, options.dpi, watch), `${name}_${options.dpi}dpi.png`);
  }

  /** @param {(watch: import('./drawing.js').Watch) => Promise<number>} work gives the number of files */
  async run(work) {
    this.previewing?.abort();
    this.running = new AbortController();
    const asked = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    const bar = h('progress', { max: 1, value: 0, 'aria-label': this.context.t('mapDrawing') });
    fill(this.outcome, bar);
    this.render();
    this.focus('map-export-cancel');
    await this.attempt(async () => {
      const files = await work({ signal: this.running?.signal ?? AbortSignal.abort(), onProgress: (share) => { bar.value = share; } });
      fill(this.outcome, files > 0 && h('p', { class: 'note is-good', id: 'map-export-done', role: 'status' }, this.context.t('mapSaved', { n: files })));
    });
    bar.remove();
    this.running = null;
    const isWaiting = this.form.contains(document.activeElement);
    this.render();
    if (isWaiting && asked !== undefined) this.focus(asked);
  }

  /** A control that is switched off loses the keyboard; without it Esc would not close the dialog. @param {string} key */
  focus(key) {
    const control = this.form.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (control instanceof HTMLElement) control.focus();
  }

  /** What fails is said where the reader looks: the page's notices are behind the dialog. @param {() => Promise<void>} step */
  async attempt(step) {
    try {
      await step();
    } catch (error) {
      if (isAborted(error)) return;
      const { title, detail } = wordsOf(this.context, error);
      fill(this.outcome, h('div', { class: 'note is-warning', role: 'alert', id: 'map-export-failure' }, h('strong', {}, title), ' ', detail, ' ', h('button', { class: 'link', onclick: () => this.change({ dpi: RESOLUTIONS[0] }) }, this.context.t('retry'))));
    }
  }

  /** Writes names on the map in the sheet's language for the while. @param {() => Promise<void>} step */
  async inLanguage(step) {
    const { labels } = this.view.layers;
    const { lang } = this.context;
    const isOther = labels && this.options.lang !== lang;
    if (isOther) labels.setLanguage(this.options.lang);
    try {
      await step();
    } finally {
      if (isOther) labels.setLanguage(lang);
    }
  }
}
