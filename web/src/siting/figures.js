/** @import { CommunityChange, Plan, ServiceChange, Site } from './types.js' */

/** People of all services together who come within the limit; who needs two services counts twice. @param {ServiceChange[]} services */
export const newlyCovered = (services) => services.reduce((sum, row) => sum + row.covered_after - row.covered_before, 0);

/**
 * Communities with a service, or with all services together: then a person counts for each service.
 * @param {CommunityChange[]} rows @param {string|null} service @returns {CommunityChange[]} the largest change first
 */
export function byCommunity(rows, service) {
  /** @type {Map<string, CommunityChange>} */
  const found = new Map();
  for (const row of rows) {
    if (service !== null && row.service !== service) continue;
    const sum = found.get(row.code);
    if (!sum) found.set(row.code, { ...row });
    else {
      sum.total += row.total;
      sum.covered_before += row.covered_before;
      sum.covered_after += row.covered_after;
    }
  }
  return [...found.values()].filter((row) => row.total > 0).sort((a, b) => gained(b) - gained(a) || outside(b) - outside(a) || (a.code < b.code ? -1 : 1));
}

/** @param {{covered_before: number, covered_after: number}} row */
export const gained = (row) => row.covered_after - row.covered_before;

/** @param {{total: number, covered_after: number}} row */
export const outside = (row) => row.total - row.covered_after;

/** How a plan is proved. @param {Plan} plan @returns {'optimal'|'within'|'stopped'|'infeasible'|'no_answer'} */
export function proofOf(plan) {
  if (plan.status === 'optimal') return plan.gap > 0 ? 'within' : 'optimal';
  return plan.status;
}

/** Class of a change on the map, 0 to 4, by the share of the people who come within the limit. @param {{total: number, covered_before: number, covered_after: number}} row */
export function changeClass(row) {
  const share = row.total > 0 ? gained(row) / row.total : 0;
  return share <= 0 ? 0 : share < 0.05 ? 1 : share < 0.15 ? 2 : share < 0.3 ? 3 : 4;
}

/** Sites by a column. @param {Site[]} sites @param {'id'|'marginal_gain'|'alone_gain'|'cost_cny'|'year'} column @returns {Site[]} */
export function sortedSites(sites, column) {
  const isDown = column !== 'id' && column !== 'year';
  return [...sites].sort((a, b) => {
    const [x, y] = [a[column], b[column]];
    const order = x < y ? -1 : x > y ? 1 : 0;
    return (isDown ? -order : order) || (a.id < b.id ? -1 : 1);
  });
}

/** How many sites of each typology. @param {Site[]} sites */
export function typologies(sites) {
  const complex = sites.filter(({ typology }) => typology === 'complex').length;
  return { complex, infill: sites.length - complex };
}
