/** @import { Session } from '../session.js' */
/** @import { WhatIf } from '../types.js' */
/** @import { Changes } from '../scenario/changes.js' */
import { postWhatIf } from '../api.js';
import { Walks } from '../data/walks.js';
import { changesByArea } from '../gaps.js';
import { groupPeople } from '../groups.js';
import { questionOf } from '../scenario/changes.js';
import { crossings, differences } from './difference.js';

/** Stand for the district as it is, and for the changes of the page that are saved nowhere. */
export const TODAY = 'today';
export const NOW = 'now';
export const MOST = 3;

/** One of the sides of a comparison. @typedef {{id: string, whatIf: WhatIf|null, walks: Walks}} Side */

/** Two or three scenarios beside each other, for the service, limit and group that are shown. */
export class Comparison {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Side[]} */
    this.sides = [];
    this.asked = '';
  }

  /** Ids of the sides, from the address. @returns {string[]} */
  get ids() {
    return this.session.store.state.compare ?? [];
  }

  /** @param {string} id @returns {Changes|null} null: there is no such scenario, or it is not read yet */
  changesOf(id) {
    if (id === TODAY) return {};
    if (id === NOW) return this.session.scenario.changes;
    return this.session.saved.all?.find((saved) => saved.id === id)?.changes ?? null;
  }

  /** Asks what is not known yet. */
  async follow() {
    const { session } = this;
    const { coverage, service, store } = session;
    if (this.ids.length === 0 || !coverage) {
      this.sides = [];
      this.asked = '';
      return;
    }
    if (this.ids.some((id) => id !== TODAY && id !== NOW) && !session.saved.all) return void session.saved.read();
    const wanted = this.ids.map((id) => ({ id, changes: this.changesOf(id) ?? {} }));
    const asked = JSON.stringify([service.code, store.state.minutes, coverage.fingerprint, wanted]);
    if (asked === this.asked) return;
    this.asked = asked;
    await session.attempt('compare', () => this.again(), async () => {
      const sides = await Promise.all(wanted.map(async ({ id, changes }, i) => {
        const question = questionOf(changes, service.code);
        const whatIf = Object.keys(question).length === 0 ? null : await postWhatIf(service.code, store.state.minutes, question, `compare ${i}`);
        const walks = new Walks(coverage);
        walks.change(whatIf?.buildings);
        return { id, whatIf, walks };
      }));
      if (asked !== this.asked) return;
      this.sides = sides;
      session.changed('compare');
    });
  }

  again() {
    this.asked = '';
    this.follow();
  }

  /** What the last side changes of the first, by community. @returns {import('./difference.js').Difference[]} */
  get rows() {
    const { session, sides } = this;
    const [first, last] = [sides[0], sides.at(-1)];
    if (!first || !last || !session.coverage || !session.features.buildings) return [];
    const { group, coverage, limit } = session;
    const rows = coverage.gaps.filter((row) => row.level === 'community' && row.group === group && row.denominator === 'people');
    const isOwnPace = rows.every(({ profile }) => profile === undefined || profile === coverage.profile);
    const crossed = isOwnPace ? crossings(session.features.buildings, groupPeople(session.features.buildings, group), first.walks, last.walks, limit) : null;
    return differences(rows, changesByArea(first.whatIf, group), changesByArea(last.whatIf, group), crossed);
  }
}
