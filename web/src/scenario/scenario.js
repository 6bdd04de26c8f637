/** @import { Session } from '../session.js' */
/** @import { WhatIf } from '../types.js' */
/** @import { Changes } from './changes.js' */
import * as api from '../api.js';
import { gainOf } from '../trial.js';
import { countOf, joined, laidOver, questionOf, unlinkedOf, without } from './changes.js';

/** Steps that can be taken back. */
const KEPT = 200;

/** The changes that all figures of the page are shown with: made one by one, taken back, saved under a name. */
export class Scenario {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** What the changes make of the service that is shown. @type {WhatIf|null} */
    this.whatIf = null;
    /** Changes of the answer that do nothing: see `unlinkedOf`. @type {Set<string>} */
    this.unlinked = new Set();
    this.asked = '';
    /** States before the steps, with what each step did. @type {{before: Changes|null, step: Changes|null}[]} */
    this.past = [];
    /** States after the steps that were taken back. @type {{after: Changes|null, step: Changes|null}[]} */
    this.future = [];
  }

  /** @returns {Changes} */
  get changes() {
    return this.session.store.state.changes ?? {};
  }

  get isEmpty() {
    return countOf(this.changes) === 0;
  }

  /** Makes a change. @param {Changes} change */
  apply(change) {
    this.step(joined(this.changes, change), change);
  }

  /** Takes one change out. @param {keyof Changes} list @param {number} place */
  remove(list, place) {
    this.step(without(this.changes, list, place), null);
  }

  /** Back to today. */
  clear() {
    this.step({}, null);
  }

  /** @param {Changes} changes @param {Changes|null} step */
  step(changes, step) {
    this.past = [...this.past, { before: this.session.store.state.changes, step }].slice(-KEPT);
    this.future = [];
    this.put(changes);
  }

  /** @param {Changes} changes */
  put(changes) {
    this.session.store.set({ changes: countOf(changes) > 0 ? changes : null });
  }

  undo() {
    const last = this.past.pop();
    if (!last) return;
    this.future.push({ after: this.session.store.state.changes, step: last.step });
    this.put(last.before ?? {});
  }

  redo() {
    const next = this.future.pop();
    if (!next) return;
    this.past.push({ before: this.session.store.state.changes, step: next.step });
    this.put(next.after ?? {});
  }

  /** Nothing can be taken back any more: other changes were opened. */
  forgetSteps() {
    this.past = [];
    this.future = [];
  }

  /** The question of a what-if with the changes beneath it. @param {Record<string, any>} change @param {string} service */
  beneath(change, service) {
    return laidOver(questionOf(this.changes, service), change);
  }

  /** People of a group whom the changes alone cover newly, by the service that is shown. @param {string} group */
  gain(group) {
    return this.whatIf ? gainOf(this.whatIf, group, this.session.service.group) : 0;
  }

  /** Asks what the changes make of the service that is shown; again only where something else is asked. */
  async follow() {
    const { service, store } = this.session;
    const question = questionOf(this.changes, service.code);
    const asked = JSON.stringify([service.code, store.state.minutes, question]);
    if (asked === this.asked) return;
    this.asked = asked;
    if (Object.keys(question).length === 0) return this.show(null);
    await this.session.attempt('scenario', () => this.again(), async () => {
      const whatIf = await api.postWhatIf(service.code, store.state.minutes, question, 'scenario');
      if (asked === this.asked) this.show(whatIf);
    });
  }

  again() {
    this.asked = '';
    this.follow();
  }

  /** @param {WhatIf|null} whatIf */
  show(whatIf) {
    if (this.whatIf === whatIf) return;
    this.whatIf = whatIf;
    this.unlinked = unlinkedOf(this.changes, this.session.service.code, whatIf?.links ?? []);
    this.session.changed('scenario');
  }
}
