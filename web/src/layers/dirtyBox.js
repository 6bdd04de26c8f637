/** @import { Shapes } from '../data/shapes.js' */
/** @import { Frame } from './frame.js' */

const BLOCK_PX = 60;
// An outline reaches beyond its shape, and a speck is drawn larger than it is.
const MARGIN_PX = 4;

/**
 * The part of a tile that some shapes touch, in whole blocks: a block is a whole number of pixels of nearly any screen and of tiles of the hatching, so
 * that no seam shows.
 * @param {Shapes} shapes @param {number[]} changed @param {Frame} frame @returns {{left: number, top: number, right: number, bottom: number}|null} null: none
 */
export function dirtyBox({ boxes, originX, originY }, changed, frame) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of changed) {
    const x0 = frame.px(boxes[shape * 4] + originX) - MARGIN_PX;
    const y0 = frame.py(boxes[shape * 4 + 1] + originY) - MARGIN_PX;
    const x1 = frame.px(boxes[shape * 4 + 2] + originX) + MARGIN_PX;
    const y1 = frame.py(boxes[shape * 4 + 3] + originY) + MARGIN_PX;
    if (!(x1 > 0 && y1 > 0 && x0 < frame.width_px && y0 < frame.height_px)) continue;
    left = Math.min(left, x0);
    top = Math.min(top, y0);
    right = Math.max(right, x1);
    bottom = Math.max(bottom, y1);
  }
  if (left > right) return null;
  const down = (/** @type {number} */ px) => Math.max(0, Math.floor(px / BLOCK_PX) * BLOCK_PX);
  const up = (/** @type {number} */ px, /** @type {number} */ most) => Math.min(most, Math.ceil(px / BLOCK_PX) * BLOCK_PX);
  return { left: down(left), top: down(top), right: up(right, frame.width_px), bottom: up(bottom, frame.height_px) };
}
