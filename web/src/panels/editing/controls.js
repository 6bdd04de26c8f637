/** @import { Context } from '../../context.js' */
/** @import { Field } from '../../editing/api.js' */
import { h } from '../../dom.js';
import { textOf } from '../../editing/values.js';

const LONG = new Set(['note']);

/**
 * The control of a field. What is typed is handed on as text.
 * @param {Context} context @param {Field} field @param {string} text @param {string} id of the control @param {(text: string) => void} onText @returns {HTMLElement}
 */
export function control(context, field, text, id, onText) {
  const typed = (/** @type {Event} */ event) => onText(/** @type {HTMLInputElement} */ (event.target).value);
  const common = { id, name: field.name, 'data-key': id, 'data-field': field.name, required: field.required, 'aria-describedby': `${id}-says` };
  if (field.type === 'services') return services(context, text, id, onText);
  const choices = choicesOf(context, field);
  if (choices) {
    const known = text === '' || choices.some(([code]) => code === text) ? choices : [[text, text], ...choices];
    return h('select', { ...common, onchange: typed }, h('option', { value: '', selected: text === '' }, context.t('editNothing')), ...known.map(([code, name]) => h('option', { value: code, selected: code === text }, name)));
  }
  if (LONG.has(field.name)) return h('textarea', { ...common, rows: 3, maxLength: 2000, value: text, oninput: typed });
  const isNumber = field.type === 'whole' || field.type === 'real';
  return h('input', { ...common, type: field.type === 'date' ? 'date' : 'text', inputMode: isNumber ? 'decimal' : 'text', maxLength: 2000, autocomplete: 'off', value: text, oninput: typed });
}

/** @param {Context} context @param {Field} field @returns {[string, string][]|null} code and name */
function choicesOf(context, field) {
  if (field.choices) return field.choices.map(({ code, name }) => [code, context.name(name)]);
  if (field.type === 'flag') return [['true', context.t('editYes')], ['false', context.t('editNo')]];
  if (field.type !== 'community') return null;
  const communities = (context.session.features.boundaries ?? []).filter(({ properties }) => properties.level === 'community');
  return communities.map(({ properties }) => /** @type {[string, string]} */ ([String(properties.code), context.areaName(properties)])).sort((a, b) => a[1].localeCompare(b[1], 'zh'));
}

/** A box for each service. @param {Context} context @param {string} text codes with `;` @param {string} id @param {(text: string) => void} onText */
function services(context, text, id, onText) {
  const chosen = new Set(text.split(';').filter(Boolean));
  const toggle = (/** @type {string} */ code, /** @type {boolean} */ isOn) => {
    if (isOn) chosen.add(code);
    else chosen.delete(code);
    onText([...chosen].join(';'));
  };
  return h('div', { class: 'edit-services', id, role: 'group', 'aria-describedby': `${id}-says` }, ...context.session.workspace.services.map(({ code, name }) => h('label', {},
    h('input', { type: 'checkbox', name: code, checked: chosen.has(code), onchange: (/** @type {Event} */ event) => toggle(code, /** @type {HTMLInputElement} */ (event.target).checked) }), context.name(name))));
}

/** A stored value in words. @param {Context} context @param {Field} field @param {any} value */
export function shownValue(context, field, value) {
  if (value === null || value === undefined || value === '') return context.t('editNothing');
  if (field.type === 'services') return context.serviceNames(value);
  return choicesOf(context, field)?.find(([code]) => code === textOf(value))?.[1] ?? textOf(value);
}

/** @param {Context} context @param {Field} field */
export const labelOf = (context, field) => `${context.name(field.label)}${field.unit ? ` (${field.unit})` : ''}`;
