/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
/** @import { Shown } from './chart.js' */
import { lorenzPoints, upperHalf } from '../equity.js';
import { exactPercent, percent } from '../format.js';
import { axis, common } from './look.js';

/** The Lorenz curve of walking with the line of equality; null where there is no curve. @param {Context} context @param {Feature[]} points @param {Feature} row @returns {Shown|null} */
export function lorenz(context, points, { properties }) {
  const path = lorenzPoints(points);
  const half = upperHalf(points);
  if (!path || half === null || properties.gini === null) return null;
  const share = (/** @type {string} */ name) => ({ type: 'value', min: 0, max: 1, name, nameLocation: 'middle' });
  return {
    title: context.t('lorenzTitle'), words: context.t('lorenzWords', { half: percent(half) }), file: `lorenz_${properties.service}_${properties.group}`, height: 300,
    heads: [context.t('lorenzPeople'), context.t('lorenzMinutes')], rows: path.map(([people, minutes]) => [exactPercent(people), exactPercent(minutes)]),
    option: (colours) => ({
      ...common(colours), legend: { show: false }, grid: { ...common(colours).grid, top: 10 },
      tooltip: { ...common(colours).tooltip, trigger: 'axis', formatter: (/** @type {any[]} */ [{ value }]) => `${context.t('lorenzPeople')} ${exactPercent(value[0])}\n${context.t('lorenzMinutes')} ${exactPercent(value[1])}` },
      xAxis: axis(colours, { ...share(context.t('lorenzPeople')), nameGap: 26, axisLabel: { color: colours.quiet, formatter: percent } }),
      yAxis: axis(colours, { ...share(context.t('lorenzMinutes')), nameGap: 42, axisLabel: { color: colours.quiet, formatter: percent } }),
      series: [
        { type: 'line', data: path, showSymbol: false, lineStyle: { color: colours.accent, width: 2 }, areaStyle: { color: colours.accent, opacity: 0.12 } },
        { type: 'line', data: [[0, 0], [1, 1]], showSymbol: false, silent: true, tooltip: { show: false }, lineStyle: { color: colours.quiet, type: 'dashed', width: 1 } },
      ],
    }),
  };
}
