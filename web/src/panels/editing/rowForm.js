/** @import { Context } from '../../context.js' */
/** @import { Draft } from '../../editing/editing.js' */
/** @import { Field, LayerFields } from '../../editing/api.js' */
import { fill, h } from '../../dom.js';
import { textOf, valueOf } from '../../editing/values.js';
import { control, labelOf } from './controls.js';
import { PhotoStrip } from './photoStrip.js';

// What its points snap to, the first before the next.
/** @type {Record<string, string[]>} */
const SNAP_TO = { entrances: ['compounds', 'walk_edges'], walk_edges: ['walk_edges'], facilities: ['buildings', 'walk_edges'], idle_spaces: ['buildings', 'walk_edges'] };

/**
 * The attributes of one row. Its controls stay the same elements while it is typed into; only what they say about themselves changes.
 * @typedef {{author: () => string|null, draw: (drawing: import('../../drawing/drawTool.js').Drawing) => void, reshape: (reshaping: import('../../drawing/reshapeTool.js').Reshaping) => void, history: (of: {layer: string, id: string}) => void, next: (by: number) => void}} FormActions
 */
export class RowForm {
  /** @param {Context} context @param {FormActions} actions */
  constructor(context, actions) {
    this.context = context;
    this.actions = actions;
    this.photos = new PhotoStrip(context, actions.author);
    this.element = h('form', { class: 'edit-form', noValidate: true, onsubmit: (/** @type {Event} */ event) => this.submit(event) });
    /** What the controls were built for. */
    this.built = '';
    /** @type {Draft|null} */
    this.draft = null;
    /** @type {Map<string, HTMLElement>} */
    this.said = new Map();
    this.note = h('input', { type: 'text', id: 'edit-why', maxLength: 2000, autocomplete: 'off' });
    this.foot = h('div', { class: 'edit-foot' });
  }

  get editing() {
    return this.context.session.editing;
  }

  /** @param {LayerFields} of @param {string|null} id null: a new row */
  render(of, id) {
    const { context, editing } = this;
    this.draft = editing.draft(of.layer, id);
    const row = editing.row(of.layer, id);
    const signature = JSON.stringify([of.layer, id, context.lang, row?.properties ?? null, context.session.features.boundaries?.length ?? 0, editing.drafts.has(`${of.layer}/${id ?? ''}`)]);
    const isSame = signature === this.built || (this.element.contains(document.activeElement) && this.built.startsWith(JSON.stringify([of.layer, id, context.lang]).slice(0, -1)));
    if (!isSame) this.build(of, row);
    this.built = signature;
    this.update(of);
    this.photos.render(of.layer === 'idle_spaces' ? id : null);
  }

  /** @param {LayerFields} of @param {import('../../types.js').Feature|null} row */
  build(of, row) {
    const { context } = this;
    const draft = /** @type {Draft} */ (this.draft);
    this.said.clear();
    fill(this.element,
      h('p', { class: 'words is-strong', id: 'edit-of' }, h('bdi', {}, draft.id === null ? context.t('editNew', { layer: context.name(of.title) }) : String(row?.properties.name || draft.id))),
      h('div', { class: 'edit-fields' }, ...of.fields.flatMap((field) => this.field(field, draft))),
      this.photos.element,
      h('label', { for: 'edit-why' }, context.t('editNote')), this.note, this.foot);
  }

  /** @param {Field} field @param {Draft} draft @returns {HTMLElement[]} */
  field(field, draft) {
    const { context } = this;
    const id = `edit-${field.name}`;
    const text = draft.texts[field.name] ?? textOf(draft.was[field.name]);
    const says = h('span', { class: 'edit-says', id: `${id}-says` });
    this.said.set(field.name, says);
    const label = field.type === 'services' ? h('span', { class: 'label', id: `${id}-label` }, labelOf(context, field)) : h('label', { for: id }, labelOf(context, field), field.required && ' *');
    const element = control(context, field, text, id, (typed) => this.type(field, typed));
    if (field.type === 'services') element.setAttribute('aria-labelledby', `${id}-label`);
    return [h('div', { class: 'edit-field' }, label, element, says)];
  }

  /** @param {Field} field @param {string} text */
  type(field, text) {
    const draft = /** @type {Draft} */ (this.draft);
    const { value, problem } = valueOf(field, text);
    draft.texts[field.name] = text;
    draft.values[field.name] = value;
    if (problem) draft.problems[field.name] = problem;
    else delete draft.problems[field.name];
    this.editing.keep(draft);
  }

