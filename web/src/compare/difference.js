/** @import { Feature, GapRow } from '../types.js' */
/** @import { Walks } from '../data/walks.js' */

/**
 * What a change does in one community: people outside before and after; those newly within, those no longer, and all others. `isNet`: the group walks at
 * a pace of its own, of which the rows alone know; what comes and what goes within the community is then not told apart.
 * @typedef {{code: string, total: number, before: number, after: number, better: number, worse: number, unchanged: number, isNet: boolean}} Difference
 */

/** @param {Walks} walks @param {number} i @param {{limit_m: number, limit_s: number, typed: string}} limit */
const isWithin = ({ seconds, metres }, i, limit) => (limit.typed === 'metres' ? metres[i] <= limit.limit_m : seconds[i] <= limit.limit_s);

/**
 * People newly within the limit and no longer within it, by community.
 * @param {Feature[]} buildings @param {ArrayLike<number>} people of the group, one for each building @param {Walks} before @param {Walks} after @param {{limit_m: number, limit_s: number, typed: string}} limit
 * @returns {Map<string, {better: number, worse: number}>}
 */
export function crossings(buildings, people, before, after, limit) {
  /** @type {Map<string, {better: number, worse: number}>} */
  const byCommunity = new Map();
  buildings.forEach(({ properties }, i) => {
    const [was, is] = [isWithin(before, i, limit), isWithin(after, i, limit)];
    if (was === is || people[i] === 0) return;
    const code = properties.community_code ?? '';
    const sum = byCommunity.get(code) ?? { better: 0, worse: 0 };
    sum[is ? 'better' : 'worse'] += people[i];
    byCommunity.set(code, sum);
  });
  return byCommunity;
}

/**
 * The rows of a comparison: every community with anybody of the group in it, those that change most first.
 * @param {GapRow[]} rows of today, one group and level, by people @param {Map<string, GapRow>} before rows that one scenario changes, by `level/code` @param {Map<string, GapRow>} after the other's
 * @param {Map<string, {better: number, worse: number}>|null} crossed null: of these people only the rows know @returns {Difference[]}
 */
export function differences(rows, before, after, crossed) {
  return rows.filter(({ total }) => total > 0).map((row) => {
    const key = `${row.level}/${row.code}`;
    const [was, is] = [(before.get(key) ?? row).uncovered, (after.get(key) ?? row).uncovered];
    const net = was - is;
    const moved = crossed ? crossed.get(row.code) ?? { better: 0, worse: 0 } : { better: Math.max(0, net), worse: Math.max(0, -net) };
    return { code: row.code, total: row.total, before: was, after: is, ...moved, unchanged: row.total - moved.better - moved.worse, isNet: crossed === null };
  }).sort((a, b) => Math.abs(b.before - b.after) - Math.abs(a.before - a.after) || b.better + b.worse - a.better - a.worse || (a.code < b.code ? -1 : 1));
}

/** All communities together. @param {Difference[]} rows @returns {Difference} */
export const sumOf = (rows) => rows.reduce((sum, row) => ({
  code: '', total: sum.total + row.total, before: sum.before + row.before, after: sum.after + row.after, better: sum.better + row.better, worse: sum.worse + row.worse, unchanged: sum.unchanged + row.unchanged, isNet: row.isNet,
}), { code: '', total: 0, before: 0, after: 0, better: 0, worse: 0, unchanged: 0, isNet: false });

/** Rows as CSV; a text that a table program would take for a formula begins with an apostrophe. @param {string[]} heads @param {(string|number)[][]} rows */
export function csv(heads, rows) {
  const cell = (/** @type {string|number} */ value) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
