/** @import { Feature } from './types.js' */

/** Age columns of the buildings, with the ages they hold. */
const COLUMNS = [['age_0_3', 0], ['age_3_6', 3], ['age_6_12', 6], ['age_60_79', 60], ['age_80_up', 80]];

/** Population columns that add up to a group: `age_60_up` is everybody of 60 and over. @param {string} group @returns {string[]} */
export function columnsOf(group) {
  if (group === 'all') return ['population'];
  const open = /^age_(\d+)_up$/.exec(group);
  if (!open) return [group];
  return COLUMNS.filter(([, from]) => Number(from) >= Number(open[1])).map(([column]) => String(column));
}

/** Columns that were asked for, by buildings and group: they are asked for at every step of a drag. @type {WeakMap<Feature[], Map<string, Float64Array>>} */
const known = new WeakMap();

/** People of a group in each building. @param {Feature[]|undefined} buildings @param {string} group */
export function groupPeople(buildings = [], group) {
  const byGroup = known.get(buildings) ?? new Map();
  known.set(buildings, byGroup);
  const people = byGroup.get(group) ?? sumOf(buildings, columnsOf(group));
  byGroup.set(group, people);
  return people;
}

/** @param {Feature[]} buildings @param {string[]} columns */
function sumOf(buildings, columns) {
  return Float64Array.from(buildings, (building) => columns.reduce((sum, column) => sum + (building.properties[column] ?? 0), 0));
}
