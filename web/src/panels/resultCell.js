/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
/** @import { Kind } from '../results/tables.js' */
import { h } from '../dom.js';
import { count, exactPercent, percent } from '../format.js';
import { TABLES as TEXTS } from '../i18n.js';

/** A value as a planner reads it out. @param {Context} context @param {Feature} row @param {string} name @param {Kind} kind @returns {import('../dom.js').Child} */
export function cellText(context, { properties }, name, kind) {
  const value = properties[name];
  if (value === null || value === undefined || value === '') return '–';
  switch (kind) {
    case 'service': case 'services': return context.serviceNames(value);
    case 'group': return context.groupName(value) || String(value);
    case 'mark': return value === 'verified' ? context.t('verified') : h('span', { class: `tag is-${value}`, title: context.t(`verificationTip_${value}`) }, context.t(value));
    case 'flag': return context.t(value ? 'yes' : 'no');
    case 'percent': return percent(value);
    case 'count': return count(value);
    case 'decimal': return Number(value).toFixed(Math.abs(value) < 1 ? 3 : 1);
    case 'word': return String(value).split(';').map((part) => word(context, part)).join(context.lang === 'zh' ? '、' : ', ');
    default: return String(value);
  }
}

/** The exact value, where what is shown is rounded. @param {Feature} row @param {string} name @param {Kind} kind */
export function cellTitle({ properties }, name, kind) {
  const value = properties[name];
  if (typeof value !== 'number') return '';
  return kind === 'percent' ? exactPercent(value) : String(value);
}

/** Name of a column; texts in two languages are one column, and one that has no text yet is shown as it is. @param {Context} context @param {string} name */
export function headOf(context, name) {
  const plain = name.replace(/_(zh|en)$/, '');
  return `col_${plain}` in TEXTS[context.lang] ? context.t(`col_${plain}`) : plain.replaceAll('_', ' ');
}

/** A word of ours; one that has no text yet is shown as it is. @param {Context} context @param {string} value */
function word(context, value) {
  return `word_${value}` in TEXTS[context.lang] ? context.t(`word_${value}`) : String(value);
}
