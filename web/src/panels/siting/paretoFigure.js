/** @import { Context } from '../../context.js' */
/** @import { Point } from '../../siting/types.js' */
import { h, svg } from '../../dom.js';
import { count, exactPercent, percent } from '../../format.js';
import { TEN_THOUSAND } from '../../siting/ask.js';
import { perTenThousand, placed, ticks } from '../../siting/frontier.js';

const FRAME = { left: 52, top: 10, width: 460, height: 220 };

/** Cost to the right, people upwards; the second line is the community that is worst off. @param {Context} context @param {Point[]} points @param {(point: Point) => void} take */
export function paretoFigure(context, points, take) {
  const all = placed(points);
  const x = (/** @type {number} */ share) => FRAME.left + share * FRAME.width;
  const y = (/** @type {number} */ share) => FRAME.top + (1 - share) * FRAME.height;
  const most = { cost: Math.max(1, ...points.map((point) => point.cost_cny)) / TEN_THOUSAND, gain: Math.max(1, ...points.map((point) => point.gain)) };
  const line = (/** @type {'y'|'worst'} */ which) => all.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point[which]).toFixed(1)}`).join('');
  return h('figure', { class: 'siting-front', id: 'siting-front' },
    svg('svg', { viewBox: `0 0 ${FRAME.left + FRAME.width + 44} ${FRAME.top + FRAME.height + 36}`, role: 'group', 'aria-label': context.t('frontTitle') },
      svg('rect', { x: FRAME.left, y: FRAME.top, width: FRAME.width, height: FRAME.height, class: 'frame' }),
      ...ticks(most.cost).map((value) => svg('text', { x: x(value / most.cost), y: FRAME.top + FRAME.height + 14, class: 'is-middle' }, count(value))),
      ...ticks(most.gain).map((value) => svg('text', { x: FRAME.left - 5, y: y(value / most.gain) + 4, class: 'is-end' }, count(value))),
      ...[0, 0.5, 1].map((share) => svg('text', { x: FRAME.left + FRAME.width + 5, y: y(share) + 4, class: 'is-worst' }, percent(share))),
      svg('text', { x: x(0.5), y: FRAME.top + FRAME.height + 30, class: 'is-middle' }, context.t('frontCost')),
      svg('path', { d: line('worst'), class: 'worst' }), svg('path', { d: line('y'), class: 'gain' }),
      ...all.map(({ point, x: right, y: up }) => dot(context, point, x(right), y(up), take))),
    h('figcaption', {}, h('span', { class: 'siting-key is-best' }), context.t('frontGain'), h('span', { class: 'siting-key is-worst' }), context.t('frontWorst')));
}

/** @param {Context} context @param {Point} point @param {number} cx @param {number} cy @param {(point: Point) => void} take */
function dot(context, point, cx, cy, take) {
  const words = context.t('frontPoint', { cost: count(point.cost_cny / TEN_THOUSAND), n: count(point.gain), sites: point.sites.length });
  const isNow = context.session.siting.plan?.cost_cny === point.cost_cny;
  // Nothing for nothing is a point of the front, but no plan.
  /** @type {Record<string, string|number>} */
  const control = point.sites.length > 0 ? { tabindex: 0, role: 'button', 'aria-label': words } : { role: 'presentation' };
  const mark = svg('circle', { cx, cy, r: point.is_knee ? 7 : 5, class: `dot${point.is_knee ? ' is-knee' : ''}${isNow ? ' is-now' : ''}`, 'data-cost': point.cost_cny, ...control }, svg('title', {}, words));
  if (point.sites.length === 0) return mark;
  mark.addEventListener('click', () => take(point));
  mark.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      take(point);
    }
  });
  return mark;
}

/** The same as rows. @param {Context} context @param {Point[]} points @param {(point: Point) => void} take */
export function paretoTable(context, points, take) {
  const rows = placed(points).map(({ point }) => point);
  const heads = ['frontCost', 'frontGain', 'frontPer', 'frontWorst', 'frontSites', 'frontTake'];
  return h('table', { class: 'siting-table', id: 'siting-front-table' }, h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col', title: key === 'frontPer' ? context.t('frontPerTip') : null }, context.t(key))))),
    h('tbody', {}, ...rows.map((point, i) => {
      const per = perTenThousand(rows, i);
      const worst = context.find('boundaries', point.worst_community ?? '');
      return h('tr', { 'data-cost': String(point.cost_cny), 'data-gain': String(point.gain) }, h('th', { scope: 'row', title: String(point.cost_cny) }, count(point.cost_cny / TEN_THOUSAND), point.is_knee && h('span', { class: 'tag', title: context.t('frontKneeTip') }, context.t('frontKnee'))),
        h('td', { title: context.t('frontBound', { n: count(point.bound) }) }, count(point.gain)), h('td', {}, per === null ? '–' : per.toFixed(1)),
        h('td', { title: exactPercent(point.worst_share) }, percent(point.worst_share), worst && h('span', { class: 'quiet' }, ` ${context.areaName(worst.properties)}`)), h('td', {}, count(point.sites.length)),
        h('td', {}, point.sites.length > 0 && h('button', { class: 'link', 'data-key': `front-${point.cost_cny}`, onclick: () => take(point) }, context.t('frontTakeIt'))));
    })));
}
