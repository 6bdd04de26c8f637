/** @import { LegendBlock, Sheet } from './types.js' */
import { drawBoxes } from './domBoxes.js';
import { fitted, wrapped } from './layout.js';
import { scaleBar } from './paper.js';

const FAMILY = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
export const SOURCE_FONT = `10.5px ${FAMILY}`;
const SYMBOL_WIDTH = 28;
const ROW = 18;
const LINE = 14;
const SCALE_HEIGHT = 46;
const SCALE_WIDEST = 190;

/** What stands around the map and on its corner: title, legend, scale, north, sources. @param {any} context @param {Sheet} sheet */
export function drawFurniture(context, sheet) {
  inGroup(context, 'frame', () => frame(context, sheet));
  inGroup(context, 'title', () => title(context, sheet));
  inGroup(context, 'north', () => north(context, sheet));
  inGroup(context, 'legend', () => legend(context, sheet));
  inGroup(context, 'scale', () => scale(context, sheet));
  inGroup(context, 'sources', () => sources(context, sheet));
}

/** A group of its own where the context knows groups. @param {any} context @param {string} id @param {() => void} draw */
function inGroup(context, id, draw) {
  context.openGroup?.(id);
  context.save();
  draw();
  context.restore();
  context.closeGroup?.();
}

/** @param {any} context @param {string} font @param {string} colour @param {string} [align] */
function pen(context, font, colour, align = 'left') {
  context.font = font;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  return (/** @type {string} */ text) => context.measureText(text).width;
}

/** @param {any} context @param {Sheet} sheet */
function frame(context, { parts: { map }, colours }) {
  context.beginPath();
  context.rect(map.x, map.y, map.width, map.height);
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.stroke();
}

/** @param {any} context @param {Sheet} sheet */
function title(context, { parts: { title: box }, words, colours }) {
  let right = box.x + box.width;
  for (const tag of words.tags) {
    const measure = pen(context, `600 11.5px ${FAMILY}`, colours.ink, 'center');
    const width = measure(tag) + 16;
    context.beginPath();
    context.rect(right - width, box.y + 2, width, 20);
    context.strokeStyle = colours.ink;
    context.lineWidth = 1;
    context.stroke();
    context.fillText(tag, right - width / 2, box.y + 16);
    right -= width + 8;
  }
  let measure = pen(context, `600 21px ${FAMILY}`, colours.ink);
  context.fillText(fitted(words.title, right - box.x - 8, measure), box.x, box.y + 19);
  measure = pen(context, `13px ${FAMILY}`, colours.quiet);
  context.fillText(fitted(words.subtitle, box.width, measure), box.x, box.y + 42);
}

/** @param {any} context @param {Sheet} sheet */
function north(context, { parts: { map }, words, colours }) {
  const [x, y] = [map.x + map.width - 24, map.y + 12];
  context.beginPath();
  [[0, 0], [8, 25], [0, 19], [-8, 25]].forEach(([dx, dy], i) => (i === 0 ? context.moveTo(x + dx, y + dy) : context.lineTo(x + dx, y + dy)));
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = colours.halo;
  context.lineWidth = 4;
  context.stroke();
  context.fillStyle = colours.ink;
  context.fill();
  pen(context, `600 13px ${FAMILY}`, colours.ink, 'center');
  context.strokeText(words.north, x, y + 39);
  context.fillText(words.north, x, y + 39);
}

/** @param {any} context @param {Sheet} sheet */
function legend(context, sheet) {
  const { legend: box, columns } = sheet.parts;
  if (sheet.legend.length === 0) return;
  const width = columns ? (box.width - SCALE_WIDEST - 24) / Math.max(2, sheet.legend.length) - 16 : box.width;
  let [x, y] = [box.x, box.y];
  const bottom = box.y + box.height - (columns ? 0 : SCALE_HEIGHT);
  for (const block of sheet.legend) {
    const height = drawBlock(context, sheet, block, x, y, width, bottom);
    if (columns) x += width + 16;
    else y += height + 10;
  }
}

/** @param {any} context @param {Sheet} sheet @param {LegendBlock} block @param {number} x @param {number} top @param {number} width @param {number} bottom rows below it are left out @returns {number} height */
function drawBlock(context, { colours }, block, x, top, width, bottom) {
  let y = top;
  if (block.title) {
    const measure = pen(context, `600 12.5px ${FAMILY}`, colours.ink);
    for (const line of wrapped(block.title, width, measure)) {
      context.fillText(line, x, y + 13);
      y += 17;
    }
  }
  for (const { boxes, text, value, isHeading } of block.rows) {
    if (y + ROW > bottom) break;
    drawBoxes(context, boxes, x + 10, y + ROW / 2);
    const baseline = y + ROW / 2 + 4;
    let measure = pen(context, `12px ${FAMILY}`, colours.ink, 'right');
    if (value) context.fillText(value, x + width, baseline);
    const taken = value ? measure(value) + 8 : 0;
    measure = pen(context, isHeading ? `11px ${FAMILY}` : `12px ${FAMILY}`, isHeading ? colours.quiet : colours.ink, isHeading ? 'right' : 'left');
    const lines = wrapped(text, width - taken - (isHeading ? 0 : SYMBOL_WIDTH), measure);
    lines.forEach((line, i) => context.fillText(line, isHeading ? x + width : x + SYMBOL_WIDTH, baseline + i * LINE));
    y += ROW + Math.max(0, lines.length - 1) * LINE;
  }
  return y - top;
}

/** A bar in two halves with its length, and the scale as 1:n. @param {any} context @param {Sheet} sheet */
function scale(context, { parts: { legend: box }, scale: n, words, colours }) {
  const { length_m, length_px } = scaleBar(n, Math.min(SCALE_WIDEST, box.width) - 30);
  const [x, y] = [box.x + (box.width > 400 ? box.width - SCALE_WIDEST : 0), box.y + box.height - 8];
  context.beginPath();
  context.rect(x, y - 6, length_px, 6);
  context.fillStyle = colours.ground;
  context.fill();
  context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  context.stroke();
  context.beginPath();
  context.rect(x, y - 6, length_px / 2, 6);
  context.fillStyle = colours.ink;
  context.fill();
  pen(context, `11px ${FAMILY}`, colours.ink, 'center');
  context.fillText('0', x, y - 10);
  context.fillText(length_m >= 1000 ? `${length_m / 1000} ${words.kilometre}` : `${length_m} ${words.metre}`, x + length_px, y - 10);
  pen(context, `600 12px ${FAMILY}`, colours.ink);
  context.fillText(words.scaleNote, x, y - 26);
}

/** @param {any} context @param {Sheet} sheet */
function sources(context, { parts: { sources: box }, words, colours }) {
  const measure = pen(context, SOURCE_FONT, colours.quiet);
  words.sources.forEach((line, i) => context.fillText(fitted(line, box.width, measure), box.x, box.y + 11 + i * 14));
}
