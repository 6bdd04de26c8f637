/** @import { Context } from '../context.js' */
/** @import { Point } from '../siting/types.js' */
/** @import { Shown } from './chart.js' */
import { count, percent } from '../format.js';
import { TEN_THOUSAND } from '../siting/ask.js';
import { byCost } from '../siting/frontier.js';
import { axis, common } from './look.js';

/** Cost to the right, people newly covered upwards; the second line is the community that is worst off. @param {Context} context @param {Point[]} points @param {(point: Point) => void} take @returns {Shown} */
export function pareto(context, points, take) {
  const rows = byCost(points);
  const now = context.session.siting.plan?.cost_cny;
  const words = (/** @type {Point} */ point) => context.t('frontPoint', { cost: count(point.cost_cny / TEN_THOUSAND), n: count(point.gain), sites: point.sites.length });
  const best = rows[rows.length - 1];
  return {
    title: context.t('frontTitle'), words: best ? words(best) : context.t('frontNone'), file: 'pareto', height: 280,
    picked: rows.findIndex((point) => point.cost_cny === now),
    // Nothing for nothing is a point of the front, but no plan.
    pick: (row) => { if (rows[row].sites.length > 0) take(rows[row]); },
    heads: [], rows: [],
    option: (colours) => ({
      ...common(colours),
      tooltip: { ...common(colours).tooltip, trigger: 'item', formatter: (/** @type {any} */ { dataIndex }) => `${words(rows[dataIndex])}\n${context.t('frontWorst')} ${percent(rows[dataIndex].worst_share)}` },
      xAxis: axis(colours, { type: 'value', min: 0, name: context.t('frontCost'), nameLocation: 'middle', nameGap: 26, axisLabel: { color: colours.quiet, formatter: count } }),
      yAxis: [axis(colours, { type: 'value', min: 0, axisLabel: { color: colours.quiet, formatter: count } }), axis(colours, { type: 'value', min: 0, max: 1, splitLine: { show: false }, axisLabel: { color: colours.quiet, formatter: percent } })],
      series: [
        {
          name: context.t('frontGain'), type: 'line', lineStyle: { color: colours.accent, width: 2 }, itemStyle: { color: colours.accent },
          data: rows.map((point) => ({ value: [point.cost_cny / TEN_THOUSAND, point.gain], symbol: point.is_knee ? 'diamond' : 'circle', symbolSize: point.is_knee ? 14 : 9, itemStyle: { color: point.cost_cny === now ? colours.bad : colours.accent } })),
        },
        { name: context.t('frontWorst'), type: 'line', yAxisIndex: 1, showSymbol: false, lineStyle: { color: colours.bands[3], type: 'dashed' }, itemStyle: { color: colours.bands[3] }, data: rows.map((point) => [point.cost_cny / TEN_THOUSAND, point.worst_share]) },
      ],
    }),
  };
}
