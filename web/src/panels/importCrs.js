/** @import { Context } from '../context.js' */
/** @import { FileImport } from '../imports/fileImport.js' */
/** @import { Choices, CrsFound, Table } from '../imports/types.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { evidenceOf, kmApart, likelySystems } from '../imports/corrections.js';
import { line, option, select } from './importFound.js';

const OTHER = 'other';
const FAR_KM = 5;

/**
 * The coordinate system: the one that would be taken and why, those that the numbers speak for, and a choice of any.
 * @param {Context} context @param {FileImport} item @param {Choices} choices @param {Table} table @param {() => void} fit
 */
export function crsSection(context, item, choices, table, fit) {
  const { crs } = table;
  const { said } = item;
  const n = table.sample.geometries.length;
  // What is taken, and what the evidence speaks for, are two things.
  const isOdd = crs.proposed !== null && crs.proposed !== (said.crs ?? crs.code);
  const apart = kmApart(table.sample, context.session.workspace.bbox);
  const known = choices.coordinate_systems.find(({ code }) => code === (said.crs ?? crs.code));
  return h('section', { class: 'crs' }, h('h3', {}, context.t('importCrs')),
    h('p', { class: `words${crs.code === null ? ' note is-warning' : ''}`, id: 'crs-reason' }, crs.code !== null && h('strong', { id: 'crs-code' }, crs.code), crs.code !== null && ' · ', known && crs.code !== null && !context.name(known.name).startsWith(known.code) && `${context.name(known.name)} · `, context.name(crs.reason)),
    crs.declared && h('p', { class: 'note' }, context.t('importDeclared', { where: crs.declared.where }), ' ', h('code', {}, shortened(crs.declared.text))),
    crs.evidence && crs.evidence.en !== crs.reason.en && h('p', { class: `note${isOdd ? ' is-warning' : ''}`, id: 'crs-evidence' }, context.name(crs.evidence)),
    ...candidateList(context, item, crs),
    line(context.t('importCrsChoice'), systemSelect(context, item, choices, table), 'import-crs'),
    isOther(item, choices) && line(context.t('importCrsOther'), textInput('import-crs-text', said.crs ?? '', 'EPSG:4545 · GCJ-02 · BD-09 · WKT', (text) => item.say({ crs: text || undefined })), 'import-crs-text'),
    h('details', { class: 'more', open: said.swap_axes === true || said.datum_shift !== undefined || said.decimal_comma === true || known?.needs_shift === true },
      h('summary', {}, context.t('importCrsMore')),
      check('import-swap', context.t('importSwap'), said.swap_axes === true, (on) => item.say({ swap_axes: on })),
      check('import-comma', context.t('importComma'), said.decimal_comma === true, (on) => item.say({ decimal_comma: on })),
      line(context.t('importShift'), h('div', {}, textInput('import-shift', said.datum_shift ?? '', 'dx,dy,dz[,rx,ry,rz,ppm]', (text) => item.say({ datum_shift: text || undefined })), h('span', { class: 'note' }, context.t('importShiftHint'))), 'import-shift')),
    apart >= FAR_KM && h('p', { class: 'note is-warning', id: 'import-elsewhere' }, context.t('importElsewhere', { n: count(apart) })),
    h('p', { class: 'note', id: 'import-sample' }, n === 0 ? context.t('importNoSample') : context.t('importSample', { n: count(n) }), ' ', n > 0 && h('button', { class: 'link', 'data-key': 'import-fit', onclick: fit }, context.t('zoomTo'))));
}

/** True where the system is one that is typed. @param {FileImport} item @param {Choices} choices */
const isOther = ({ said, isTypingCrs }, choices) => isTypingCrs || (said.crs !== undefined && !choices.coordinate_systems.some(({ code }) => code === said.crs));

/** @param {Context} context @param {FileImport} item @param {CrsFound} crs @returns {import('../dom.js').Child[]} */
function candidateList(context, item, { candidates, proposed, code: taken }) {
  if (candidates.length === 0) return [];
  const { said } = item;
  return [h('fieldset', { class: 'candidates', id: 'crs-candidates' }, h('legend', {}, context.t('importCandidates')), ...candidates.map((candidate, i) => {
    const { code } = candidate;
    const id = `candidate-${i}`;
    const choose = () => {
      item.isTypingCrs = false;
      item.say({ crs: code, swap_axes: undefined });
    };
    return h('div', { class: 'candidate', 'data-crs': code }, h('input', { type: 'radio', name: 'candidate', id, 'data-key': id, checked: (said.crs ?? taken) === code, onchange: choose }),
      h('label', { for: id }, h('strong', {}, named(code, context.name(candidate.name))), code === proposed && h('span', { class: 'tag is-stored' }, context.t('importProposed')), ...evidenceOf(candidate).map((sentence) => h('span', { class: 'note' }, context.name(sentence)))));
  }))];
}

/** @param {Context} context @param {FileImport} item @param {Choices} choices @param {Table} table */
function systemSelect(context, item, choices, table) {
  const { bbox } = context.session.workspace;
  const { common, near, others } = likelySystems(choices.coordinate_systems, bbox ? (bbox[0] + bbox[2]) / 2 : null);
  const { said } = item;
  const options = (/** @type {import('../imports/types.js').ChoiceOfSystem[]} */ systems) => systems.map(({ code, name }) => option(code, named(code, context.name(name))));
  /** @param {string} label @param {import('../imports/types.js').ChoiceOfSystem[]} systems */
  const group = (label, systems) => h('optgroup', { label }, ...options(systems));
  const found = context.t(table.crs.code === null && !said.crs ? 'importCrsNone' : table.crs.declared ? 'importCrsDeclared' : 'importCrsFound');
  return select('import-crs', isOther(item, choices) ? OTHER : said.crs ?? '', [option('', found), group(context.t('importCrsCommon'), common), near.length > 0 ? group(context.t('importCrsNear'), near) : null, option(OTHER, context.t('importCrsAny')), group(context.t('importCrsAll'), others)].filter((each) => each !== null),
    (code) => {
      item.isTypingCrs = code === OTHER;
      // Nothing is said by opening the field for it.
      if (code === OTHER) item.imports.changed();
      else item.say({ crs: code || undefined });
    });
}

/** Told when the reader leaves the field or presses Enter, not at each letter. @param {string} id @param {string} value @param {string} placeholder @param {(text: string) => void} take */
function textInput(id, value, placeholder, take) {
  const input = h('input', { type: 'text', id, 'data-key': id, value, placeholder, spellcheck: false, onchange: () => take(input.value.trim()) });
  return input;
}

/** @param {string} id @param {string} words @param {boolean} on @param {(on: boolean) => void} take */
function check(id, words, on, take) {
  return h('div', { class: 'field is-check' }, h('input', { type: 'checkbox', id, 'data-key': id, checked: on, onchange: () => take(!on) }), h('label', { for: id }, words));
}

/** A system by code and name; some have their code in their name. @param {string} code @param {string} name */
const named = (code, name) => (name.startsWith(code) ? name : `${code} ${name}`);

/** @param {string} text */
const shortened = (text) => (text.length > 90 ? `${text.slice(0, 90)}…` : text);
