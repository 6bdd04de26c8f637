import { parseColour } from '../colour.js';
import { hatch } from '../theme.js';

/**
 * A box as a style sheet draws it, about its middle: the marks of the map and the symbols of the legend are elements, and are drawn from what the
 * browser made of them, so that each is described once.
 * @typedef {{x: number, y: number, width: number, height: number, radii: number[], angle: number, fill: string|null, isHatched: boolean, border: number, borderColour: string|null, isTopOnly: boolean, isDashed: boolean,
 *   ring: {width: number, colour: string}|null, text: string, colour: string, font: string}} DomBox px from the middle of the element; radii of the corners from the left upper one round
 */

/** @param {string} value of a style, such as 2px */
const px = (value) => parseFloat(value) || 0;

/** The boxes of an element: its own, and what style sheets put before and after. @param {Element} element @returns {DomBox[]} */
export function boxesOf(element) {
  const own = getComputedStyle(element);
  const [width, height] = [px(own.width), px(own.height)];
  const words = element.textContent?.trim() ?? '';
  const boxes = [boxOf(own, 0, 0, width, height, words)];
  for (const pseudo of ['::before', '::after']) {
    const style = getComputedStyle(element, pseudo);
    if (style.content === 'none' || style.content === 'normal' || style.display === 'none') continue;
    const [w, h] = outerSize(style);
    const isPlaced = style.position === 'absolute';
    const x = isPlaced ? px(own.borderLeftWidth) + px(style.left) + w / 2 - width / 2 : 0;
    const y = isPlaced ? px(own.borderTopWidth) + px(style.top) + h / 2 - height / 2 : 0;
    boxes.push(boxOf(style, x, y, w, h, /^"(.*)"$/.exec(style.content)?.[1] ?? ''));
  }
  return boxes;
}

/** @param {CSSStyleDeclaration} style @returns {[number, number]} */
function outerSize(style) {
  const isOuter = style.boxSizing === 'border-box';
  const width = px(style.width) + (isOuter ? 0 : px(style.borderLeftWidth) + px(style.borderRightWidth));
  return [width, px(style.height) + (isOuter ? 0 : px(style.borderTopWidth) + px(style.borderBottomWidth))];
}

/** @param {CSSStyleDeclaration} style @param {number} x @param {number} y @param {number} width @param {number} height @param {string} text @returns {DomBox} */
function boxOf(style, x, y, width, height, text) {
  const [, cos, sin] = /^matrix\(([-\d.e]+), ([-\d.e]+)/.exec(style.transform) ?? [];
  const lined = style.backgroundImage.startsWith('repeating-linear-gradient');
  const border = px(style.borderTopWidth);
  const corner = (/** @type {string} */ radius) => (radius.endsWith('%') ? (px(radius) / 100) * Math.min(width, height) : px(radius));
  const [, ring, spread] = /^(.+?\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow) ?? [];
  return {
    x, y, width, height, angle: cos ? Math.atan2(Number(sin), Number(cos)) : 0,
    radii: [style.borderTopLeftRadius, style.borderTopRightRadius, style.borderBottomRightRadius, style.borderBottomLeftRadius].map(corner),
    fill: visible(lined ? /(rgba?|color)\([^)]*\)/.exec(style.backgroundImage)?.[0] ?? '' : style.backgroundColor), isHatched: lined,
    border, borderColour: border > 0 && style.borderTopStyle !== 'none' ? visible(style.borderTopColor) : null, isTopOnly: border > 0 && px(style.borderBottomWidth) === 0, isDashed: style.borderTopStyle === 'dashed',
    ring: ring ? { width: Number(spread), colour: ring } : null, text, colour: style.color, font: `${style.fontWeight} ${px(style.fontSize)}px ${style.fontFamily}`,
  };
}

/** @param {string} colour */
const visible = (colour) => (parseColour(colour) ? colour : null);

/** Draws boxes about a place. @param {any} context of a canvas or of SVG @param {DomBox[]} boxes @param {number} x @param {number} y */
export function drawBoxes(context, boxes, x, y) {
  for (const box of boxes) {
    context.save();
    context.translate(x + box.x, y + box.y);
    if (box.angle !== 0) context.rotate(box.angle);
    context.setLineDash([]);
    drawBox(context, box);
    context.restore();
  }
}

/** @param {any} context @param {DomBox} box */
function drawBox(context, box) {
  const { width, height, border } = box;
  if (box.ring) outline(context, box, -box.ring.width / 2, box.ring.width, box.ring.colour);
  if (box.fill) {
    trace(context, box, 0);
    context.fillStyle = box.fill;
    context.fill();
    if (box.isHatched) {
      context.fillStyle = hatch(context);
      context.fill();
    }
  }
  if (box.borderColour && box.isTopOnly) {
    context.setLineDash(box.isDashed ? [4, 3] : []);
    context.beginPath();
    context.moveTo(-width / 2, -height / 2 + border / 2);
    context.lineTo(width / 2, -height / 2 + border / 2);
    context.strokeStyle = box.borderColour;
    context.lineWidth = border;
    context.stroke();
  } else if (box.borderColour) {
    context.setLineDash(box.isDashed ? [4, 3] : []);
    outline(context, box, border / 2, border, box.borderColour);
  }
  if (box.text === '') return;
  context.font = box.font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = box.colour;
  context.fillText(box.text, 0, 0);
}

/** @param {any} context @param {DomBox} box @param {number} inset @param {number} width @param {string} colour */
function outline(context, box, inset, width, colour) {
  trace(context, box, inset);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

/** @param {any} context @param {DomBox} box @param {number} inset */
function trace(context, { width, height, radii }, inset) {
  context.beginPath();
  const [w, h] = [width - 2 * inset, height - 2 * inset];
  if (radii.some((radius) => radius > 0)) context.roundRect(-w / 2, -h / 2, w, h, radii.map((radius) => (radius > 0 ? Math.max(0, radius - inset) : 0)));
  else context.rect(-w / 2, -h / 2, w, h);
}
