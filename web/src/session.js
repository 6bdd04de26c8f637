/** @import { Coverage, Explanation, Feature, Service, Workspace } from './types.js' */
/** @import { Store } from './state.js' */
import * as api from './api.js';
import { Comparison } from './compare/comparison.js';
import { Editing } from './editing/editing.js';
import { Faults } from './faults.js';
import { Health } from './health.js';
import { Imports } from './imports/imports.js';
import { Ledger } from './ledger.js';
import { Patches } from './patches.js';
import { Reach } from './reach.js';
import { Remedy } from './remedy.js';
import { Results } from './results/results.js';
import { Rules } from './rules.js';
import { SavedScenarios } from './scenario/saved.js';
import { Scenario } from './scenario/scenario.js';
import { Siting } from './siting/siting.js';
import { isNewer, newerWorkspace } from './takeUp.js';
import { isMove } from './state.js';
import { Trial } from './trial.js';

/** Collections in the order in which the map needs them. */
const SAID_EVERY_MS = 250;
const COLLECTIONS = ['boundaries', 'facilities', 'idle_spaces', 'buildings', 'land_cover', 'walk_edges', 'compounds', 'entrances'];

/**
 * What came from the server: the workspace, its features, and the answers to what the view's state asks. Listeners hear the name of
 * the part that changed.
 */
export class Session {
  /** @param {Store} store @param {Workspace} workspace */
  constructor(store, workspace) {
    this.store = store;
    this.workspace = workspace;
    /** @type {Record<string, Feature[]>} */
    this.features = {};
    /** @type {Coverage|null} */
    this.coverage = null;
    /** @type {Explanation|null} */
    this.explanation = null;
    /** Reading that is going on: rows done and to come, by layer. @type {Map<string, {done: number, of: number}>} */
    this.reading = new Map();
    this.computing = false;
    /** Errors on screen, by what failed. @type {Map<string, {error: unknown, retry: (() => void)|null}>} */
    this.problems = new Map();
    /** @type {((part: string) => void)[]} */
    this.listeners = [];
    /** True while data that were written are on their way to the map. */
    this.isTakingUp = false;
    /** What is taken up after that. @type {(() => void)|null} */
    this.later = null;
    this.imports = new Imports(this);
    this.trial = new Trial(this);
    this.remedy = new Remedy(this);
    this.reach = new Reach(this);
    this.ledger = new Ledger(this);
    this.faults = new Faults(this);
    this.health = new Health(this);
    this.results = new Results(this);
    this.patches = new Patches(this);
    this.rules = new Rules(this);
    this.siting = new Siting(this);
    this.scenario = new Scenario(this);
    this.saved = new SavedScenarios(this);
    this.comparison = new Comparison(this);
    this.editing = new Editing(this);
    if (store.state.scenario) this.saved.read();
    store.subscribe((state, before) => this.follow(state, before));
  }

  /** Forgets all that was answered about the former data. */
  forget() {
    this.features = {};
    this.coverage = null;
    this.explanation = null;
    this.trial = new Trial(this);
    this.remedy = new Remedy(this);
    this.reach = new Reach(this);
    this.ledger = new Ledger(this);
    this.faults = new Faults(this);
    this.health = new Health(this);
    this.results = new Results(this);
    this.patches = new Patches(this);
    this.rules.forget();
    this.siting.forget();
    this.scenario = new Scenario(this);
  }

  /** The data have changed: waits until the server has loaded them, then reads them anew. @param {string[]|null} [layers] that alone have changed; null: any may have @param {number|null} [edit] number of the edit that must be there */
  async takeUp(layers = null, edit = null) {
    if (this.isTakingUp) {
      // An edit while another is on its way: afterwards everything is read anew.
      this.later = edit === null ? this.later : () => this.takeUp(null, edit);
      return;
    }
    this.isTakingUp = true;
    this.changed('taking-up');
    const isThere = await this.attempt('take-up', () => this.takeUp(layers, edit), async () => {
      this.workspace = await newerWorkspace(this.workspace, edit);
      const same = Object.entries(this.features).filter(([name]) => layers !== null && name !== 'gaps' && !layers.includes(name));
      this.forget();
      this.features = Object.fromEntries(same);
    });
    this.isTakingUp = false;
    this.changed('taking-up');
    if (!isThere) return;
    this.changed('workspace');
    await this.start();
    const { later } = this;
    this.later = null;
    later?.();
  }

  /** @param {(part: string) => void} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /** @param {string} part */
  changed(part) {
    for (const listener of this.listeners) listener(part);
  }

  /** The chosen service; the first that has facilities where none is chosen. @returns {Service} */
  get service() {
    const { services } = this.workspace;
    return services.find((service) => service.code === this.store.state.service) ?? services.find((service) => service.facilities > 0) ?? services[0];
  }

