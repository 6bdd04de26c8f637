/** @import { Session } from '../session.js' */
/** @import { WhatIf } from '../types.js' */
/** @import { Placed } from './types.js' */
import * as api from '../api.js';
import { gainOf, idOf } from '../trial.js';

/** The accepted plan: its rooms count as facilities in everything that the page shows, until it is put aside. */
export class Scenario {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {WhatIf|null} */
    this.whatIf = null;
    this.asked = '';
  }

  /** @returns {Placed[]} */
  get sites() {
    return this.session.store.state.plan ?? [];
  }

  /** Where a site stands: where it was moved to, or its space. @param {Placed} site @returns {{lon: number, lat: number}|null} */
  at({ id, lon, lat }) {
    if (lon !== undefined && lat !== undefined) return { lon, lat };
    const { idle_spaces = [], facilities = [] } = this.session.features;
    const found = idle_spaces.find((space) => idOf(space) === id) ?? facilities.find((facility) => idOf(facility) === id);
    const [x, y] = found?.geometry?.type === 'Point' ? found.geometry.coordinates : [];
    return x === undefined ? null : { lon: x, lat: y };
  }

  /** Where the plan gives a service. @param {string} service @returns {{lon: number, lat: number}[]} */
  places(service) {
    return this.sites.filter(({ services }) => services.includes(service)).map((site) => this.at(site)).filter((at) => at !== null);
  }

  /** A change of a what-if with the plan beneath it. @param {{add?: {lon: number, lat: number}[]} & Record<string, any>} change @param {string} service */
  beneath(change, service) {
    const places = this.places(service);
    return places.length === 0 ? change : { ...change, add: [...(change.add ?? []), ...places] };
  }

  /** People of a group whom the plan alone covers newly, by the service that is shown. @param {string} group */
  gain(group) {
    return this.whatIf ? gainOf(this.whatIf, group, this.session.service.group) : 0;
  }

  /** Asks what the plan makes of the service that is shown; again only where something else is asked. */
  async follow() {
    const { service, store } = this.session;
    const places = this.places(service.code);
    const asked = JSON.stringify([service.code, store.state.minutes, places]);
    if (asked === this.asked) return;
    this.asked = asked;
    if (places.length === 0) return this.show(null);
    await this.session.attempt('scenario', () => this.again(), async () => {
      const whatIf = await api.postWhatIf(service.code, store.state.minutes, { add: places }, 'scenario');
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
    this.session.changed('scenario');
  }
}
