/** @import { Explanation, Fix, WhatIf } from './types.js' */
/** @import { Session } from './session.js' */
import * as api from './api.js';

/** The change of a what-if that tries a fix. @param {Fix} fix @returns {object} */
export function changeOf(fix) {
  switch (fix.kind) {
    case 'idle_space': return { add: [{ lon: fix.lon, lat: fix.lat }] };
    case 'open_gate': return { open_gates: [fix.id] };
    case 'new_link': return { add_paths: [{ coordinates: ends(fix), residents_only: false }] };
  }
}

/** Both ends of a new path. @param {Fix} fix @returns {number[][]} */
export function ends(fix) {
  return fix.to ? [[fix.lon, fix.lat], [fix.to.lon, fix.to.lat]] : [[fix.lon, fix.lat]];
}

/** The fix of an explained building that is looked at, and what it would bring to everybody. */
export class Remedy {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Fix|null} */
    this.fix = null;
    /** @type {WhatIf|null} */
    this.whatIf = null;
    this.computing = false;
  }

  /** @param {Fix|null} fix */
  show(fix) {
    if (!fix && !this.fix) return;
    api.cancel('remedy');
    this.fix = fix;
    this.whatIf = null;
    this.computing = false;
    this.session.changed('remedy');
  }

  /** Asks what the fix would bring. */
  async try() {
    const { fix, session } = this;
    if (!fix) return;
    this.computing = true;
    session.changed('remedy');
    await session.attempt('what-if', () => this.try(), async () => {
      const change = session.scenario.beneath(changeOf(fix), session.service.code);
      const answer = await api.postWhatIf(session.service.code, session.store.state.minutes, change, 'remedy');
      if (this.fix === fix) this.whatIf = answer;
    });
    if (this.fix !== fix) return;
    this.computing = false;
    session.changed('remedy');
  }
}

/** The fixes of an explanation. @param {Explanation} explanation @returns {Fix[]} */
export const fixesOf = (explanation) => explanation.fixes ?? [];
