/** @import { Frame } from './frame.js' */
/** @import { Walks } from '../data/walks.js' */
import { DIFFERENCE, differenceColour, differenceOfWalk, UNCHANGED } from '../ramp.js';
import { hatch, palette } from '../theme.js';
import { BuildingsLayer } from './buildings.js';
import { Specks } from './specks.js';

/** Buildings coloured by how much shorter or longer their walk becomes. */
export class DifferencesLayer extends BuildingsLayer {
  /** @param {Walks} before @param {Walks} after */
  setDifference(before, after) {
    for (let i = 0; i < this.band.length; i++) this.band[i] = this.people[i] > 0 ? differenceOfWalk(before.seconds[i], after.seconds[i]) : DIFFERENCE.length;
    this.tiles.repaint();
  }

  /** @override @param {CanvasRenderingContext2D} context @param {Frame} frame */
  draw(context, frame) {
    const { theme, emptyBuilding } = palette();
    /** @type {number[][]} */
    const byClass = Array.from({ length: DIFFERENCE.length + 1 }, () => []);
    for (const shape of frame.shapes(this.shapes, 4)) byClass[this.band[shape]].push(shape);
    const specks = Specks.of(context, frame);
    this.fillClass(context, frame, byClass[DIFFERENCE.length], emptyBuilding, specks);
    // What does not change lies lowest, so that a small change among much that is the same is seen.
    for (const difference of [UNCHANGED, ...DIFFERENCE.keys()]) this.fillClass(context, frame, byClass[difference], differenceColour(difference, theme), specks);
    specks?.draw();
    for (const [difference, { isHatched }] of DIFFERENCE.entries()) if (isHatched) this.fillClass(context, frame, byClass[difference], hatch(context), null);
  }
}
