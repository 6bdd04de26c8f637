/** @import { Context } from '../context.js' */
/** @import { Options } from './types.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { PAPER_NAMES, RESOLUTIONS, SCALES } from './paper.js';

const STYLES = ['light', 'dark', 'print'];

/** @param {string} id @param {string} label @param {Node} control */
const field = (id, label, control) => h('div', { class: 'field' }, h('label', { for: id }, label), control);

/** @param {string} id @param {string} label @param {[string, string][]} choices @param {string} chosen @param {(value: string) => void} onChoice */
function choice(id, label, choices, chosen, onChoice) {
  return field(id, label, h('select', { id, 'data-key': id, onchange: (/** @type {any} */ event) => onChoice(event.target.value) },
    ...choices.map(([value, words]) => h('option', { value, selected: value === chosen }, words))));
}

/** What the sheet is to be. @param {Context} context @param {Options} options @param {[string, string][]} extents @param {(patch: Partial<Options>) => void} change @returns {HTMLElement[]} */
export function optionFields(context, options, extents, change) {
  /** @type {[string, string][]} */
  const papers = PAPER_NAMES.map((name) => [name, context.t(`paper_${name}`)]);
  /** @type {[string, string][]} */
  const styles = STYLES.map((name) => [name, context.t(`mapStyle_${name}`)]);
  return [
    field('map-title', context.t('mapTitleField'), h('input', { type: 'text', id: 'map-title', 'data-key': 'map-title', value: options.title, maxLength: 200, placeholder: context.t('mapTitleUsual'), oninput: (/** @type {any} */ event) => change({ title: event.target.value.trim() }) })),
    h('div', { class: 'field-pairs' },
      choice('map-paper', context.t('mapPaper'), papers, options.paper, (paper) => change({ paper })),
      choice('map-dpi', context.t('mapDpi'), RESOLUTIONS.map((dpi) => [String(dpi), `${dpi} dpi`]), String(options.dpi), (dpi) => change({ dpi: Number(dpi) })),
      choice('map-extent', context.t('mapExtent'), extents, options.extent, (extent) => change({ extent })),
      choice('map-scale', context.t('mapScale'), [['', context.t('mapScaleFits')], ...SCALES.map((n) => /** @type {[string, string]} */ ([String(n), `1:${count(n)}`]))], String(options.scale ?? ''), (n) => change({ scale: n === '' ? null : Number(n) })),
      choice('map-style', context.t('mapStyle'), styles, options.style, (style) => change({ style: /** @type {Options['style']} */ (style) })),
      choice('map-lang', context.t('mapLang'), [['zh', '中文'], ['en', 'English']], options.lang, (lang) => change({ lang: lang === 'zh' ? 'zh' : 'en' }))),
    h('div', { class: 'field is-check' }, h('input', { type: 'checkbox', id: 'map-legend', 'data-key': 'map-legend', checked: options.hasLegend, onchange: () => change({ hasLegend: !options.hasLegend }) }), h('label', { for: 'map-legend' }, context.t('mapLegend'))),
  ];
}

/**
 * Parts of the map that are kept under a name, so that maps match.
 * @param {Context} context @param {string} extent @param {{keep: (name: string) => void, forget: (name: string) => void, go: () => void}} actions
 */
export function placeFields(context, extent, actions) {
  const place = extent.startsWith('place:') ? extent.slice('place:'.length) : null;
  const name = h('input', { type: 'text', id: 'map-place', 'data-key': 'map-place', maxLength: 60, placeholder: context.t('placeName'), 'aria-label': context.t('placeName') });
  const keep = () => name.value.trim() !== '' && actions.keep(name.value.trim());
  return [
    h('form', { class: 'place-keep', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); keep(); } }, name, h('button', { id: 'map-place-keep', 'data-key': 'map-place-keep' }, context.t('placeKeep'))),
    h('div', { class: 'buttons' }, extent !== 'view' && h('button', { class: 'link', id: 'map-place-go', 'data-key': 'map-place-go', onclick: actions.go }, context.t('placeGo')),
      place !== null && h('button', { class: 'link', id: 'map-place-forget', 'data-key': 'map-place-forget', onclick: () => actions.forget(place) }, context.t('placeForget', { name: place }))),
  ];
}

/**
 * One map each of several services.
 * @param {Context} context @param {Set<string>} chosen @param {boolean} isRunning @param {() => void} onChange @param {(format: Options['format']) => void} onExport
 */
export function serviceFields(context, chosen, isRunning, onChange, onExport) {
  const toggle = (/** @type {string} */ code) => {
    if (!chosen.delete(code)) chosen.add(code);
    onChange();
  };
  return h('details', { class: 'map-series', open: chosen.size > 0 }, h('summary', {}, context.t('mapSeries')), h('p', { class: 'note' }, context.t('mapSeriesNote')),
    h('div', { class: 'service-checks' }, ...context.session.workspace.services.map(({ code, name }) => h('label', { class: 'layer-toggle' },
      h('input', { type: 'checkbox', 'data-key': `series-${code}`, value: code, checked: chosen.has(code), onchange: () => toggle(code) }), context.name(name)))),
    h('div', { class: 'buttons' }, ...(/** @type {const} */ (['png', 'svg'])).map((format) => h('button', { id: `map-series-${format}`, 'data-key': `map-series-${format}`, disabled: isRunning || chosen.size === 0, onclick: () => onExport(format) },
      context.t('mapSeriesExport', { n: chosen.size, format: format.toUpperCase() })))));
}
