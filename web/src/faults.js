/** @import { Feature } from './types.js' */
/** @import { Session } from './session.js' */
import * as api from './api.js';

/** What is wrong with the network itself: edges that should meet and do not, or lie on each other. Read when it is first switched on. */
export class Faults {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Feature[]|null} */
    this.rows = null;
    this.fetching = false;
  }

  get isOn() {
    return this.session.store.state.overlays.includes('faults');
  }

  async follow() {
    const { selection } = this.session.store.state;
    if ((!this.isOn && selection?.kind !== 'fault') || this.rows || this.fetching) return;
    this.fetching = true;
    await this.session.attempt('read network_faults', () => this.follow(), async () => {
      this.rows = await api.getCollection('network_faults');
      this.session.changed('faults');
    });
    this.fetching = false;
  }

  /** @param {string} id */
  find(id) {
    return this.rows?.find((row) => row.properties.id === id) ?? null;
  }
}
