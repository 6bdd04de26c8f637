/** @typedef {{x: number, y: number, width: number, height: number}} Box px */

const MARGIN_SHARE = 0.035;
const LEGEND_WIDTH = 236;
const LEGEND_HEIGHT = 190;
// Without a legend there is the scale alone.
const SCALE_HEIGHT = 48;
const GAP = 12;
const LINE = 14;
export const TITLE_HEIGHT = 58;

/**
 * Where the parts of a sheet are: the title above, the sources below, the legend beside the map where the sheet is wide and below it where it is
 * high. `columns`: the parts of the legend stand side by side.
 * @param {number} width px @param {number} height px @param {number} sourceLines @param {boolean} hasLegend @returns {{title: Box, map: Box, legend: Box, sources: Box, columns: boolean}}
 */
export function layoutOf(width, height, sourceLines, hasLegend) {
  const margin = Math.round(Math.min(width, height) * MARGIN_SHARE);
  const inner = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const sources = { x: inner.x, y: inner.y + inner.height - sourceLines * LINE, width: inner.width, height: sourceLines * LINE };
  const title = { x: inner.x, y: inner.y, width: inner.width, height: TITLE_HEIGHT };
  const body = { x: inner.x, y: inner.y + TITLE_HEIGHT, width: inner.width, height: sources.y - GAP - (inner.y + TITLE_HEIGHT) };
  const columns = !hasLegend || width < height;
  const legendHeight = hasLegend ? LEGEND_HEIGHT : SCALE_HEIGHT;
  const map = columns ? { ...body, height: body.height - legendHeight - GAP } : { ...body, width: body.width - LEGEND_WIDTH - GAP };
  const legend = columns
    ? { x: body.x, y: map.y + map.height + GAP, width: body.width, height: legendHeight }
    : { x: map.x + map.width + GAP, y: body.y, width: LEGEND_WIDTH, height: body.height };
  return { title, map, legend, sources, columns };
}

/** Words of a line, broken where it would be too long; Chinese breaks anywhere. @param {string} text @param {number} width_px @param {(text: string) => number} measure px */
export function wrapped(text, width_px, measure) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd()) > width_px) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** A text that fits, cut with an ellipsis. @param {string} text @param {number} width_px @param {(text: string) => number} measure px */
export function fitted(text, width_px, measure) {
  if (measure(text) <= width_px) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join('')}…`) <= width_px) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('')}…`;
}
