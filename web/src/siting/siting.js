/** @import { JobOf } from '../jobs.js' */
/** @import { Session } from '../session.js' */
/** @import { Form } from './ask.js' */
/** @import { Lock, ParetoResult, Plan, PlanResult, Point, Step } from './types.js' */
import { isAborted } from '../api.js';
import { offset } from '../data/projection.js';
import { cancelJob, failureOf, followJob } from '../jobs.js';
import { placedOf } from './accepted.js';
import * as api from './api.js';
import { askOf, BLANK, firstBudget, formOf, nextLock, TEN_THOUSAND } from './ask.js';
import { Moves } from './moves.js';
import { withStep } from './trace.js';

const FAILED = { zh: '选址未完成', en: 'The plan could not be made' };

/** Which spaces become what: the question, the search under way, its answer, and what a moved site loses. */
export class Siting {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Form} */
    this.form = BLANK;
    /** @type {JobOf<any>|null} */
    this.job = null;
    this.isToStop = false;
    /** What is searched for now. @type {'plan'|'front'|null} */
    this.running = null;
    this.startedAt = 0;
    /** @type {Step[]} */
    this.steps = [];
    /** @type {PlanResult|null} */
    this.result = null;
    /** The question that was asked last. @type {import('./types.js').Ask|null} */
    this.asked = null;
    /** The question of the result, as a text: another one makes it stale. */
    this.resultOf = '';
    /** @type {ParetoResult|null} */
    this.front = null;
    /** @type {unknown} */
    this.failure = null;
    this.moves = new Moves(this);
    /** The space that is looked at. @type {string|null} */
    this.picked = null;
    /** True while the change of communities is looked at: then the map shows it, of one service or of all. */
    this.areasShown = false;
    /** @type {string|null} */
    this.areaService = null;
    this.runs = 0;
  }

  /** Forgets the answers about former data; what was asked stays. */
  forget() {
    if (this.job && this.running) this.stop();
    this.runs++;
    this.picked = null;
    this.running = null;
    this.job = null;
    this.result = null;
    this.front = null;
    this.steps = [];
    this.failure = null;
    this.moves.clear();
  }

  /** Services that can be asked for: those with a rule for their rooms. */
  get services() {
    return this.session.workspace.services.filter(({ room }) => room);
  }

  /** @returns {Plan|null} */
  get plan() {
    return this.result?.plan ?? null;
  }

  get ask() {
    return askOf(this.form, this.services.map(({ code }) => code));
  }

  get isStale() {
    return this.result !== null && this.resultOf !== JSON.stringify(this.ask);
  }

  /** True where the search is for the least cost: then its values are yuan, and the bound lies below. */
  get isLeastCost() {
    return (this.asked?.target_share ?? null) !== null;
  }

  /** The spaces are there: the question of the address is taken up, or a first budget is offered. */
  begin() {
    const spaces = this.session.features.idle_spaces;
    const { ask } = this.session.store.state;
    if (spaces && this.form === BLANK) this.set(ask ? formOf(ask, this.services.map(({ code }) => code)) : { budget: firstBudget(spaces) });
  }

  /** True while the plan is on the map. */
  get isShown() {
    return this.session.store.state.panel === 'siting';
  }

  /** @param {string|null} id */
  pick(id) {
    this.picked = id;
    this.session.changed('siting');
  }

  /** @param {Partial<Form>} patch */
  set(patch) {
    this.form = { ...this.form, ...patch };
    this.session.changed('siting');
  }

  /** @param {string} id @param {Lock|undefined} lock */
  lock(id, lock) {
    const { [id]: _, ...rest } = this.form.locks;
    this.set({ locks: lock ? { ...rest, [id]: lock } : rest });
  }

  /** @param {string} id */
  turnLock(id) {
    this.lock(id, nextLock(this.form.locks[id]));
  }

  /** Finds the plan. @returns {Promise<void>} */
  run() {
    const ask = this.ask;
    this.asked = ask;
    this.session.store.set({ ask }, 'replace');
    return this.search('plan', () => api.findPlan(ask), (/** @type {PlanResult} */ result) => {
      this.result = result;
      this.resultOf = JSON.stringify(ask);
      this.steps = result.trace;
      this.moves.clear();
    });
  }

  /** Finds the plans between which cost, coverage and the worst community have to be weighed. @returns {Promise<void>} */
  runFront() {
    const ask = this.ask;
    return this.search('front', () => api.findFront(ask), (/** @type {ParetoResult} */ result) => {
      this.front = result;
    });
  }

  /** The plan for what a point of the front costs. @param {Point} point */
  take(point) {
    this.set({ budget: point.cost_cny / TEN_THOUSAND, years: [] });
    return this.run();
  }

  /** The plan with one space for another. @param {string} out @param {string} into */
  exchange(out, into) {
    this.set({ locks: { ...this.form.locks, [out]: 'must_not', [into]: 'must' } });
    return this.run();
  }

  /**
   * @template R
   * @param {'plan'|'front'} what @param {() => Promise<JobOf<R>>} start @param {(result: R) => void} take
   */
  async search(what, start, take) {
    if (this.running) return;
    const run = ++this.runs;
    Object.assign(this, { running: what, job: null, isToStop: false, failure: null, startedAt: performance.now() });
    if (what === 'plan') this.steps = [];
    this.session.changed('siting');
    try {
      const job = await start();
      this.job = job;
      if (this.isToStop) await this.stop();
      const ended = await followJob(job, (now) => run === this.runs && this.progressed(now));
      if (run !== this.runs) return;
      if (ended.state === 'failed') throw failureOf(ended, FAILED);
      if (ended.result) take(ended.result);
    } catch (error) {
      if (run === this.runs && !isAborted(error)) this.failure = error;
    }
    if (run !== this.runs) return;
    this.running = null;
    this.job = null;
    this.session.changed('siting');
  }

  /** @param {JobOf<any>} now */
  progressed(now) {
    this.job = now;
    if (this.running === 'plan') this.steps = withStep(this.steps, now, performance.now() - this.startedAt);
    this.session.changed('siting-progress');
  }

  /** Ends the search early: the best so far is the answer. */
  async stop() {
    this.isToStop = true;
    if (this.job) await cancelJob(this.job.id).catch(() => null);
    this.session.changed('siting-progress');
  }

  /** Sites that stand elsewhere than in their spaces. */
  get moved() {
    return this.moves.moved;
  }

  /** True where the picked space is a site of the plan, so that it can be moved. */
  get isMovable() {
    return this.isShown && this.running === null && this.pickedSite !== undefined;
  }

  get pickedSite() {
    return this.plan?.sites.find(({ id }) => id === this.picked);
  }

  /** Moves the picked site by some metres. @param {number} east_m @param {number} north_m */
  nudge(east_m, north_m) {
    const site = this.pickedSite;
    if (site) this.moves.move(site.id, offset(this.moved.get(site.id) ?? site, east_m, north_m));
  }

  /** The plan, as it stands on the map, becomes the scenario that coverage is shown with. */
  accept() {
    const { plan } = this;
    if (plan) this.session.scenario.apply({ add: placedOf(plan, this.moved) });
  }
}
