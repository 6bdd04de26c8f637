/** @import { Context } from '../../context.js' */
/** @import { Logged } from '../../editing/api.js' */
import { fill, h } from '../../dom.js';
import { differing } from '../../editing/values.js';
import { dateTime } from '../../format.js';
import { shownValue } from './controls.js';

/** Who changed what and when, the newest first; each batch can be taken back. */
export class EditLog {
  /** @param {Context} context @param {() => string|null} author */
  constructor(context, author) {
    this.context = context;
    this.author = author;
    this.element = h('div', { class: 'edit-log', id: 'edit-log' });
  }

  render() {
    const { context } = this;
    const { log } = context.session.editing;
    if (!log) return fill(this.element, h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }));
    /** @type {Map<string, Logged[]>} */
    const batches = new Map();
    for (const edit of log) batches.set(edit.batch, [...(batches.get(edit.batch) ?? []), edit]);
    fill(this.element, log.length === 0 && h('p', { class: 'note' }, context.t('editLogNone')), ...[...batches].map(([batch, edits]) => this.batch(batch, edits)));
  }

  /** @param {string} batch @param {Logged[]} edits */
  batch(batch, edits) {
    const { context } = this;
    const [first] = edits;
    const undo = () => this.author() !== null && context.session.editing.undo(batch);
    return h('section', { class: 'edit-batch', 'data-batch': batch }, h('p', { class: 'note' }, h('strong', {}, h('bdi', {}, first.author)), ` · ${dateTime(first.at, context.lang)}`, first.note && h('bdi', {}, ` · ${first.note}`)),
      h('ul', {}, ...edits.map((edit) => this.line(edit))),
      first.undone_by ? h('p', { class: 'note' }, context.t('editUndone')) : h('button', { class: 'link', 'data-key': `undo-${batch}`, disabled: context.session.editing.isSaving, onclick: undo }, context.t('editUndo')));
  }

  /** @param {Logged} edit */
  line(edit) {
    const { context } = this;
    const { editing, workspace, features } = context.session;
    const of = editing.of(edit.layer);
    const [before, after] = [edit.before?.properties, edit.after?.properties];
    const name = String(after?.name ?? before?.name ?? edit.feature_id);
    const isThere = of !== null && features[edit.layer]?.some(({ properties }) => properties.id === edit.feature_id || properties.code === edit.feature_id);
    const isMoved = edit.before !== null && edit.after !== null && JSON.stringify(edit.before.geometry) !== JSON.stringify(edit.after.geometry);
    const columns = edit.before && edit.after ? differing(before, after) : [];
    const value = (/** @type {string} */ column, /** @type {any} */ stored) => {
      const field = of?.fields.find((candidate) => candidate.name === column);
      return field ? shownValue(context, field, stored) : String(stored ?? context.t('editNothing'));
    };
    return h('li', {}, `${context.t(`editAction_${edit.action}`)} · ${context.name(of?.title ?? workspace.layers.find((layer) => layer.name === edit.layer)?.title)} · `,
      isThere ? h('button', { class: 'link', 'data-key': `log-${edit.id}`, onclick: () => editing.pick(edit.layer, edit.feature_id) }, h('bdi', {}, name)) : h('bdi', {}, name), isMoved && ` · ${context.t('editMovedIs')}`,
      columns.length > 0 && h('ul', {}, ...columns.map((column) => h('li', { class: 'quiet' }, `${context.name(of?.fields.find((candidate) => candidate.name === column)?.label) || column}: `, h('bdi', {}, value(column, before?.[column])), ' → ', h('bdi', {}, value(column, after?.[column]))))));
  }
}
