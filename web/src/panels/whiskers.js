/** @import { Feature } from '../types.js' */
import { svg } from '../dom.js';

const WIDTH = 120;
const HEIGHT = 16;

/**
 * A band as a whisker: the line from the lowest to the highest share outside, the dot where the headline stands; from 0 to 100 %.
 * @param {Feature} row
 */
export function whiskers({ properties }) {
  const { total, base_out: base, least_out: low, most_out: high } = properties;
  if (!(total > 0) || ![base, low, high].every((people) => typeof people === 'number')) return null;
  const x = (/** @type {number} */ people) => 4 + (people / total) * (WIDTH - 8);
  const y = HEIGHT / 2;
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'whiskers', 'aria-hidden': 'true' },
    svg('line', { x1: x(0), x2: x(total), y1: y, y2: y, class: 'axis' }), svg('line', { x1: x(low), x2: x(high), y1: y, y2: y, class: 'band' }),
    svg('line', { x1: x(low), x2: x(low), y1: 3, y2: HEIGHT - 3, class: 'band' }), svg('line', { x1: x(high), x2: x(high), y1: 3, y2: HEIGHT - 3, class: 'band' }),
    svg('circle', { cx: x(base), cy: y, r: 3 }));
}
