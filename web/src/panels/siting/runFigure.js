/** @import { Context } from '../../context.js' */
import { h, svg } from '../../dom.js';
import { count, exactPercent } from '../../format.js';
import { money } from './money.js';
import { gapOf, pathOf, shapeOf } from '../../siting/trace.js';

const FRAME = { left: 4, top: 8, width: 420, height: 92 };

/** Distance of best and bound, as a planner reads it out. @param {number} gap */
export const gapText = (gap) => (gap === 0 ? '0 %' : gap < 0.0005 ? '<0.05 %' : `${(gap * 100).toFixed(gap < 0.1 ? 1 : 0)} %`);

/** A value of the search: people, or money where the least cost is searched for. @param {Context} context @param {number} value */
export const valueText = (context, value) => (context.session.siting.isLeastCost ? money(context, value) : count(value));

/** What the search has found so far, in words. @param {Context} context */
export function runWords(context) {
  const { siting } = context.session;
  const said = (/** @type {number} */ value) => valueText(context, value);
  const last = siting.steps.at(-1);
  const gap = gapOf(last);
  if (siting.job?.task === 'review' && siting.job.search?.objective === null) return context.t('sitingRepairing');
  if (!last || last.objective === null) return context.t('sitingLooking');
  if (siting.job?.task === 'review') return context.t('sitingReview', { n: said(last.objective), gap: gapText(gap ?? 0) });
  if (last.bound === null || gap === null) return context.t('sitingFound', { n: said(last.objective) });
  return context.t('sitingBetween', { n: said(last.objective), bound: said(last.bound), gap: gapText(gap) });
}

/** Best and bound over time: they meet where the plan is proved best. @param {Context} context @param {boolean} isRunning */
export function runFigure(context, isRunning) {
  const { siting } = context.session;
  const shape = shapeOf(siting.steps, isRunning ? performance.now() - siting.startedAt : 0);
  if (!shape) return null;
  const [best, bound] = [pathOf(shape.best, FRAME), pathOf(shape.bound, FRAME)];
  const words = runWords(context);
  const gap = gapOf(siting.steps.at(-1));
  const seconds = (shape.ms / 1000).toFixed(shape.ms < 10_000 ? 1 : 0);
  return h('figure', { class: 'siting-run', id: 'siting-run' },
    svg('svg', { viewBox: `0 0 ${FRAME.width + 8} ${FRAME.height + 28}`, role: 'img', 'aria-label': words },
      svg('rect', { x: FRAME.left, y: FRAME.top, width: FRAME.width, height: FRAME.height, class: 'frame' }),
      bound !== '' && svg('path', { d: bound, class: 'bound', id: 'siting-bound' }), best !== '' && svg('path', { d: best, class: 'best', id: 'siting-best' }),
      svg('text', { x: FRAME.left, y: FRAME.top + FRAME.height + 15 }, '0'), svg('text', { x: FRAME.left + FRAME.width, y: FRAME.top + FRAME.height + 15, class: 'is-end' }, context.t('sitingSecondsIs', { n: seconds }))),
    h('figcaption', {}, h('span', { class: 'siting-key is-bound' }), context.t(siting.isLeastCost ? 'sitingLower' : 'sitingBound'), h('span', { class: 'siting-key is-best' }), context.t('sitingBest'),
      h('strong', { id: 'siting-gap', title: gap === null ? '' : exactPercent(gap) }, words)));
}
