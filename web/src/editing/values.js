/** @import { Field } from './api.js' */

/** The value of a field as its control holds it: nothing is the empty text. @param {any} value */
export const textOf = (value) => (value === null || value === undefined ? '' : String(value));

/**
 * The value that a control's text stands for.
 * @param {Field} field @param {string} text @returns {{value: any, problem: string|null}} `problem`: text key of what is wrong
 */
export function valueOf(field, text) {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, problem: field.required ? 'editRequired' : null };
  switch (field.type) {
    case 'whole': return number(trimmed, /^[+-]?\d+$/, 'editWhole');
    case 'real': return number(trimmed, /^[+-]?(\d+\.?\d*|\.\d+)$/, 'editNumber');
    case 'flag': return { value: trimmed === 'true', problem: null };
    case 'date': return { value: trimmed, problem: isDate(trimmed) ? null : 'editDate' };
    default: return { value: trimmed, problem: field.choices && !field.choices.some(({ code }) => code === trimmed) ? 'editChoice' : null };
  }
}

/** @param {string} text @param {RegExp} form @param {string} problem */
const number = (text, form, problem) => (form.test(text) ? { value: Number(text), problem: null } : { value: null, problem });

/** A day of the calendar. @param {string} text */
function isDate(text) {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** True where two stored values are the same; nothing and a column that is not there are. @param {any} a @param {any} b */
export const isSame = (a, b) => (a ?? null) === (b ?? null);

/** The columns that two states of a row differ in. @param {Record<string, any>|null|undefined} before @param {Record<string, any>|null|undefined} after @returns {string[]} */
export const differing = (before, after) => [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !isSame(before?.[name], after?.[name]));
