/** @import { Feature, Finding } from './types.js' */
/** @import { Session } from './session.js' */
import * as api from './api.js';

/** Gravest first. */
export const GRADES = /** @type {const} */ (['problem', 'warning', 'note']);

/** Findings about these are drawn by a layer of their own. */
const OF_THE_NETWORK = new Set(['network_undershoots', 'network_crossings', 'network_duplicates', 'network_zero_length']);

/** @param {Finding} finding */
export const isNetworkFault = (finding) => OF_THE_NETWORK.has(finding.code);

/**
 * Findings by grade, then by layer, in the order of the server within a layer.
 * @param {Finding[]} findings @returns {{grade: typeof GRADES[number], layers: {layer: string, findings: Finding[]}[]}[]}
 */
export function byGrade(findings) {
  return GRADES.map((grade) => {
    const own = findings.filter((finding) => finding.grade === grade);
    const layers = [...new Set(own.map(({ layer }) => layer))];
    return { grade, layers: layers.map((layer) => ({ layer, findings: own.filter((finding) => finding.layer === layer) })) };
  }).filter(({ layers }) => layers.length > 0);
}

/** What is wrong with the data, as `planner check` says it; asked for when somebody looks. */
export class Health {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Finding[]|null} */
    this.findings = null;
    /** The finding that is looked at. @type {Finding|null} */
    this.picked = null;
    /** Which of its places; -1: all of them. */
    this.at = -1;
    this.fetching = false;
  }

  get isOn() {
    return this.session.store.state.panel === 'health';
  }

  async follow() {
    if (!this.isOn || this.findings || this.fetching) return;
    this.fetching = true;
    this.session.changed('health');
    await this.session.attempt('health', () => this.follow(), async () => {
      this.findings = await api.getHealth();
    });
    this.fetching = false;
    this.session.changed('health');
  }

  /** The place that is looked at. @returns {Finding['places'][number]|null} */
  get place() {
    return this.picked?.places[this.at] ?? null;
  }

  /** Looks at a finding and all of its places; the same once more looks away. @param {Finding|null} finding */
  pick(finding) {
    this.picked = finding === this.picked ? null : finding;
    this.at = -1;
    this.session.changed('finding');
  }

  /** Goes to the next place, or the former. @param {1|-1} step */
  step(step) {
    const n = this.picked?.places.length ?? 0;
    if (n === 0) return;
    this.at = this.at < 0 ? (step > 0 ? 0 : n - 1) : (this.at + step + n) % n;
    this.session.changed('finding');
  }
}

/** The fault of the network at a place, once they are read. @param {Feature[]|null} rows @param {{lon: number, lat: number}} place @returns {Feature|null} */
export function faultAt(rows, { lon, lat }) {
  const near = ([x, y] = [NaN, NaN]) => Math.abs(x - lon) < 1e-6 && Math.abs(y - lat) < 1e-6;
  return rows?.find(({ geometry }) => geometry?.type === 'Point' && near(geometry.coordinates)) ?? null;
}
