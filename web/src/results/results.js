/** @import { Feature } from '../types.js' */
/** @import { Session } from '../session.js' */
import * as api from '../api.js';

/** Tables kept; the oldest makes room. */
const KEPT = 40;

/** Rows of result layers, read when somebody looks at them. */
export class Results {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** By question; null while it is on its way. @type {Map<string, Feature[]|null>} */
    this.known = new Map();
  }

  /** True where the server has the layer. @param {string} layer */
  has(layer) {
    return this.session.workspace.layers.some(({ name }) => name === layer);
  }

  /**
   * The rows of a layer that match; null until they are there. A listener of `results` hears when they are.
   * @param {string} layer @param {Record<string, string>} filters @returns {Feature[]|null}
   */
  rows(layer, filters) {
    const key = `${layer}?${new URLSearchParams(filters)}`;
    const known = this.known.get(key);
    if (known === undefined && this.has(layer)) this.read(key, layer, filters);
    return known ?? null;
  }

  /** Names of a layer's columns, which say what it can be narrowed by; null until they are known. @param {string} layer @returns {Set<string>|null} */
  columns(layer) {
    const key = `${layer}.columns`;
    const known = this.known.get(key);
    if (known === undefined && this.has(layer)) this.read(key, layer, null);
    return known ? new Set(Object.keys(known[0]?.properties ?? {})) : null;
  }

  /** @param {string} key @param {string} layer @param {Record<string, string>|null} filters null: the first row alone */
  async read(key, layer, filters) {
    this.known.set(key, null);
    const isThere = await this.session.attempt(`results ${layer}`, () => this.again(key), async () => {
      this.known.set(key, filters ? await api.getCollection(layer, undefined, filters) : await api.getFirst(layer));
    });
    if (!isThere && this.known.get(key) === null) return;
    for (const old of [...this.known.keys()].slice(0, Math.max(0, this.known.size - KEPT))) this.known.delete(old);
    this.session.changed('results');
  }

  /** Asks again for what could not be read. @param {string} key */
  again(key) {
    this.known.delete(key);
    this.session.changed('results');
  }
}
