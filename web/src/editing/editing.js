/** @import { Session } from '../session.js' */
/** @import { Feature, Selection } from '../types.js' */
/** @import { Edit, Field, LayerFields, Logged, Saved } from './api.js' */
import * as kept from '../kept.js';
import { idOf } from '../trial.js';
import { getEdits, getFields, postEdits, undoEdits } from './api.js';
import { isSame } from './values.js';

/**
 * A row while it is edited: what its controls hold by column, where it is to be, and the row as it was when editing began. `id` null: a new row.
 * @typedef {{layer: string, id: string|null, was: Record<string, any>, texts: Record<string, string>, values: Record<string, any>, problems: Record<string, string>, geometry: Feature['geometry']}} Draft
 */

/** Which kind of selection shows a row of a layer. @type {Record<string, (id: string) => Selection>} */
const SELECTIONS = {
  idle_spaces: (id) => ({ kind: 'idle', id }), facilities: (id) => ({ kind: 'facility', id }), entrances: (id) => ({ kind: 'gate', id }), walk_edges: (id) => ({ kind: 'edge', id }),
  buildings: (id) => ({ kind: 'building', id }), compounds: (id) => ({ kind: 'area', level: 'compound', code: id }),
};

/** Editing the rows of the workspace: what can be edited, rows with changes that are not saved, and the log. */
export class Editing {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {LayerFields[]|null} */
    this.fields = null;
    this.layer = 'idle_spaces';
    /** Rows with changes, by layer and id; they wait while other rows are looked at. @type {Map<string, Draft>} */
    this.drafts = new Map();
    /** Rows that are edited together. @type {Set<string>} */
    this.checked = new Set();
    /** The batch that was saved last. @type {Saved|null} */
    this.last = null;
    /** @type {Logged[]|null} */
    this.log = null;
    this.isSaving = false;
  }

  async begin() {
    if (this.fields) return;
    await this.session.attempt('edit-fields', () => this.begin(), async () => {
      this.fields = await getFields();
      this.session.changed('edit');
    });
  }

  /** @param {string} layer */
  of(layer) {
    return this.fields?.find((candidate) => candidate.layer === layer) ?? null;
  }

  /** Layer and id of what is picked, where it can be edited. @returns {{layer: string, id: string}|null} */
  get picked() {
    const { selection } = this.session.store.state;
    for (const [layer, make] of Object.entries(SELECTIONS)) {
      const id = selection && ('id' in selection ? selection.id : 'code' in selection ? selection.code : null);
      if (!id || JSON.stringify(make(id)) !== JSON.stringify(selection)) continue;
      return this.of(layer) ? { layer, id } : null;
    }
    return null;
  }

  /** @param {string} layer @param {string} id */
  pick(layer, id) {
    this.layer = layer;
    this.session.store.set({ selection: SELECTIONS[layer](id), panel: 'edit' });
  }

  /** @param {string} layer @param {string|null} id */
  row(layer, id) {
    return id === null ? null : this.session.features[layer]?.find((feature) => idOf(feature) === id) ?? null;
  }

  /** The draft of a row, begun where there is none. @param {string} layer @param {string|null} id @returns {Draft} */
  draft(layer, id) {
    const found = this.drafts.get(key(layer, id));
    if (found) return found;
    const { id: _, ...was } = this.row(layer, id)?.properties ?? {};
    return { layer, id, was, texts: {}, values: {}, problems: {}, geometry: null };
  }

  /** @param {Draft} draft */
  keep(draft) {
    if (this.isChanged(draft)) this.drafts.set(key(draft.layer, draft.id), draft);
    else this.drafts.delete(key(draft.layer, draft.id));
    this.session.changed('edit');
  }

  /** @param {Draft} draft */
  isChanged(draft) {
    return draft.id === null || draft.geometry !== null || Object.keys(draft.problems).length > 0 || Object.entries(draft.values).some(([name, value]) => !isSame(value, draft.was[name]));
  }

  /** @param {string} layer @param {string|null} id */
  drop(layer, id) {
    this.drafts.delete(key(layer, id));
    this.session.changed('edit');
  }

  /** A new row where it was drawn. @param {string} layer @param {number[][]} coordinates */
  add(layer, coordinates) {
    const geometry = this.of(layer)?.geometry === 'line' ? { type: 'LineString', coordinates } : { type: 'Point', coordinates: coordinates[0] };
    this.layer = layer;
    this.drafts.set(key(layer, null), { ...this.draft(layer, null), geometry });
    this.session.store.set({ selection: null, panel: 'edit' });
    this.session.changed('edit');
  }

  /** Saves a draft. @param {Draft} draft @param {string|null} note */
  async save(draft, note) {
    const changed = Object.entries(draft.values).filter(([name, value]) => !isSame(value, draft.was[name]));
    const saved = await this.send([{
      layer: draft.layer, id: draft.id, action: draft.id === null ? 'add' : 'change', properties: Object.fromEntries(changed),
      ...(draft.geometry ? { geometry: draft.geometry } : {}), ...(draft.id === null ? {} : { base: Object.fromEntries(changed.map(([name]) => [name, draft.was[name] ?? null])) }),
    }], note);
    if (!saved) return;
    this.drafts.delete(key(draft.layer, draft.id));
    this.session.store.set({ selection: SELECTIONS[draft.layer]((saved.edits.find(({ layer, action }) => layer === draft.layer && action === 'add') ?? saved.edits[0]).id) });
  }

  /** @param {string} layer @param {string} id */
  async delete(layer, id) {
    if (!await this.send([{ layer, id, action: 'delete' }], null)) return;
    this.drafts.delete(key(layer, id));
    this.session.store.set({ selection: null });
  }

  /** Gives the checked rows one value. @param {Field} field @param {any} value @param {string|null} note */
  async saveAll(field, value, note) {
    const rows = this.bulk(field, value);
    if (await this.send(rows.map(({ id, was }) => ({ layer: this.layer, id, action: 'change', properties: { [field.name]: value }, base: { [field.name]: was } })), note)) this.checked.clear();
  }

  /** The checked rows that a value would change. @param {Field} field @param {any} value @returns {{id: string, was: any}[]} */
  bulk(field, value) {
    return [...this.checked].flatMap((id) => {
      const row = this.row(this.layer, id);
      const was = row?.properties[field.name] ?? null;
      return row && !isSame(was, value) ? [{ id, was }] : [];
    });
  }

  /** Takes a batch back; taking that back makes it again. @param {string} batch */
  async undo(batch) {
    await this.store(() => this.undo(batch), (author) => undoEdits(batch, author));
  }

  /** @param {Edit[]} edits @param {string|null} note @returns {Promise<Saved|null>} null: refused */
  send(edits, note) {
    return this.store(() => this.send(edits, note), (author) => postEdits(edits, author, note));
  }

  /** @param {() => void} again @param {(author: string) => Promise<Saved>} step @returns {Promise<Saved|null>} */
  async store(again, step) {
    this.isSaving = true;
    this.session.changed('edit');
    /** @type {Saved|null} */
    let saved = null;
    await this.session.attempt('edit', again, async () => { saved = await step(kept.author() ?? ''); });
    this.isSaving = false;
    if (saved) this.take(saved);
    this.session.changed('edit');
    return saved;
  }

  /** @param {Saved} saved */
  take(saved) {
    this.last = saved;
    this.log = null;
    // Where somebody else edited in between, any layer may be another.
    const isAlone = saved.seq - saved.edits.length === this.session.workspace.last_edit;
    this.session.takeUp(isAlone ? [...new Set(saved.edits.map(({ layer }) => layer))] : null, saved.seq);
  }

  /** Reads the log, of one row or of all. @param {{layer: string, id: string}|null} of */
  async readLog(of) {
    await this.session.attempt('edit-log', () => this.readLog(of), async () => {
      this.log = (await getEdits(of ? { layer: of.layer, feature: of.id, limit: '50' } : { limit: '100' })).edits;
      this.session.changed('edit');
    });
  }
}

/** @param {string} layer @param {string|null} id */
const key = (layer, id) => `${layer}/${id ?? ''}`;
