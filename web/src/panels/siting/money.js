/** @import { Context } from '../../context.js' */
import { count } from '../../format.js';
import { TEN_THOUSAND } from '../../siting/ask.js';

/** Money as a planner says it: in 万元, and in English in yuan. @param {Context} context @param {number} cny */
export const money = (context, cny) => context.t('sitingMoneyIs', { n: context.lang === 'zh' ? (cny / TEN_THOUSAND).toLocaleString('en-US', { maximumFractionDigits: 1 }) : count(cny) });
