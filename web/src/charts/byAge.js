/** @import { Context } from '../context.js' */
/** @import { GapRow } from '../types.js' */
/** @import { Shown } from './chart.js' */
import { changesByArea, findRow } from '../gaps.js';
import { count, exactPercent, percent, signed } from '../format.js';
import { axis, common } from './look.js';

// A bar that is too short for its label.
const SHORT = 0.2;

/**
 * Coverage of each group in an area: today's, and with what is tried.
 * @param {GapRow[]} gaps @param {import('../types.js').WhatIf|null} whatIf @param {{level: string, code: string}} area @param {{code: string}[]} groups
 * @returns {{group: string, total: number, before: number, after: number}[]} covered people; groups of nobody are left out
 */
export function coverageByGroup(gaps, whatIf, area, groups) {
  return groups.flatMap(({ code }) => {
    const row = findRow(gaps, area.level, area.code, code);
    if (!row || row.total === 0) return [];
    const changed = changesByArea(whatIf, code).get(`${area.level}/${area.code}`);
    return [{ group: code, total: row.total, before: row.covered, after: changed ? changed.covered : row.covered }];
  });
}

/** @param {Context} context @param {{level: string, code: string}} area @param {string} name of the area @returns {Shown|null} */
export function byAge(context, area, name) {
  const { session } = context;
  if (!session.coverage) return null;
  const rows = coverageByGroup(session.coverage.gaps, session.whatIf, area, session.workspace.groups);
  const changed = rows.some(({ before, after }) => before !== after);
  const worst = [...rows].sort((a, b) => a.after / a.total - b.after / b.total)[0];
  const share = (/** @type {number} */ part, /** @type {number} */ total) => percent(part / total);
  return {
    title: context.t('chartAges', { service: context.serviceName(), limit: context.limitText(session.limit), area: name }),
    words: worst ? context.t('chartAgesWords', { group: context.groupName(worst.group), share: share(worst.after, worst.total) }) : context.t('gapEmpty'),
    how: 'byAge', file: `coverage_by_age_${session.service.code}`, height: 44 + rows.length * (changed ? 34 : 26),
    picked: rows.findIndex(({ group }) => group === session.group), pick: (row) => context.store.set({ group: rows[row].group }),
    heads: [context.t('chartGroup'), context.t('covered'), context.t('notCovered'), context.t('chartShare'), ...(changed ? [context.t('chartBefore'), '±'] : [])],
    rows: rows.map(({ group, total, before, after }) => [context.groupName(group), count(after), count(total - after), exactPercent(after / total), ...(changed ? [exactPercent(before / total), signed(after - before)] : [])]),
    option: (colours) => ({
      ...common(colours), grid: { ...common(colours).grid, top: changed ? 32 : 4 }, legend: { ...common(colours).legend, show: changed },
      tooltip: { ...common(colours).tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (/** @type {any[]} */ [bar]) => { const { group, total, before, after } = rows[rows.length - 1 - bar.dataIndex]; return `${context.groupName(group)}\n${context.t('covered')} ${context.people(after)} (${share(after, total)})\n${context.t('notCovered')} ${context.people(total - after)}${after === before ? '' : `\n${signed(after - before)}`}`; } },
      // A bar chart counts its rows from below.
      yAxis: axis(colours, { type: 'category', data: rows.map(({ group }) => context.groupName(group)).reverse(), axisTick: { show: false }, axisLabel: { color: colours.ink } }),
      xAxis: axis(colours, { type: 'value', min: 0, max: 1, axisLabel: { color: colours.quiet, formatter: percent } }),
      series: [
        ...(changed ? [{ name: context.t('chartBefore'), type: 'bar', itemStyle: { color: colours.line }, data: rows.map(({ before, total }) => before / total).reverse() }] : []),
        { name: context.t(changed ? 'chartAfter' : 'covered'), type: 'bar', itemStyle: { color: colours.bands[2] }, label: { show: true, formatter: (/** @type {any} */ { value }) => percent(value) }, data: rows.map(({ after, total }) => after / total).map((value) => ({ value, label: value < SHORT ? { position: 'right', color: colours.ink } : { position: 'insideLeft', color: '#fff' } })).reverse() },
      ],
    }),
  };
}
