/** @import { Coverage, WhatIf } from '../types.js' */

/** The walks of all buildings: those of an answer, with what is tried laid over them. NaN = not reached. */
export class Walks {
  /** @param {Coverage} coverage */
  constructor(coverage) {
    this.coverage = coverage;
    this.seconds = numbers(coverage.buildings.seconds);
    this.metres = numbers(coverage.buildings.metres);
    /** Places of the buildings that are other than in the answer. @type {number[]} */
    this.changed = [];
  }

  /**
   * Lays another change over the answer; the former is taken back.
   * @param {WhatIf['buildings']|undefined} change @returns {number[]} places of the buildings whose walk may be another now
   */
  change(change) {
    const { metres, seconds } = this.coverage.buildings;
    const touched = this.changed;
    for (const building of touched) {
      this.seconds[building] = seconds[building] ?? NaN;
      this.metres[building] = metres[building] ?? NaN;
    }
    this.changed = change ? [...change.index] : [];
    change?.index.forEach((building, i) => {
      this.seconds[building] = change.seconds[i] ?? NaN;
      this.metres[building] = change.metres[i] ?? NaN;
    });
    return [...touched, ...this.changed];
  }
}

/** @param {(number|null)[]} column null: not reached @returns {Float64Array} */
function numbers(column) {
  return Float64Array.from(column, (value) => value ?? NaN);
}
