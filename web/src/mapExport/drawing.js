/** @import { Sheet, Step } from './types.js' */
import { Frame } from '../layers/frame.js';
import { withStyle } from '../theme.js';
import { drawFurniture } from './furniture.js';
import { pixelsOf, PX_PER_INCH } from './paper.js';
import { withResolution } from './png.js';
import { SvgContext } from './svgContext.js';

/**
 * Side of the pieces in which a map is drawn, in px of the sheet: the lines of a hatch and the dots of every resolution that is offered fit into
 * it without a rest, and the page answers between two pieces.
 */
const PIECE_PX = 384;
const WORK_MS = 40;

/** @typedef {{signal: AbortSignal, onProgress: (share: number) => void}} Watch */

/** The sheet as a picture that says its size on paper. @param {Sheet} sheet @param {number} dpi @param {Watch} watch @returns {Promise<Blob>} */
export async function toPng(sheet, dpi, watch) {
  const canvas = await toCanvas(sheet, dpi, watch);
  /** @type {Blob|null} */
  const png = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new RangeError(`No picture of ${canvas.width} × ${canvas.height} dots can be made in this browser; choose a lower resolution.`);
  return withResolution(png, dpi);
}

/** @param {Sheet} sheet @param {number} dpi @param {Watch} watch @returns {Promise<HTMLCanvasElement>} */
export async function toCanvas(sheet, dpi, watch) {
  const k = dpi / PX_PER_INCH;
  const canvas = newCanvas(pixelsOf(sheet.paper, dpi));
  const context = contextOf(canvas);
  const { map } = sheet.parts;
  context.fillStyle = sheet.style === 'dark' ? sheet.colours.ground : '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const [left, top] = [Math.round(map.x * k), Math.round(map.y * k)];
  context.save();
  context.beginPath();
  context.rect(map.x * k, map.y * k, map.width * k, map.height * k);
  context.clip();
  const side = Math.round(PIECE_PX * k);
  const [columns, rows] = [Math.ceil((map.width * k) / side), Math.ceil((map.height * k) / side)];
  const rest = breather(watch.signal);
  for (let i = 0; i < columns * rows; i++) {
    const [x, y] = [(i % columns) * side, Math.floor(i / columns) * side];
    const frame = Frame.of(sheet.zoom, sheet.leftPx + x / k, sheet.topPx + y / k, side / k, side / k);
    context.drawImage(withStyle(sheet.style, () => piece(sheet, frame, side, k)), left + x, top + y);
    watch.onProgress((i + 1) / (columns * rows));
    await rest();
  }
  context.restore();
  context.scale(k, k);
  withStyle(sheet.style, () => {
    context.save();
    context.translate(map.x, map.y);
    for (const step of sheet.steps.filter(({ isWhole }) => isWhole)) step.draw(context, wholeFrame(sheet));
    context.restore();
    drawFurniture(context, sheet);
  });
  return canvas;
}

/** @param {Sheet} sheet @param {Frame} frame @param {number} side dots @param {number} k dots for a px of the sheet */
function piece(sheet, frame, side, k) {
  const canvas = newCanvas({ width: side, height: side });
  const context = contextOf(canvas);
  context.fillStyle = sheet.colours.ground;
  context.fillRect(0, 0, side, side);
  for (const step of sheet.steps.filter(({ isWhole }) => !isWhole)) {
    const isApart = step.opacity < 1;
    const target = isApart ? newCanvas({ width: side, height: side }) : canvas;
    const pen = contextOf(target);
    pen.save();
    pen.scale(k, k);
    step.draw(pen, frame);
    pen.restore();
    if (!isApart) continue;
    context.save();
    context.globalAlpha = step.opacity;
    context.drawImage(target, 0, 0);
    context.restore();
  }
  return canvas;
}

/** The sheet as a file of a drawing. @param {Sheet} sheet @param {Watch} watch @returns {Promise<Blob>} */
export async function toSvg(sheet, watch) {
  const context = await toDrawing(sheet, watch);
  const { title, subtitle, sources } = sheet.words;
  return new Blob([context.toText(title, [subtitle, ...sources].join('\n'))], { type: 'image/svg+xml' });
}

/** The sheet as a drawing, its layers as groups. @param {Sheet} sheet @param {Watch} watch @returns {Promise<SvgContext>} */
export async function toDrawing(sheet, watch) {
  const { width_mm, height_mm } = sheet.paper;
  const context = new SvgContext(sheet.width, sheet.height, `${round(width_mm)}mm`, `${round(height_mm)}mm`);
  const { map } = sheet.parts;
  const rest = breather(watch.signal);
  withStyle(sheet.style, () => {
    fillBox(context, 'paper', { x: 0, y: 0, width: sheet.width, height: sheet.height }, sheet.style === 'dark' ? sheet.colours.ground : '#ffffff');
    context.openGroup('map');
    context.beginPath();
    context.rect(map.x, map.y, map.width, map.height);
    context.clip();
    fillBox(context, 'ground', map, sheet.colours.ground);
  });
  const frame = wholeFrame(sheet);
  for (const [i, step] of sheet.steps.entries()) {
    withStyle(sheet.style, () => layer(context, step, frame, map));
    watch.onProgress((i + 1) / sheet.steps.length);
    await rest();
  }
  context.closeGroup();
  withStyle(sheet.style, () => drawFurniture(context, sheet));
  return context;
}

/** @param {Sheet} sheet */
const wholeFrame = ({ zoom, leftPx, topPx, parts: { map } }) => Object.assign(Frame.of(zoom, leftPx, topPx, map.width, map.height), { isWhole: true });

/** @param {SvgContext} context @param {Step} step @param {Frame} frame @param {{x: number, y: number}} map */
function layer(context, step, frame, map) {
  context.openGroup(step.name, step.opacity);
  context.save();
  context.translate(map.x, map.y);
  step.draw(context, frame);
  context.restore();
  context.closeGroup();
}

/** @param {SvgContext} context @param {string} id @param {import('./layout.js').Box} box @param {string} colour */
function fillBox(context, id, { x, y, width, height }, colour) {
  context.openGroup(id);
  context.beginPath();
  context.rect(x, y, width, height);
  context.fillStyle = colour;
  context.fill();
  context.closeGroup();
}

/** @param {number} mm */
const round = (mm) => Math.round(mm * 100) / 100;

/** @param {{width: number, height: number}} size dots */
const newCanvas = ({ width, height }) => Object.assign(document.createElement('canvas'), { width, height });

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError(`A picture of ${canvas.width} × ${canvas.height} dots is more than this browser can draw; choose a lower resolution or SVG.`);
  return context;
}

/** Lets the page answer when some work was done, and ends where it was cancelled. @param {AbortSignal} signal */
function breather(signal) {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > WORK_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    signal.throwIfAborted();
  };
}
