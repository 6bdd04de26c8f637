/** @import { Context } from '../context.js' */
/** @import { FileImport } from '../imports/fileImport.js' */
/** @import { ChoiceOfLayer, Table } from '../imports/types.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { bindings, withField } from '../imports/corrections.js';
import { option, select } from './importFound.js';

const SHOWN_ROWS = 8;
const BY_NAME = '\u0000';

/** Which field fills each column of the layer. @param {Context} context @param {FileImport} item @param {Table} table @param {ChoiceOfLayer} layer */
export function fieldsSection(context, item, table, layer) {
  const rows = bindings(table, layer, item.said);
  const unused = table.fields.filter(({ name }) => !rows.some(({ field }) => field === name)).map(({ name }) => name);
  return h('section', {}, h('h3', {}, context.t('importFields')),
    h('table', { class: 'fields', id: 'import-fields' }, h('thead', {}, h('tr', {}, ...['importColumn', 'importField', 'importExample'].map((key) => h('th', { scope: 'col' }, context.t(key))))),
      h('tbody', {}, ...rows.map((row) => h('tr', { class: row.field === null ? 'is-empty' : '' },
        h('th', { scope: 'row' }, row.column, row.hint && row.hint !== row.column && h('span', { class: 'note' }, row.hint)),
        h('td', {}, fieldSelect(context, item, table, row)), h('td', { class: 'example', title: row.example ?? '' }, row.example ?? (row.allowed ? h('span', { class: 'quiet' }, row.allowed.join(' · ')) : '')))))),
    unused.length > 0 && h('p', { class: 'note', id: 'import-unused' }, context.t('importUnused', { n: count(unused.length), names: unused.slice(0, 12).join(context.lang === 'zh' ? '、' : ', ') + (unused.length > 12 ? ' …' : '') })));
}

/** @param {Context} context @param {FileImport} item @param {Table} table @param {ReturnType<typeof bindings>[number]} row */
function fieldSelect(context, item, table, { column, field, said }) {
  const options = [option('', context.t('importFieldNone')), ...table.fields.map(({ name }) => option(name, name)), ...(said ? [option(BY_NAME, context.t('importFieldAuto'))] : [])];
  const element = select(`field-${column}`, field ?? '', options, (value) => item.say({ map: withField(item.said, column, value === BY_NAME ? null : value).map }));
  element.setAttribute('aria-label', column);
  return element;
}

/** The first rows as they stand in the file. @param {Context} context @param {Table} table */
export function firstRows(context, table) {
  const rows = table.first_rows.slice(0, SHOWN_ROWS);
  return h('section', {}, h('h3', {}, context.t('importFirstRows')), rows.length === 0 ? h('p', { class: 'note' }, context.t('importNoRows')) :
    h('div', { class: 'rows-scroll', tabIndex: 0, role: 'region', 'aria-label': context.t('importFirstRows') }, h('table', { class: 'first-rows', id: 'import-rows' },
      h('thead', {}, h('tr', {}, ...table.fields.map(({ name, column }) => h('th', { scope: 'col', class: column ? '' : 'is-unused', title: column ? `${name} → ${column}` : name }, name)))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...table.fields.map((_, i) => h('td', { title: row[i] ?? '' }, row[i] ?? ''))))))));
}
