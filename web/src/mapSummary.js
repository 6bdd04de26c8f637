/** @import { Context } from './context.js' */
import { percent } from './format.js';
import { districtRow } from './gaps.js';

/** What the map shows, in words: for those who do not see it. @param {Context} context */
export function mapSummary(context) {
  const { coverage, group, limit } = context.session;
  const row = coverage && districtRow(coverage.gaps, group);
  if (!row || row.total === 0) return context.t('mapLabel');
  const service = context.within(context.serviceName());
  return context.t('mapSummary', { service, limit: context.limitText(limit), group: context.within(context.groupName(group)), out: context.people(row.uncovered), share: percent(row.uncovered / row.total) });
}
