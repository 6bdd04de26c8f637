/** @import { Context } from '../context.js' */
/** @import { Feature, Selection } from '../types.js' */
import { fill, h } from '../dom.js';
import { idOf } from '../trial.js';

const MOST_HITS = 12;

/** Finds areas, compounds, facilities and idle spaces by name. */
export class SearchBox {
  /** @param {Context} context @param {(lon: number, lat: number) => void} flyTo for what has a position of its own */
  constructor(context, flyTo) {
    this.context = context;
    this.flyTo = flyTo;
    this.input = h('input', {
      type: 'search', id: 'search', autocomplete: 'off', spellcheck: false, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'search-hits',
      'data-key': 'search', oninput: () => this.showHits(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event),
    });
    this.hits = h('ul', { id: 'search-hits', class: 'hits', role: 'listbox', hidden: true });
    this.element = h('div', { class: 'search', role: 'search' }, this.input, h('kbd', { 'aria-hidden': 'true' }, '/'), this.hits);
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(/** @type {Node|null} */ (event.relatedTarget))) this.close();
    });
  }

  render() {
    this.input.placeholder = this.context.t('search');
    this.input.setAttribute('aria-label', this.context.t('search'));
    if (!this.hits.hidden) this.showHits();
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  close() {
    this.hits.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }

  showHits() {
    const wanted = this.input.value.trim().toLowerCase();
    if (!wanted) return this.close();
    const hits = this.find(wanted);
    this.hits.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    fill(this.hits, ...hits.map((hit) => h('li', { role: 'presentation' },
      h('button', { role: 'option', class: 'hit', onclick: () => this.take(hit), onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event) },
        h('span', {}, hit.name), h('span', { class: 'kind' }, this.context.t(`searchKind_${hit.kind}`))))),
    hits.length === 0 && h('li', { class: 'none' }, this.context.t('searchNone', { text: this.input.value.trim() })));
  }

  /** @param {string} wanted lower case @returns {{name: string, kind: string, selection: Selection, feature: Feature}[]} */
  find(wanted) {
    const { features } = this.context.session;
    /** @type {[string, string, (feature: Feature) => Selection][]} */
    const places = [
      ['boundaries', 'area', (feature) => ({ kind: 'area', level: feature.properties.level, code: idOf(feature) })],
      ['facilities', 'facility', (feature) => ({ kind: 'facility', id: idOf(feature) })],
      ['idle_spaces', 'idle', (feature) => ({ kind: 'idle', id: idOf(feature) })],
      ['compounds', 'compound', (feature) => ({ kind: 'area', level: 'compound', code: idOf(feature) })],
    ];
    const found = [];
    for (const [collection, kind, selectionOf] of places) {
      for (const feature of features[collection] ?? []) {
        if (found.length === MOST_HITS) return found;
        const { name, name_en } = feature.properties;
        if (!`${name ?? ''}\n${name_en ?? ''}`.toLowerCase().includes(wanted)) continue;
        found.push({ name: this.context.areaName({ name, name_en, code: idOf(feature) }), kind, selection: selectionOf(feature), feature });
      }
    }
    return found;
  }

  /** @param {{selection: Selection, feature: Feature}} hit */
  take(hit) {
    this.close();
    this.context.select(hit.selection);
    if (hit.feature.geometry?.type === 'Point') this.flyTo(hit.feature.geometry.coordinates[0], hit.feature.geometry.coordinates[1]);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const options = [...this.hits.querySelectorAll('button')];
    const here = options.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    if (event.key === 'ArrowDown') options[Math.min(here + 1, options.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (options[here - 1] ?? this.input).focus();
    else if (event.key === 'Enter' && here < 0) options[0]?.click();
    else if (event.key === 'Escape') {
      this.close();
      this.input.blur();
    } else return;
    event.stopPropagation();
    if (event.key !== 'Enter' || here < 0) event.preventDefault();
  }
}