  /** Code of the chosen group; the service's own where none is chosen. */
  get group() {
    const wanted = this.store.state.group ?? this.service.group;
    return this.workspace.groups.some((group) => group.code === wanted) ? wanted : 'all';
  }

  /** What is being tried: a site, or a fix of the building that is explained, each with the scenario beneath it; or that alone. */
  get whatIf() {
    return this.trial.whatIf ?? this.remedy.whatIf ?? this.scenario.whatIf;
  }

  /** The limit that holds, and which of its two forms decides. @returns {{limit_m: number, limit_s: number, typed: string}} */
  get limit() {
    const answer = this.coverage;
    if (answer) return { limit_m: answer.limit_m, limit_s: answer.limit_s, typed: answer.limit_typed };
    return { limit_m: this.service.limit_m, limit_s: this.service.limit_s, typed: this.service.limit_metres === null ? 'minutes' : 'metres' };
  }

  /** Reads everything that the map draws and asks the first question. */
  async start() {
    const wanted = COLLECTIONS.filter((name) => !(name in this.features) && this.workspace.layers.some((layer) => layer.name === name));
    this.askCoverage();
    this.scenario.follow();
    this.askSelection();
    this.followOverlays();
    await Promise.all(wanted.map((name) => this.read(name)));
  }

  /** @param {string} name */
  async read(name) {
    const of = this.workspace.layers.find((layer) => layer.name === name)?.count ?? 0;
    this.reading.set(name, { done: 0, of });
    this.changed('reading');
    await this.attempt(`read ${name}`, () => this.read(name), async () => {
      let said = 0;
      this.features[name] = await api.getCollection(name, (done, matched) => {
        this.reading.set(name, { done, of: matched });
        if (performance.now() - said < SAID_EVERY_MS) return;
        said = performance.now();
        this.changed('reading');
      });
      this.changed(name);
      if (name === 'idle_spaces') this.reach.follow();
      if (name === 'idle_spaces') this.siting.begin();
    });
    this.reading.delete(name);
    this.changed('reading');
  }

  /**
   * Runs a step; what goes wrong stays on screen until it is tried again or dismissed.
   * @param {string} what @param {(() => void)|null} retry @param {() => Promise<void>} step @returns {Promise<boolean>} false: failed or dropped
   */
  async attempt(what, retry, step) {
    try {
      await step();
      if (this.problems.delete(what)) this.changed('problems');
      return true;
    } catch (error) {
      if (!api.isAborted(error)) this.report(what, error, retry);
      return false;
    }
  }

  /** @param {string} what @param {unknown} error @param {(() => void)|null} retry */
  report(what, error, retry) {
    this.problems.set(what, { error, retry });
    this.changed('problems');
  }

  async askCoverage() {
    const { level, minutes } = this.store.state;
    const levels = ['district', 'subdistrict', 'community', ...(level === 'compound' ? ['compound'] : [])];
    this.computing = true;
    this.changed('computing');
    const service = this.service.code;
    const answered = await this.attempt('coverage', () => this.askCoverage(), async () => {
      this.coverage = await api.postCoverage(service, minutes, levels);
    });
    if (!answered && service !== this.service.code) return;
    this.computing = false;
    this.changed('computing');
    if (answered) this.changed('coverage');
    // Somebody else wrote into the workspace.
    if (this.coverage && isNewer(this.coverage, this.workspace)) this.takeUp();
  }

  /** Asks for what belongs to the selection: the walk of a building, the trial of a site. */
  async askSelection() {
    const { selection, minutes } = this.store.state;
    this.explanation = null;
    this.changed('explanation');
    this.remedy.show(null);
    this.ledger.pick(selection?.kind === 'link' ? selection.id : null);
    this.trial.follow(selection?.kind === 'site' ? selection : null);
    if (selection?.kind !== 'building') return api.cancel('explain');
    await this.attempt('explain', () => this.askSelection(), async () => {
      this.explanation = await api.getExplanation(selection.id, this.service.code, minutes, this.store.state.changes);
      this.changed('explanation');
    });
  }

  /** Bands and layers that only the one who asks for them gets. */
  followOverlays() {
    this.reach.follow();
    this.ledger.fetchCounts();
    this.faults.follow();
    this.health.follow();
    this.rules.follow();
  }

  /** @param {import('./types.js').ViewState} state @param {import('./types.js').ViewState} before */
  follow(state, before) {
    if (isMove(state, before)) {
      this.trial.follow(/** @type {{lon: number, lat: number}} */ (state.selection));
      return this.followOverlays();
    }
    const asked = state.service !== before.service || state.minutes !== before.minutes;
    if (asked || (state.level !== before.level && state.level === 'compound')) this.askCoverage();
    if (asked || state.changes !== before.changes) this.trial.forgetRanking();
    this.scenario.follow();
    this.comparison.follow();
    if (asked || state.changes !== before.changes || state.selection !== before.selection) this.askSelection();
    this.followOverlays();
  }
}
