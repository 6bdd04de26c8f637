/** @import { Siting } from './siting.js' */
/** @import { Evaluation } from './types.js' */
import { triedOf } from './accepted.js';
import { evaluate } from './api.js';

/** Sites of the plan that were dragged away from their spaces, and what the plan loses by that. */
export class Moves {
  /** @param {Siting} siting */
  constructor(siting) {
    this.siting = siting;
    /** @type {ReadonlyMap<string, {lon: number, lat: number}>} */
    this.moved = new Map();
    /** @type {Evaluation|null} */
    this.evaluation = null;
    this.isAsking = false;
    this.isToAsk = false;
  }

  /** A site is dragged: what does the plan lose? @param {string} id @param {{lon: number, lat: number}} at */
  move(id, at) {
    this.moved = new Map(this.moved).set(id, at);
    this.siting.session.changed('siting-moved');
    if (this.isAsking) this.isToAsk = true;
    else this.ask();
  }

  /** Every site back to its space. @returns {boolean} false where none was moved */
  clear() {
    if (this.moved.size === 0) return false;
    this.moved = new Map();
    this.evaluation = null;
    this.siting.session.changed('siting-moved');
    return true;
  }

  /** At most one question is under way; the newest place waits for its answer. */
  async ask() {
    this.isAsking = true;
    do {
      this.isToAsk = false;
      await this.siting.session.attempt('siting-evaluate', null, () => this.askOnce());
    } while (this.isToAsk);
    this.isAsking = false;
  }

  async askOnce() {
    const { result } = this.siting;
    if (!result || this.moved.size === 0) return;
    const answer = await evaluate(result.question, triedOf(result.plan, this.moved));
    // The sites were put back, or another plan was found meanwhile.
    if (this.siting.result !== result || this.moved.size === 0) return;
    this.evaluation = answer;
    this.siting.session.changed('siting-moved');
  }
}
