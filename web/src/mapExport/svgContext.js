import { svg } from '../dom.js';
import { hexOf, parseColour } from '../colour.js';

/** @param {number} value px; a hundredth is a four-hundredth of a millimetre */
const short = (value) => Math.round(value * 100) / 100;

/** What XML 1.0 cannot hold, not even escaped. @param {string} text */
export const cleaned = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '\ufffd');

const START = {
  fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, lineCap: 'butt', lineJoin: 'miter', globalAlpha: 1, font: '12px sans-serif', textAlign: 'start', textBaseline: 'alphabetic',
};

/**
 * The part of a canvas's context that the map's painters use, drawing a tree of SVG elements instead of dots: a polygon stays a path, a name stays
 * a text. Text only ever becomes a text node, so no name can turn into markup.
 */
export class SvgContext {
  /** @param {number} width px @param {number} height px @param {string} unit_width of the sheet, such as 297mm @param {string} unit_height */
  constructor(width, height, unit_width, unit_height) {
    this.defs = svg('defs');
    this.root = svg('svg', { width: unit_width, height: unit_height, viewBox: `0 0 ${short(width)} ${short(height)}`, version: '1.1' }, this.defs);
    this.parent = this.root;
    Object.assign(this, START);
    /** @type {string} */ this.fillStyle = START.fillStyle;
    /** @type {string} */ this.strokeStyle = START.strokeStyle;
    this.lineWidth = START.lineWidth;
    /** @type {string} */ this.lineCap = START.lineCap;
    /** @type {string} */ this.lineJoin = START.lineJoin;
    this.globalAlpha = START.globalAlpha;
    this.font = START.font;
    /** @type {string} */ this.textAlign = START.textAlign;
    /** @type {string} */ this.textBaseline = START.textBaseline;
    /** @type {number[]} */ this.dash = [];
    /** The map's painters only move and turn: a, b, c, d, e, f. */
    this.matrix = [1, 0, 0, 1, 0, 0];
    /** @type {any[]} */ this.saved = [];
    /** @type {string[]} */ this.path = [];
    this.ids = new Set();
    this.ruler = document.createElement('canvas').getContext('2d');
  }

  /** @param {string} id @param {number} [opacity] of all that is drawn until the group is closed */
  openGroup(id, opacity = 1) {
    const group = svg('g', { id: this.fresh(id), ...(opacity < 1 ? { opacity: short(opacity) } : {}) });
    this.parent.append(group);
    this.parent = group;
  }

  closeGroup() {
    const group = this.parent;
    this.parent = /** @type {SVGElement} */ (group.parentNode);
    if (group.childElementCount === 0) group.remove();
  }

  /** @param {string} id */
  fresh(id) {
    let free = id;
    for (let n = 2; this.ids.has(free); n++) free = `${id}-${n}`;
    this.ids.add(free);
    return free;
  }

