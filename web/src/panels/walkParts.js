/** @import { Context } from '../context.js' */
/** @import { WalkParts } from '../types.js' */
import { h } from '../dom.js';
import { partRows } from '../walkParts.js';

/** What the walk is made of: a bar by time, and a row for each part. @param {Context} context @param {WalkParts} parts */
export function walkParts(context, parts) {
  const rows = partRows(parts);
  const bar = h('div', { class: 'parts-bar', 'aria-hidden': 'true' }, ...rows.map(({ kind, share }) => {
    const piece = h('i', { class: `part is-${kind}`, title: context.t(`part_${kind}`) });
    piece.style.setProperty('flex-grow', String(share));
    return piece;
  }));
  return h('div', { class: 'parts' }, bar, h('table', {}, h('tbody', {}, ...rows.map(({ kind, metres, seconds }) => h('tr', { 'data-part': kind },
    h('th', { scope: 'row' }, h('span', { class: `sym sym-part is-${kind}` }), context.t(`part_${kind}`)),
    h('td', { title: metres === null ? '' : String(metres) }, metres === null ? '' : context.metres(metres)), h('td', { title: String(seconds) }, context.duration(seconds)))))));
}
