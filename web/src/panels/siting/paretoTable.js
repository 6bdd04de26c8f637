/** @import { Context } from '../../context.js' */
/** @import { Point } from '../../siting/types.js' */
import { h } from '../../dom.js';
import { count, exactPercent, percent } from '../../format.js';
import { TEN_THOUSAND } from '../../siting/ask.js';
import { byCost, perTenThousand } from '../../siting/frontier.js';

/** The front as rows, to pick from. @param {Context} context @param {Point[]} points @param {(point: Point) => void} take */
export function paretoTable(context, points, take) {
  const rows = byCost(points);
  const heads = ['frontCost', 'frontGain', 'frontPer', 'frontWorst', 'frontSites', 'frontTake'];
  return h('table', { class: 'siting-table', id: 'siting-front-table' }, h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col', title: key === 'frontPer' ? context.t('frontPerTip') : null }, context.t(key))))),
    h('tbody', {}, ...rows.map((point, i) => {
      const per = perTenThousand(rows, i);
      const worst = context.find('boundaries', point.worst_community ?? '');
      return h('tr', { 'data-cost': String(point.cost_cny), 'data-gain': String(point.gain) }, h('th', { scope: 'row', title: String(point.cost_cny) }, count(point.cost_cny / TEN_THOUSAND), point.is_knee && h('span', { class: 'tag', title: context.t('frontKneeTip') }, context.t('frontKnee'))),
        h('td', { title: context.t('frontBound', { n: count(point.bound) }) }, count(point.gain)), h('td', {}, per === null ? '–' : per.toFixed(1)),
        h('td', { title: exactPercent(point.worst_share) }, percent(point.worst_share), worst && h('span', { class: 'quiet' }, ` ${context.areaName(worst.properties)}`)), h('td', {}, count(point.sites.length)),
        h('td', {}, point.sites.length > 0 && h('button', { class: 'link', 'data-key': `front-${point.cost_cny}`, onclick: () => take(point) }, context.t('frontTakeIt'))));
    })));
}