  /** What is wrong, what differs, and what can be done now. @param {LayerFields} of */
  update(of) {
    const { context, editing } = this;
    const draft = /** @type {Draft} */ (this.draft);
    for (const field of of.fields) {
      const problem = draft.problems[field.name];
      const says = this.said.get(field.name);
      const input = this.element.querySelector(`#edit-${field.name}`);
      input?.setAttribute('aria-invalid', String(problem !== undefined));
      if (says) fill(says, problem && context.t(problem));
    }
    const isChanged = editing.isChanged(draft);
    fill(this.foot,
      h('div', { class: 'buttons' },
        h('button', { class: 'primary', id: 'edit-save', 'data-key': 'edit-save', disabled: !isChanged || editing.isSaving || Object.keys(draft.problems).length > 0 }, context.t('editSave')),
        isChanged && h('button', { type: 'button', id: 'edit-drop', 'data-key': 'edit-drop', onclick: () => this.drop() }, context.t('editDrop')),
        of.can_move && h('button', { type: 'button', id: 'edit-move', 'data-key': 'edit-move', onclick: () => this.move(of) }, context.t(of.geometry === 'line' ? 'editRedraw' : 'editMove')),
        of.can_move && of.geometry === 'line' && draft.id !== null && h('button', { type: 'button', id: 'edit-reshape', 'data-key': 'edit-reshape', onclick: () => this.reshape(of) }, context.t('editReshape'))),
      draft.geometry && h('p', { class: 'note is-good' }, context.t('editMoved')),
      draft.id !== null && h('div', { class: 'buttons' },
        h('button', { type: 'button', class: 'link', 'data-key': 'edit-before', id: 'edit-before', onclick: () => this.actions.next(-1) }, context.t('editBefore')),
        h('button', { type: 'button', class: 'link', 'data-key': 'edit-next', id: 'edit-next', onclick: () => this.actions.next(1) }, context.t('editNext')),
        h('button', { type: 'button', class: 'link', 'data-key': 'edit-history', id: 'edit-history', onclick: () => this.actions.history({ layer: of.layer, id: draft.id ?? '' }) }, context.t('editHistory')),
        of.can_delete && h('button', { type: 'button', class: 'link is-bad', 'data-key': 'edit-delete', id: 'edit-delete', onclick: () => this.delete() }, context.t('editDelete'))));
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    const draft = /** @type {Draft} */ (this.draft);
    if (this.actions.author() === null || !this.editing.isChanged(draft)) return;
    await this.editing.save(draft, this.note.value.trim() || null);
    this.note.value = '';
  }

  drop() {
    const draft = /** @type {Draft} */ (this.draft);
    this.built = '';
    this.editing.drop(draft.layer, draft.id);
  }

  delete() {
    const draft = /** @type {Draft} */ (this.draft);
    if (this.actions.author() !== null && draft.id !== null) this.editing.delete(draft.layer, draft.id);
  }

  /** @param {LayerFields} of */
  move(of) {
    const draft = /** @type {Draft} */ (this.draft);
    this.actions.draw({
      ...drawingOf(of),
      done: (coordinates) => {
        draft.geometry = of.geometry === 'line' ? { type: 'LineString', coordinates } : { type: 'Point', coordinates: coordinates[0] };
        this.editing.keep(draft);
      },
    });
  }

  /** @param {LayerFields} of */
  reshape(of) {
    const draft = /** @type {Draft} */ (this.draft);
    const row = this.editing.row(of.layer, draft.id);
    this.actions.reshape({
      points: (draft.geometry ?? row?.geometry)?.coordinates ?? [], to: drawingOf(of).to, except: row ? this.context.session.features[of.layer]?.indexOf(row) ?? -1 : -1,
      done: (coordinates) => {
        draft.geometry = { type: 'LineString', coordinates };
        this.editing.keep(draft);
      },
    });
  }
}

/** How a row of a layer is drawn. @param {LayerFields} of */
export const drawingOf = (of) => ({ isLine: of.geometry === 'line', title: of.geometry === 'line' ? 'drawPath' : 'drawPlace', to: SNAP_TO[of.layer] ?? ['walk_edges'] });
