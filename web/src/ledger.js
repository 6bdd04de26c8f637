/** @import { Feature } from './types.js' */
/** @import { Session } from './session.js' */
import * as api from './api.js';

/** How a place may come to the network; the last ones are rejections. */
export const OUTCOMES = ['nearest_edge', 'edge_inside_compound', 'through_gates', 'at_entrances', 'not_linked_too_far', 'not_linked_no_open_gate'];

/** A leg from which `planner check` speaks of a distant link. */
export const LONG_LEG_M = 50;

/** Below this zoom the lines of a district are a blur, and there are 20,000 of them. */
export const LINES_FROM_ZOOM = 15;

/** @param {string} outcome */
export const isRejected = (outcome) => outcome.startsWith('not_linked');

/** @param {Feature} row */
export const isLong = (row) => (row.properties.off_network_m ?? 0) > LONG_LEG_M;

/**
 * The box to ask for: half a view more on each side, so that small steps of the map ask nothing.
 * @param {number[]} view west, south, east, north @returns {number[]}
 */
export function askedBox([west, south, east, north]) {
  const [w, h] = [(east - west) / 2, (north - south) / 2];
  return [west - w, Math.max(-90, south - h), east + w, Math.min(90, north + h)].map((degrees) => Number(degrees.toFixed(6)));
}

/** @param {number[]|null} outer @param {number[]} inner */
export function holdsBox(outer, inner) {
  return outer !== null && outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** The snap ledger: who was linked to which street, how far, or why not. Asked for when it is switched on, lines for the view only. */
export class Ledger {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** Places by outcome, of the whole workspace. @type {Map<string, number>|null} */
    this.counts = null;
    /** Those that came to no street, wherever they are. @type {Feature[]} */
    this.rejected = [];
    /** Those of the box. @type {Feature[]} */
    this.rows = [];
    /** @type {number[]|null} */
    this.box = null;
    /** Outcomes that are not drawn. @type {Set<string>} */
    this.hidden = new Set();
    /** The row that is picked. @type {Feature|null} */
    this.picked = null;
    this.fetching = false;
  }

  get isOn() {
    return this.session.store.state.overlays.includes('ledger');
  }

  /** The table of counts and those without a street. */
  async fetchCounts() {
    if (!this.isOn || this.counts || this.fetching) return;
    this.fetching = true;
    await this.session.attempt('read snap_ledger', () => this.fetchCounts(), async () => {
      const [numbers, ...rejected] = await Promise.all([
        Promise.all(OUTCOMES.map((outcome) => api.countFeatures('snap_ledger', { outcome }))),
        ...OUTCOMES.filter(isRejected).map((outcome) => api.getCollection('snap_ledger', undefined, { outcome })),
      ]);
      this.rejected = rejected.flat();
      this.counts = new Map(OUTCOMES.map((outcome, i) => [outcome, numbers[i]]));
      this.session.changed('ledger');
    });
    this.fetching = false;
  }

  /** Rows of the view, where it is near enough to tell lines apart. @param {number[]} view west, south, east, north @param {number} zoom */
  async follow(view, zoom) {
    if (!this.isOn) return;
    this.fetchCounts();
    if (zoom < LINES_FROM_ZOOM || holdsBox(this.box, view)) return;
    const box = askedBox(view);
    await this.session.attempt('read snap_ledger lines', () => this.follow(view, zoom), async () => {
      const rows = await api.getCollection('snap_ledger', undefined, { bbox: box.join(',') }, 'ledger');
      this.rows = rows.filter((row) => !isRejected(row.properties.outcome));
      this.box = box;
      this.session.changed('ledger');
    });
  }

  /** @param {string} outcome */
  toggle(outcome) {
    if (!this.hidden.delete(outcome)) this.hidden.add(outcome);
    this.session.changed('ledger');
  }

  /** Reads the row that is picked. @param {string|null} id */
  async pick(id) {
    if (this.picked?.properties.id === id) return;
    this.picked = [...this.rows, ...this.rejected].find((row) => row.properties.id === id) ?? null;
    if (id === null || this.picked) return;
    await this.session.attempt('read link', () => this.pick(id), async () => {
      this.picked = await api.getFeature('snap_ledger', id);
      this.session.changed('ledger');
    });
  }
}
