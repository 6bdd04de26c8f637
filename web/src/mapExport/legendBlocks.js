/** @import { LegendBlock, LegendRow } from './types.js' */
import { byId, h } from '../dom.js';
import { boxesOf } from './domBoxes.js';

/** Legends of the page as they look, in blocks that can stand beside each other. @param {HTMLElement[]} legends @returns {LegendBlock[]} */
export function legendBlocks(legends) {
  // Style sheets only tell how an element looks while it is in the page.
  const stage = h('div', { class: 'legends is-measured', 'aria-hidden': 'true' }, ...legends);
  byId('furniture').append(stage);
  for (const details of stage.querySelectorAll('details')) details.open = true;
  const blocks = legends.flatMap((legend) => [...legend.querySelectorAll('ul')].map((list, i) => ({
    title: i === 0 ? legend.querySelector('summary')?.textContent ?? '' : '', rows: [...list.children].map(rowOf),
  })));
  stage.remove();
  return blocks.filter(({ rows }) => rows.length > 0);
}

/** @param {Element} item @returns {LegendRow} */
function rowOf(item) {
  const symbol = item.querySelector('.swatch, .sym, .sym-patch');
  const value = item.querySelector('.band-people');
  const text = [...item.childNodes].filter((node) => node !== symbol && node !== value).map((node) => node.textContent).join('').trim();
  return { boxes: symbol ? boxesOf(symbol) : [], text, value: value?.textContent ?? '', isHeading: !symbol };
}
