/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
import { h, svg } from '../dom.js';
import { lorenzPath, upperHalf } from '../equity.js';
import { percent } from '../format.js';

const SIDE = 220;
const LEFT = 34;
const FOOT = 30;
const TICKS = [0, 0.5, 1];

/** The Lorenz curve with the Gini index; what the curve shows stands beside it in words. @param {Context} context @param {Feature[]} points @param {Feature} row */
export function lorenzFigure(context, points, { properties }) {
  const path = lorenzPath(points);
  const half = upperHalf(points);
  if (!path || half === null || properties.gini === null) return null;
  const line = path.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${(LEFT + x * SIDE).toFixed(1)} ${(y * SIDE).toFixed(1)}`).join('');
  const words = context.t('lorenzWords', { half: percent(half) });
  const across = TICKS.map((share) => svg('text', { x: LEFT + share * SIDE, y: SIDE + 13, class: 'is-middle' }, `${share * 100}`));
  const up = TICKS.map((share) => svg('text', { x: LEFT - 5, y: SIDE - share * SIDE + 4, class: 'is-end' }, `${share * 100}`));
  return h('figure', { class: 'lorenz' },
    svg('svg', { viewBox: `0 -6 ${LEFT + SIDE + 12} ${SIDE + FOOT + 6}`, role: 'img', 'aria-label': `${context.t('lorenzTitle')}. ${context.t('equityGini')} ${properties.gini.toFixed(2)}. ${words}` },
      svg('path', { d: `${line}Z`, class: 'lorenz-area' }),
      svg('rect', { x: LEFT, y: 0, width: SIDE, height: SIDE, class: 'frame' }),
      svg('line', { x1: LEFT, y1: SIDE, x2: LEFT + SIDE, y2: 0, class: 'equal' }), svg('path', { d: line, class: 'curve' }),
      ...across, ...up, svg('text', { x: LEFT + SIDE / 2, y: SIDE + 27, class: 'is-middle' }, context.t('lorenzPeople')),
      svg('text', { x: -SIDE / 2, y: 9, transform: 'rotate(-90)', class: 'is-middle' }, context.t('lorenzMinutes'))),
    h('figcaption', {}, h('p', { class: 'big' }, h('strong', { id: 'gini', title: String(properties.gini) }, properties.gini.toFixed(2)), h('span', { class: 'second' }, context.t('equityGini'))),
      h('p', { class: 'words' }, words), h('p', { class: 'note' }, context.t('equityGiniTip'))));
}
