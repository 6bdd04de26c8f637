/** @import { Context } from '../context.js' */
import { h } from '../dom.js';

/**
 * What a figure is made of: `values` fill the sum's text.
 * @typedef {{id?: string, class?: string, title?: string, values?: Record<string, string>}} Made
 */

/**
 * A figure that tells how it was computed when it is asked.
 * @param {Context} context @param {string} key of FIGURES @param {string} text @param {Made} [made]
 */
export function figure(context, key, text, { values = {}, class: name = '', ...made } = {}) {
  return h('button', { ...made, class: `figure-button ${name}`, 'data-key': `how-${made.id ?? key}`, 'data-how': key, 'aria-haspopup': 'dialog', onclick: () => context.tell(key, text, values) }, text);
}

/** The same question beside a heading or a table, whose figures are many. @param {Context} context @param {string} key of FIGURES @param {Record<string, string>} [values] */
export function how(context, key, values = {}) {
  const label = context.t('howCounted');
  return h('button', { class: 'how', 'data-key': `how-${key}`, 'data-how': key, 'aria-haspopup': 'dialog', title: label, 'aria-label': label, onclick: () => context.tell(key, '', values) }, '?');
}
