/** @import { Context } from '../context.js' */
/** @import { Shown } from './chart.js' */
import { count, percent } from '../format.js';
import { groupPeople } from '../groups.js';
import { bandOf, histogram } from '../ramp.js';
import { axis, common } from './look.js';

/** Whole minutes shown one by one; the last bar holds those over them and the unreached. */
export const MINUTES = 31;

/** Share of all people with a walk of at most so many minutes, for the bars of a histogram. @param {number[]} counts @returns {number[]} */
export function cumulative(counts) {
  const total = counts.reduce((sum, people) => sum + people, 0);
  let sum = 0;
  return counts.map((people) => { sum += people; return total > 0 ? sum / total : 0; });
}

/** Buildings whose walk falls into a bar, with anybody of the group in them. @param {ArrayLike<number>} seconds @param {ArrayLike<number>} people @param {number} minute @param {number} bins */
export function buildingsOfBar(seconds, people, minute, bins) {
  const found = [];
  for (let i = 0; i < people.length; i++) {
    if (people[i] > 0 && histogram([seconds[i]], [1], bins)[minute] === 1) found.push(i);
  }
  return found;
}

/**
 * People of the group that is shown by minutes of walk to the service that is shown.
 * @param {Context} context @param {Float64Array} seconds one for each building, NaN = not reached @param {number|null} picked @param {(minute: number) => void} pick @returns {Shown}
 */
export function walkTimes(context, seconds, picked, pick) {
  const { session } = context;
  const people = groupPeople(session.features.buildings, session.group);
  const counts = histogram(seconds, people, MINUTES);
  const shares = cumulative(counts);
  const label = (/** @type {number} */ minute) => (minute === MINUTES - 1 ? context.t('chartOver', { n: minute }) : `${minute}–${minute + 1}`);
  const limit = session.limit.limit_s / 60;
  const within = counts.reduce((sum, n, minute) => sum + (minute + 1 <= limit ? n : 0), 0);
  return {
    title: context.t('chartWalks', { group: context.groupName(session.group), service: context.within(context.serviceName()) }),
    words: context.t('chartWalksWords', { n: context.people(within), minutes: count(Math.floor(limit)), total: context.people(counts.reduce((sum, n) => sum + n, 0)) }),
    how: 'walkTimes', file: `walk_times_${session.service.code}_${session.group}`, picked, pick,
    heads: [context.t('chartMinutes'), context.t('chartPeople'), context.t('chartUpTo')],
    rows: counts.map((n, minute) => [label(minute), count(n), percent(shares[minute])]),
    option: (colours) => ({
      ...common(colours),
      tooltip: { ...common(colours).tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (/** @type {any[]} */ [bar]) => `${context.t('minutesShort', { n: label(bar.dataIndex) })}\n${context.people(counts[bar.dataIndex])}\n${context.t('chartUpTo')} ${percent(shares[bar.dataIndex])}` },
      xAxis: axis(colours, { type: 'category', data: counts.map((_, minute) => label(minute)), name: context.t('chartMinutes'), nameLocation: 'middle', nameGap: 24, axisTick: { show: false }, axisLabel: { color: colours.quiet, interval: 4 } }),
      yAxis: [axis(colours, { type: 'value', axisLabel: { color: colours.quiet, formatter: count } }), axis(colours, { type: 'value', min: 0, max: 1, splitLine: { show: false }, axisLabel: { color: colours.quiet, formatter: percent } })],
      series: [
        {
          name: context.t('chartPeople'), type: 'bar', barCategoryGap: '15%', itemStyle: { color: colours.bands[2] },
          data: counts.map((value, minute) => ({ value, itemStyle: { color: colours.bands[bandOf(minute === MINUTES - 1 ? 9999 : minute * 60 + 30)], borderColor: colours.ink, borderWidth: picked === minute ? 2 : 0 } })),
          markLine: { silent: true, symbol: 'none', label: { formatter: context.t('limit'), color: colours.ink }, lineStyle: { color: colours.ink, type: 'dashed' }, data: limit < MINUTES ? [{ xAxis: Math.max(0, limit - 0.5) }] : [] },
        },
        { name: context.t('chartUpTo'), type: 'line', yAxisIndex: 1, showSymbol: false, lineStyle: { color: colours.ink, width: 1.5 }, itemStyle: { color: colours.ink }, data: shares },
      ],
    }),
  };
}
