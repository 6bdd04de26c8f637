/** @import { Context } from '../context.js' */
/** @import { FileImport } from '../imports/fileImport.js' */
/** @import { ImportResult, Problem } from '../imports/types.js' */
import { h, saveFile } from '../dom.js';
import { count } from '../format.js';
import { groupProblems, placeText, problemsCsv } from '../imports/problems.js';

const PLACES = 30;

/** What reading the whole file gave, before anything is written. @param {Context} context @param {FileImport} item @returns {import('../dom.js').Child[]} */
export function resultSections(context, item) {
  const { result } = item;
  if (!result) return [];
  return [h('section', { class: 'result', id: 'import-result' }, h('h3', {}, context.t('importChecked')), counts(context, result), ...remarks(context, result), ...problemSection(context, item, result.problems),
    h('fieldset', { class: 'how', disabled: item.isBusy }, h('legend', {}, context.t('importHow')),
      ...[false, true].map((replace) => {
        const id = replace ? 'import-replace' : 'import-append';
        const choose = () => {
          item.replace = replace;
          item.imports.changed();
        };
        return h('div', { class: 'field is-check' }, h('input', { type: 'radio', name: 'import-how', id, 'data-key': id, checked: item.replace === replace, onchange: choose }), h('label', { for: id }, context.t(replace ? 'importReplace' : 'importAppend')));
      })))];
}

/** What was written. @param {Context} context @param {FileImport} item @returns {import('../dom.js').Child[]} */
export function storedSections(context, item) {
  const { result } = item;
  if (!result) return [];
  return [h('section', { class: 'result', id: 'import-stored' }, h('p', { class: 'note is-good', role: 'status' }, context.t('importStored')), counts(context, result), ...remarks(context, result), ...problemSection(context, item, result.problems),
    h('p', {}, h('button', { 'data-key': 'to-health', onclick: () => context.store.set({ panel: 'health' }) }, context.t('importToHealth'))))];
}

/** @param {Context} context @param {ImportResult} result */
function counts(context, result) {
  const { layers } = context.session.workspace;
  const columns = /** @type {const} */ (['read', 'taken', 'repaired', 'rejected']);
  return h('table', { class: 'counts' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, context.t('importLayer')), ...columns.map((column) => h('th', { scope: 'col' }, context.t(`importCount_${column}`))))),
    h('tbody', {}, ...result.layers.map((row) => h('tr', { 'data-layer': row.layer }, h('th', { scope: 'row' }, context.name(layers.find(({ name }) => name === row.layer)?.title) || row.layer),
      ...columns.map((column) => h('td', { class: column === 'rejected' && row.rejected > 0 ? 'is-worse' : '', 'data-count': column, title: String(row[column]) }, count(row[column])))))));
}

/** @param {Context} context @param {ImportResult} result @returns {import('../dom.js').Child[]} */
function remarks(context, result) {
  const estimated = result.buildings_with_estimated_population;
  return [h('p', { class: 'note' }, context.t('importReadAs', { crs: result.crs }), ' ', context.name(result.crs_reason), result.conversion && ` (${result.conversion})`, result.encoding && ` · ${result.encoding}`),
    estimated > 0 && h('p', { class: 'note' }, context.t('importEstimated', { n: count(estimated) }))];
}

/** @param {Context} context @param {FileImport} item @param {Problem[]} problems @returns {import('../dom.js').Child[]} */
function problemSection(context, item, problems) {
  if (problems.length === 0) return [h('p', { class: 'note', id: 'import-no-problems' }, context.t('importNoProblems'))];
  const download = () => saveFile(new Blob([problemsCsv(item.name, problems)], { type: 'text/csv;charset=utf-8' }), `${item.name}.problems.csv`);
  return [h('h3', {}, context.t('importProblems', { n: count(problems.length) }), ' ', h('button', { class: 'link', 'data-key': 'problems-csv', id: 'problems-csv', onclick: download }, context.t('importProblemsCsv'))), problemList(context, problems)];
}

/** Problems by their sentence, each with its places. @param {Context} context @param {Problem[]} problems */
export function problemList(context, problems) {
  return h('ul', { class: 'problems' }, ...groupProblems(problems).map((group) => {
    const more = group.examples.length - PLACES;
    // Sentences that differ are told with their places; where all say the same, the places do.
    const same = group.examples.every(({ what }) => what.en === group.what.en);
    return h('li', { class: `problem is-${group.severity}` }, h('span', { class: `tag is-${group.severity}` }, context.t(`importSeverity_${group.severity}`)), ' ',
      h('strong', { class: 'words' }, context.name(group.what)), group.count > 1 && h('span', { class: 'times', title: String(group.count) }, ` × ${count(group.count)}`), h('span', { class: 'note' }, context.name(group.remedy)),
      group.count === 1 ? h('span', { class: 'note places' }, placeText(group.places[0] ?? '', context.lang)) :
        h('details', {}, h('summary', {}, context.t('importPlaces', { n: count(group.count) })), h('ul', { class: 'places' },
          ...group.examples.slice(0, PLACES).map(({ place, what }) => h('li', {}, placeText(place ?? '', context.lang), !same && ` ${context.name(what)}`)), more > 0 && h('li', { class: 'quiet' }, context.t('andMorePlaces', { n: count(more) })))));
  }));
}
