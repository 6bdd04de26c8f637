/** @import { Feature } from './types.js' */
/** @import { Session } from './session.js' */
import { Shapes } from './data/shapes.js';

/**
 * Homes outside the rule's limit as named areas, and what is too scattered to be one.
 * @typedef {{patches: Feature[], rest: Feature[]}} Split
 */

/** @param {Feature[]} rows @returns {Split} patches by rank */
export function split(rows) {
  const patches = rows.filter(({ properties }) => properties.kind === 'patch').sort((a, b) => a.properties.rank - b.properties.rank);
  return { patches, rest: rows.filter(({ properties }) => properties.kind === 'rest') };
}

/** People of some rows together. @param {Feature[]} rows @returns {number} */
export const peopleOf = (rows) => rows.reduce((sum, { properties }) => sum + properties.people, 0);

/** Service that a patch is of: its id begins with it. @param {string} id */
export const serviceOf = (id) => id.split('/')[0];

/** The gap patches of the chosen service; read when somebody looks at them. */
export class Patches {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {{rows: Feature[], split: Split, shapes: Shapes}|null} */
    this.kept = null;
  }

  get isOn() {
    return this.session.store.state.overlays.includes('patches');
  }

  /** Rows of a service; null until they are there. @param {string} service @returns {Feature[]|null} */
  rows(service) {
    return this.session.results.rows('gap_patches', { service });
  }

  /** Patches and remainders of the chosen service; null until they are there. @returns {Split|null} */
  get known() {
    const rows = this.rows(this.session.service.code);
    if (!rows) return null;
    if (this.kept?.rows !== rows) {
      const parts = split(rows);
      this.kept = { rows, split: parts, shapes: new Shapes(parts.patches) };
    }
    return this.kept.split;
  }

  /** What is drawn: the patches where the layer is on and known. @returns {Feature[]} */
  get shown() {
    return this.isOn ? this.known?.patches ?? [] : [];
  }

  /** @param {string} id @returns {Feature|null} */
  find(id) {
    return this.rows(serviceOf(id))?.find(({ properties }) => properties.id === id) ?? null;
  }

  /** The drawn patch at a position. @param {number} lon @param {number} lat @returns {Feature|null} */
  at(lon, lat) {
    const { shown, kept } = this;
    const shape = shown.length > 0 && kept ? kept.shapes.at(lon, lat, 0) : -1;
    return shape >= 0 ? shown[shape] : null;
  }
}
