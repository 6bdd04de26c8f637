/** @import { GapRow, WhatIf } from './types.js' */

/**
 * The rows of one level and group, worst first.
 * @param {GapRow[]} gaps @param {string} level @param {string} group @param {'people'|'share'} sort
 */
export function worstFirst(gaps, level, group, sort) {
  const rows = gaps.filter((row) => row.level === level && row.group === group && row.denominator === 'people');
  /** @param {GapRow} row */
  const outside = (row) => (row.total > 0 ? row.uncovered / row.total : 0);
  const weight = sort === 'share' ? outside : (/** @type {GapRow} */ row) => row.uncovered;
  // Ties go by the other measure, then by code, so that the order never depends on the order of the answer.
  return rows.sort((a, b) => weight(b) - weight(a) || b.uncovered - a.uncovered || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** @param {GapRow[]} gaps @param {string} level @param {string} code @param {string} group @param {string} [denominator] */
export function findRow(gaps, level, code, group, denominator = 'people') {
  return gaps.find((row) => row.level === level && row.code === code && row.group === group && row.denominator === denominator);
}

/** The whole district's row of a group. @param {GapRow[]} gaps @param {string} group */
export function districtRow(gaps, group) {
  return gaps.find((row) => row.level === 'district' && row.group === group && row.denominator === 'people');
}

/** What a what-if changes, by `level/code`. @param {WhatIf|null} whatIf @param {string} group @returns {Map<string, GapRow>} */
export function changesByArea(whatIf, group) {
  const changes = new Map();
  for (const row of whatIf?.gaps ?? []) {
    if (row.group === group && row.denominator === 'people') changes.set(`${row.level}/${row.code}`, row);
  }
  return changes;
}
