/** @import { Session } from '../session.js' */
/** @import { Saved } from './api.js' */
import * as kept from '../kept.js';
import { changesText } from './changes.js';
import { createScenario, deleteScenario, getScenarios, saveScenario } from './api.js';

/** The scenarios that the workspace keeps, and which of them is open. */
export class SavedScenarios {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** By name; null until they are read. @type {Saved[]|null} */
    this.all = null;
    this.isReading = false;
    /** The one that was deleted last, to be had back. @type {Saved|null} */
    this.deleted = null;
  }

  /** @returns {Saved|null} */
  get open() {
    const { scenario } = this.session.store.state;
    return this.all?.find(({ id }) => id === scenario) ?? null;
  }

  /** True where the page has other changes than the scenario that is open. */
  get isChanged() {
    const { open } = this;
    const now = changesText(this.session.scenario.changes);
    return open ? changesText(open.changes) !== now : !this.session.scenario.isEmpty;
  }

  /** Reads them once; an address that names one without changes opens it. */
  async read() {
    if (this.isReading) return;
    this.isReading = true;
    await this.session.attempt('scenarios', () => this.read(), async () => {
      this.all = await getScenarios();
      const { open } = this;
      if (open && this.session.scenario.isEmpty) this.session.store.set({ changes: open.changes }, 'replace');
      this.session.changed('scenarios');
    });
    this.isReading = false;
  }

  /** @param {Saved|null} saved null: today */
  show(saved) {
    this.session.scenario.forgetSteps();
    this.session.store.set({ scenario: saved?.id ?? null, changes: saved && Object.keys(saved.changes).length > 0 ? saved.changes : null });
  }

  /** Saves the changes of the page under a new name. @param {string} name @param {string|null} note */
  async saveAs(name, note) {
    await this.attempt(() => this.saveAs(name, note), async () => {
      const saved = await createScenario({ name, note, author: kept.author(), based_on: this.open?.id ?? null, changes: this.session.scenario.changes });
      this.put(saved);
      this.session.store.set({ scenario: saved.id });
    });
  }

  /** Saves the changes of the page over the open scenario, or other words about it. @param {{name?: string, note?: string|null}} [words] */
  async save(words = {}) {
    const { open } = this;
    if (!open) return;
    await this.attempt(() => this.save(words), async () => {
      this.put(await saveScenario(open.id, { name: open.name, note: open.note, based_on: open.based_on, version: open.version, ...words, author: kept.author(), changes: this.session.scenario.changes }));
    });
  }

  /** @param {Saved} saved @param {string} name of the copy */
  async duplicate(saved, name) {
    await this.attempt(() => this.duplicate(saved, name), async () => {
      this.put(await createScenario({ name, note: saved.note, author: kept.author(), based_on: saved.id, changes: saved.changes }));
    });
  }

  /** @param {Saved} saved */
  async delete(saved) {
    await this.attempt(() => this.delete(saved), async () => {
      await deleteScenario(saved);
      this.deleted = saved;
      this.all = (this.all ?? []).filter(({ id }) => id !== saved.id);
      if (this.session.store.state.scenario === saved.id) this.session.store.set({ scenario: null });
    });
  }

  /** Has back what was deleted last. */
  async restore() {
    const { deleted } = this;
    if (!deleted) return;
    await this.attempt(() => this.restore(), async () => {
      this.put(await saveScenario(deleted.id, { ...pick(deleted), version: deleted.version + 1 }));
      this.deleted = null;
    });
  }

  /** @param {() => void} again @param {() => Promise<void>} step */
  async attempt(again, step) {
    if (await this.session.attempt('scenarios', again, step)) this.session.changed('scenarios');
  }

  /** @param {Saved} saved */
  put(saved) {
    this.all = [...(this.all ?? []).filter(({ id }) => id !== saved.id), saved].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  }
}

/** What of a scenario is sent. @param {Saved} saved */
const pick = ({ name, note, author, based_on, changes }) => ({ name, note, author, based_on, changes });