  save() {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline, dash, matrix } = this;
    this.saved.push({ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline, dash, matrix });
  }

  restore() {
    Object.assign(this, this.saved.pop());
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, e + a * x + c * y, f + b * x + d * y];
  }

  /** @param {number} angle */
  rotate(angle) {
    const [a, b, c, d, e, f] = this.matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  /** @param {number} x @param {number} y */
  at(x, y) {
    const [a, b, c, d, e, f] = this.matrix;
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }

  beginPath() {
    this.path = [];
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.path.push(`M${this.at(x, y)}`);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.path.push(`L${this.at(x, y)}`);
  }

  closePath() {
    this.path.push('Z');
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.path.push(`M${this.at(x, y)}L${this.at(x + width, y)}L${this.at(x + width, y + height)}L${this.at(x, y + height)}Z`);
  }

  /** A whole circle, the only arc on the map. @param {number} x @param {number} y @param {number} radius */
  arc(x, y, radius) {
    const r = short(radius);
    this.path.push(`M${this.at(x + radius, y)}A${r} ${r} 0 1 1 ${this.at(x - radius, y)}A${r} ${r} 0 1 1 ${this.at(x + radius, y)}Z`);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height @param {number[]} radii from the left upper corner round */
  roundRect(x, y, width, height, radii) {
    const [a, b, c, d] = radii.map((radius) => Math.min(radius, width / 2, height / 2));
    const corner = (/** @type {number} */ r, /** @type {number} */ cx, /** @type {number} */ cy) => (r > 0 ? `A${short(r)} ${short(r)} 0 0 1 ${this.at(cx, cy)}` : '');
    const [right, bottom] = [x + width, y + height];
    this.path.push(`M${this.at(x + a, y)}L${this.at(right - b, y)}${corner(b, right, y + b)}L${this.at(right, bottom - c)}${corner(c, right - c, bottom)}`,
      `L${this.at(x + d, bottom)}${corner(d, x, bottom - d)}L${this.at(x, y + a)}${corner(a, x + a, y)}Z`);
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this.dash = dash;
  }

  /** @param {string} [rule] */
  fill(rule) {
    this.draw(this.path, { ...paint('fill', this.fillStyle), ...(rule === 'evenodd' ? { 'fill-rule': 'evenodd' } : {}) });
  }

  stroke() {
    this.draw(this.path, { fill: 'none', ...this.strokeAttributes() });
  }

  strokeAttributes() {
    /** @type {Record<string, string|number>} */
    const attributes = { ...paint('stroke', this.strokeStyle), 'stroke-width': short(this.lineWidth) };
    if (this.lineCap !== 'butt') attributes['stroke-linecap'] = this.lineCap;
    if (this.lineJoin !== 'miter') attributes['stroke-linejoin'] = this.lineJoin;
    if (this.dash.length > 0) attributes['stroke-dasharray'] = this.dash.map(short).join(' ');
    return attributes;
  }

  /** @param {string[]} path @param {Record<string, string|number>} attributes */
  draw(path, attributes) {
    if (path.length === 0 || attributes.fill === 'none' && attributes.stroke === undefined) return;
    this.parent.append(svg('path', { d: path.join(''), ...attributes, ...(this.globalAlpha < 1 ? { opacity: short(this.globalAlpha) } : {}) }));
  }

  /** What follows in the group is seen inside the path only. */
  clip() {
    const id = this.fresh('clip');
    this.defs.append(svg('clipPath', { id }, svg('path', { d: this.path.join('') })));
    this.parent.setAttribute('clip-path', `url(#${id})`);
  }

  /** @param {string} text */
  measureText(text) {
    if (!this.ruler) return { width: 0 };
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this.write(text, x, y, paint('fill', this.fillStyle));
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this.write(text, x, y, { fill: 'none', ...this.strokeAttributes() });
  }

  /** @param {string} text @param {number} x @param {number} y @param {Record<string, string|number>} attributes */
  write(text, x, y, attributes) {
    const { size, family, weight, style } = fontOf(this.font);
    // Drawing programs differ in what a baseline in the middle is, so the letters are put on the ordinary one.
    const down = this.textBaseline === 'middle' ? size * 0.35 : 0;
    const [a, b, c, d] = this.matrix;
    const isTurned = Math.abs(b) > 1e-9;
    const [px, py] = this.at(x, y + down).split(' ');
    /** @type {Record<string, string|number>} */
    const all = { x: px, y: py, 'font-family': family, 'font-size': size, ...attributes };
    if (isTurned) Object.assign(all, { x: 0, y: 0, transform: `matrix(${[a, b, c, d].map((value) => Math.round(value * 1e6) / 1e6).join(' ')} ${this.at(x, y + down)})` });
    if (weight !== '400') all['font-weight'] = weight;
    if (style !== 'normal') all['font-style'] = style;
    if (this.textAlign === 'center') all['text-anchor'] = 'middle';
    if (this.textAlign === 'right') all['text-anchor'] = 'end';
    if (this.globalAlpha < 1) all.opacity = short(this.globalAlpha);
    this.parent.append(svg('text', all, cleaned(text)));
  }

  /** Diagonal lines over another fill. @param {string} colour @returns {string} a fill style */
  hatch(colour) {
    const id = `hatch${colour.replace(/\W/g, '')}`;
    if (!this.ids.has(id)) {
      this.ids.add(id);
      this.defs.append(svg('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, svg('path', { d: 'M-6 6L0 0M0 6L6 0M6 6L12 0', stroke: colour, 'stroke-width': 1.2, fill: 'none' })));
    }
    return `url(#${id})`;
  }

  /** @param {string} title @param {string} description @returns {string} the document */
  toText(title, description) {
    this.root.prepend(svg('title', {}, cleaned(title)), svg('desc', {}, cleaned(description)));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(this.root)}\n`;
  }
}

/** Colour and transparency apart: not every drawing program reads rgba(). @param {'fill'|'stroke'} what @param {string} style @returns {Record<string, string|number>} */
function paint(what, style) {
  if (style.startsWith('url(')) return { [what]: style };
  const colour = parseColour(style);
  if (!colour) return { [what]: 'none' };
  return { [what]: hexOf(colour), ...(colour.alpha < 1 ? { [`${what}-opacity`]: short(colour.alpha) } : {}) };
}

/** The parts of a font as a context has them. @param {string} font */
export function fontOf(font) {
  const [, style, weight, size, family] = /^(italic )?(?:(\d{3}|bold) )?([\d.]+)px (.+)$/.exec(font) ?? [];
  if (!family) throw new RangeError(`The font "${font}" is not of the form [italic] [weight] SIZEpx FAMILY.`);
  return { style: style ? 'italic' : 'normal', weight: weight === 'bold' ? '700' : weight ?? '400', size: Number(size), family };
}
