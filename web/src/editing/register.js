/** @import { Feature } from '../types.js' */

/** The survey round that is going on: the latest that any space was seen in. @param {Feature[]} spaces @returns {number} 0: none yet */
export const latestRound = (spaces) => Math.max(0, ...spaces.map(({ properties }) => Number(properties.survey_round) || 0));

/** @param {Feature} space @param {number} round */
export const isSurveyed = (space, round) => round > 0 && Number(space.properties.survey_round) === round;

/**
 * The rows that a search and the filters leave, in the order of their names.
 * @param {Feature[]} rows @param {{text: string, open: boolean, round: number}} filter `open`: only those not yet seen in the round
 */
export function matching(rows, { text, open, round }) {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = (/** @type {Feature} */ { properties }) => words.every((word) => Object.values(properties).some((value) => value !== null && String(value).toLowerCase().includes(word)));
  return rows.filter((row) => (!open || !isSurveyed(row, round)) && isMeant(row)).sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh'));
}

/** @param {Feature} row */
const nameOf = ({ properties }) => String(properties.name ?? properties.id ?? '');
