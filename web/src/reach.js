/** @import { BandCertificate, Certified, Feature, Isochrones, ReachMethod, Selection } from './types.js' */
/** @import { Session } from './session.js' */
import * as api from './api.js';

/** Limits of the bands, in minutes; they are those of the first colours of ramp.js. */
export const BAND_MINUTES = [5, 10, 15];

/**
 * What a certificate names buildings for: `outside` covered but outside the polygon, `inside` inside it but not covered, `circle` in the
 * circle but not covered, `missed` covered but outside the circle.
 * @typedef {'outside'|'inside'|'circle'|'missed'} CertifiedKind
 */

/** @param {BandCertificate} band @param {CertifiedKind} kind @returns {Certified|null} null: lines have no inside */
export function certified(band, kind) {
  switch (kind) {
    case 'outside': return band.covered_outside;
    case 'inside': return band.uncovered_inside;
    case 'circle': return band.circle.wrong;
    case 'missed': return band.circle.missed;
  }
}

/**
 * What the bands start from: a facility by its id, a place by its position; null for what is picked without being one place.
 * @param {Selection|null} selection @param {(id: string) => Feature|null} idleSpace
 */
export function originOf(selection, idleSpace) {
  switch (selection?.kind) {
    case 'facility': return { facilities: [selection.id] };
    case 'site': case 'place': return { at: [{ lon: selection.lon, lat: selection.lat }] };
    case 'idle': {
      const at = idleSpace(selection.id)?.geometry;
      return at?.type === 'Point' ? { at: [{ lon: at.coordinates[0], lat: at.coordinates[1] }] } : null;
    }
    default: return null;
  }
}

/**
 * The lines of each band as one: a thousand paths in the page would be slow to move.
 * @param {Feature[]} features lines with `band_s` @returns {Feature[]} one for each band, the longest walks first
 */
export function mergedByBand(features) {
  /** @type {Map<number, number[][][]>} */
  const lines = new Map();
  for (const { properties, geometry } of features) {
    if (!geometry) continue;
    const band = lines.get(properties.band_s) ?? [];
    if (geometry.type === 'MultiLineString') band.push(...geometry.coordinates);
    else band.push(geometry.coordinates);
    lines.set(properties.band_s, band);
  }
  return [...lines].sort(([a], [b]) => b - a).map(([band_s, coordinates]) => ({
    type: 'Feature', properties: { band_s }, geometry: { type: 'MultiLineString', coordinates },
  }));
}

/** The bands on foot around the place that is picked, and which of their figures is looked at. */
export class Reach {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Isochrones|null} */
    this.answer = null;
    /** @type {ReachMethod|null} */
    this.method = null;
    /** Place of the band whose circle is drawn. */
    this.band = BAND_MINUTES.length - 1;
    /** Buildings that are shown on the map. @type {CertifiedKind|null} */
    this.kind = null;
    this.busy = false;
    this.asked = '';
  }

  /** The question that the view asks, or null. */
  question() {
    const { state } = this.session.store;
    const from = originOf(state.selection, (id) => this.session.features.idle_spaces?.find(({ properties }) => properties.id === id) ?? null);
    return from && state.reach ? { from, method: state.reach, profile: this.session.service.profile } : null;
  }

  /** Follows the view. While one question is under way no other is asked: a dragged site keeps its bands moving. */
  async follow() {
    const question = this.question();
    if (!question) return this.drop();
    if (this.busy || this.asked === JSON.stringify(question)) return;
    this.asked = JSON.stringify(question);
    this.busy = true;
    const fine = await this.session.attempt('bands', () => this.again(), async () => {
      const answer = await api.postBands(question.from, question.profile, BAND_MINUTES, question.method);
      if (!this.question()) return;
      this.answer = answer;
      this.method = question.method;
    });
    this.busy = false;
    if (fine) this.session.changed('reach');
    if (fine || this.asked !== JSON.stringify(this.question())) this.follow();
  }

  again() {
    this.asked = '';
    this.follow();
  }

  drop() {
    this.asked = '';
    if (!this.answer) return;
    this.answer = null;
    this.kind = null;
    this.session.changed('reach');
  }

  /** @param {number} band @param {CertifiedKind|null} kind */
  show(band, kind) {
    this.band = band;
    this.kind = kind;
    this.session.changed('reach');
  }

  /** The band that is looked at. @returns {BandCertificate|null} */
  get certificate() {
    return this.answer?.certificate[this.band] ?? null;
  }

  /** Ids of the buildings to show on the map. @returns {string[]} */
  get shownIds() {
    return (this.certificate && this.kind && certified(this.certificate, this.kind)?.ids) || [];
  }
}
