/** @import { Feature, FeatureCollection, WhatIf } from './types.js' */
/** @import { Session } from './session.js' */
import * as api from './api.js';
import { changesByArea } from './gaps.js';

/** A site that has not moved for so long rests. */
const REST_MS = 120;

/** How many more people of a group a what-if covers in the whole district. @param {WhatIf} whatIf @param {string} group @param {string} ownGroup the service's */
export function gainOf(whatIf, group, ownGroup) {
  if (group === 'all') return whatIf.newly_covered.people - whatIf.newly_uncovered.people;
  if (group === ownGroup) return whatIf.newly_covered.group_people - whatIf.newly_uncovered.group_people;
  const communities = [...changesByArea(whatIf, group).values()].filter((row) => row.level === 'community');
  return communities.reduce((sum, row) => sum + row.covered - (row.covered_before ?? row.covered), 0);
}

/**
 * A site that is being tried out. While it is dragged at most one question is under way; the newest position waits for its answer, so
 * that the figures keep moving on a slow machine as well, and what was passed on the way is never asked.
 */
export class Trial {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {{lon: number, lat: number}|null} */
    this.at = null;
    /** @type {WhatIf|null} */
    this.whatIf = null;
    /** @type {{corridor: FeatureCollection, edges: FeatureCollection}|null} */
    this.reach = null;
    this.busy = false;
    this.again = false;
    /** People newly covered by each idle space that was tried. @type {Map<string, number>} */
    this.ranking = new Map();
    this.ranked = false;
    this.ranks = 0;
  }

  /** @param {{lon: number, lat: number}|null} at */
  follow(at) {
    this.at = at;
    this.forgetReach();
    if (!at) {
      this.whatIf = null;
      this.session.changed('trial');
    } else if (this.busy) this.again = true;
    else this.ask();
  }

  async ask() {
    do {
      this.again = false;
      this.busy = true;
      await this.session.attempt('what-if', () => this.follow(this.at), () => this.askOnce());
      this.busy = false;
    } while (this.again && this.at);
    this.reachLater = setTimeout(() => this.askReach(), REST_MS);
  }

  async askOnce() {
    const at = this.at;
    if (!at) return;
    const { service, store } = this.session;
    const { minutes } = store.state;
    const whatIf = await api.postWhatIf(service.code, minutes, this.session.scenario.beneath({ add: [{ lon: at.lon, lat: at.lat }] }, service.code));
    // The site was taken away or another service asked for meanwhile: this answer is of the past.
    if (!this.at || this.session.service.code !== service.code || store.state.minutes !== minutes) return;
    this.whatIf = whatIf;
    this.session.changed('trial');
  }

  /** How far one walks from the site: a drawing, which waits until the site rests so that it never holds the figures up. */
  async askReach() {
    const { at, session } = this;
    if (!at || this.busy) return;
    const { service, store } = session;
    const { minutes } = store.state;
    await session.attempt('reach of site', () => this.askReach(), async () => {
      const [corridor, edges] = await Promise.all(/** @type {const} */ (['corridor', 'edges']).map((method) => api.postIsochrone(service, minutes, { lon: at.lon, lat: at.lat }, method)));
      if (this.at !== at || session.service.code !== service.code || store.state.minutes !== minutes) return;
      this.reach = { corridor, edges };
      session.changed('trial-reach');
    });
  }

  /** The site has moved: the drawing is of another place. */
  forgetReach() {
    clearTimeout(this.reachLater);
    if (!this.reach) return;
    this.reach = null;
    this.session.changed('trial-reach');
  }

  forgetRanking() {
    this.ranks++;
    this.ranking = new Map();
    this.ranked = false;
    this.session.changed('ranking');
  }

  stopRanking() {
    this.ranks++;
    this.ranked = true;
    this.session.changed('ranking');
  }

  /** Tries every idle space, one after the other. @param {Feature[]} spaces */
  async rank(spaces) {
    this.forgetRanking();
    const run = this.ranks;
    const { service, store } = this.session;
    for (const space of spaces) {
      if (!space.geometry) continue;
      const [lon, lat] = space.geometry.coordinates;
      const fine = await this.session.attempt('rank', () => this.rank(spaces), async () => {
        const whatIf = await api.postWhatIf(service.code, store.state.minutes, this.session.scenario.beneath({ add: [{ lon, lat }] }, service.code), 'rank');
        if (run === this.ranks) this.ranking.set(idOf(space), gainOf(whatIf, service.group, service.group) - this.session.scenario.gain(service.group));
      });
      if (!fine || run !== this.ranks) return;
      this.session.changed('ranking');
    }
    this.ranked = true;
    this.session.changed('ranking');
  }
}

/** The id of a feature, as the API takes it. @param {Feature} feature */
export function idOf(feature) {
  return String(feature.properties.id ?? feature.properties.code ?? feature.id);
}
