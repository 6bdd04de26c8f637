/** @import { Context } from '../context.js' */
/** @import { FileImport } from '../imports/fileImport.js' */
/** @import { Choices, Table } from '../imports/types.js' */
import { h } from '../dom.js';
import { bytes, count } from '../format.js';
import { layerOf, tableOf, tellingTexts } from '../imports/corrections.js';
import { crsSection } from './importCrs.js';
import { fieldsSection, firstRows } from './importFields.js';
import { problemList } from './importResult.js';

/**
 * What was recognised, each line with its correction.
 * @param {Context} context @param {FileImport} item @param {Choices} choices @param {() => void} fit shows the sample on the map
 * @returns {import('../dom.js').Child[]}
 */
export function foundSections(context, item, choices, fit) {
  const { inspection, said } = item;
  if (!inspection) return [];
  const table = tableOf(inspection, said);
  const layer = choices.layers.find(({ name }) => name === layerOf(table, said)) ?? null;
  const size = [inspection.format, bytes(inspection.bytes), table?.rows ? context.t('importRows', { n: count(table.rows) }) : null].filter((part) => part !== null).join(' · ');
  const parts = [
    line(context.t('importFormat'), h('span', { id: 'import-format' }, size)),
    inspection.tables.length > 1 && table && line(context.t('importTable'), tableSelect(context, item, table)),
    line(context.t('importLayer'), layerSelect(context, item, choices, table), 'import-layer'),
  ];
  // OpenStreetMap says all of this itself.
  if (!table) return [h('fieldset', { class: 'found', disabled: item.isBusy }, ...parts, h('p', { class: 'note' }, context.t('importOsm')))];
  return [h('fieldset', { class: `found${item.isStale ? ' is-stale' : ''}`, disabled: item.isBusy, 'aria-busy': String(item.isStale) },
    ...parts, ...encodingLines(context, item, choices, table),
    ...(layer?.geometry === 'none' ? [] : [crsSection(context, item, choices, table, fit)]),
    table.problems.length > 0 && h('section', {}, h('h3', {}, context.t('importFirstProblems')), problemList(context, table.problems)),
    layer ? fieldsSection(context, item, table, layer) : null, firstRows(context, table))];
}

/** @param {string} name @param {import('../dom.js').Child} value @param {string|null} [id] of the control that the name belongs to */
export const line = (name, value, id = null) => h('div', { class: 'found-line' }, id ? h('label', { class: 'found-name', for: id }, name) : h('span', { class: 'found-name' }, name), h('div', { class: 'found-value' }, value));

/** A select; its option is chosen by value. @param {string} id @param {string} value @param {Node[]} options @param {(value: string) => void} choose */
export function select(id, value, options, choose) {
  const element = h('select', { id, 'data-key': id, onchange: () => choose(element.value) }, ...options);
  element.value = value;
  return element;
}

/** @param {string} value @param {string} text */
export const option = (value, text) => h('option', { value }, text);

/** @param {Context} context @param {FileImport} item @param {Table} table */
const tableSelect = (context, item, table) => {
  const element = select('import-table', table.name, (item.inspection?.tables ?? []).map(({ name, rows }) => option(name, rows === null ? name : `${name} (${context.t('importRows', { n: count(rows) })})`)), (name) => item.say({ table: name }));
  element.setAttribute('aria-label', context.t('importTable'));
  return element;
};

/** @param {Context} context @param {FileImport} item @param {Choices} choices @param {Table|null} table */
function layerSelect(context, item, choices, table) {
  const layer = layerOf(table, item.said);
  const all = table ? option('', context.t('importLayerNone')) : option('', context.t('importLayerAll'));
  const named = choices.layers.map(({ name, title }) => option(name, `${context.name(title)} (${name})`));
  return h('div', {}, select('import-layer', layer ?? '', [all, ...named], (name) => item.say({ layer: name || undefined })),
    table && layer && !item.said.layer && h('span', { class: 'note' }, context.t('importSuggested')));
}

/** @param {Context} context @param {FileImport} item @param {Choices} choices @param {Table} table @returns {import('../dom.js').Child[]} */
function encodingLines(context, item, choices, table) {
  const { name, origin, where } = table.encoding;
  if (origin === 'standard') return [line(context.t('importEncoding'), h('span', {}, `${name} `, h('span', { class: 'note' }, context.t('importOrigin_standard'))))];
  const names = choices.encodings.includes(name) ? choices.encodings : [name, ...choices.encodings];
  const isOpen = origin === 'guessed' && name !== 'utf-8' && !item.isEncodingFine;
  const texts = tellingTexts(table);
  const fine = () => {
    item.isEncodingFine = true;
    item.imports.changed();
  };
  return [line(context.t('importEncoding'), h('div', {},
    select('import-encoding', name, names.map((encoding) => option(encoding, encodingText(encoding))), (encoding) => item.say({ encoding })),
    h('span', { class: 'note' }, context.t(`importOrigin_${origin}`, { where })),
    texts.length > 0 && h('p', { class: 'texts', id: 'import-texts', lang: 'zh' }, ...texts.map((text) => h('span', {}, text))),
    isOpen && h('p', { class: 'note is-warning' }, context.t('importReadable'), ' ', h('button', { 'data-key': 'encoding-fine', id: 'encoding-fine', onclick: fine }, context.t('importReadableYes')))), 'import-encoding')];
}

/** @param {string} encoding */
const encodingText = (encoding) => (encoding === 'gb18030' ? 'gb18030 (GBK, GB2312)' : encoding);
