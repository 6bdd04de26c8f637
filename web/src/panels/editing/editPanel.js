/** @import { Context } from '../../context.js' */
/** @import { MapView } from '../../mapView.js' */
/** @import { Feature } from '../../types.js' */
import { fill, h } from '../../dom.js';
import { count } from '../../format.js';
import * as kept from '../../kept.js';
import { EditLog } from './editLog.js';
import { drawingOf, RowForm } from './rowForm.js';
import { RowList } from './rowList.js';

const LONGEST_NAME = 200;

/** Editing the data of the workspace: rows, one row, many together, and the log of all edits. */
export class EditPanel {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    const author = () => this.author();
    this.tab = 'rows';
    /** The row that was picked when drawing began. @type {string|null} */
    this.drawnFor = null;
    this.authorInput = h('input', { type: 'text', id: 'edit-author', 'data-key': 'edit-author', maxLength: LONGEST_NAME, required: true, autocomplete: 'name', value: kept.author() ?? '', onchange: () => kept.keepAuthor(this.authorInput.value) });
    this.form = new RowForm(context, { author, draw: (drawing) => this.draw(drawing), reshape: (reshaping) => this.reshape(reshaping), history: (of) => this.showLog(of), next: (by) => this.next(by) });
    this.list = new RowList(context, { author, isInView: (feature) => liesIn(feature, view.freeBounds()), box: (done) => this.box(done) });
    this.log = new EditLog(context, author);
    this.head = h('div', { class: 'edit-head' });
    this.saved = h('div', { role: 'status' });
    this.body = h('div', { class: 'edit-body' });
    this.element = h('div', { class: 'side-part' }, h('div', { class: 'side-scroll editing' }, this.head, this.saved, this.body));
    window.addEventListener('beforeunload', (event) => this.editing.drafts.size > 0 && event.preventDefault());
  }

  get editing() {
    return this.context.session.editing;
  }

  enter() {
    this.editing.begin();
  }

  leave() {
    this.endDrawing();
    this.view.draft.show(null);
  }

  endDrawing() {
    this.view.drawTool.end();
    this.view.reshapeTool.end();
    this.view.boxTool.end();
  }

  beginDrawing() {
    this.endDrawing();
    this.drawnFor = this.editing.picked?.id ?? null;
  }

  /** @param {import('../../drawing/drawTool.js').Drawing} drawing */
  draw(drawing) {
    this.beginDrawing();
    this.view.drawTool.begin(drawing);
  }

  /** @param {import('../../drawing/reshapeTool.js').Reshaping} reshaping */
  reshape(reshaping) {
    this.beginDrawing();
    this.view.reshapeTool.begin(reshaping);
  }

  /** Who edits; where nobody is named, the field says so. @returns {string|null} */
  author() {
    const name = this.authorInput.value.trim();
    this.authorInput.setAttribute('aria-invalid', String(name === ''));
    if (name === '') this.authorInput.focus();
    else kept.keepAuthor(name);
    return name === '' ? null : name;
  }

  render() {
    const { editing } = this;
    if (!editing.fields) return fill(this.body, h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }));
    const { picked } = editing;
    if (picked) editing.layer = picked.layer;
    if ((picked?.id ?? null) !== this.drawnFor) this.endDrawing();
    const of = editing.of(editing.layer);
    if (!of) return;
    const isNew = picked === null && editing.drafts.has(`${editing.layer}/`);
    const draft = picked || isNew ? editing.draft(editing.layer, picked?.id ?? null) : null;
    this.view.draft.show(draft?.geometry ?? null);
    this.renderHead(of);
    this.renderSaved();
    if (draft && this.tab === 'rows') this.form.render(of, draft.id);
    if (this.tab === 'log') this.log.render();
    else this.list.render(of);
    const parts = this.tab === 'log' ? [this.log.element] : [...(draft ? [this.form.element] : []), this.list.element];
    // The same elements stay where they are, so that nothing that is typed into loses the keyboard.
    if (parts.length !== this.body.childElementCount || parts.some((part, i) => part !== this.body.children[i])) this.body.replaceChildren(...parts);
  }

  /** @param {import('../../editing/api.js').LayerFields} of */
  renderHead(of) {
    const { context, editing } = this;
    const add = () => this.draw({ ...drawingOf(of), done: (coordinates) => editing.add(of.layer, coordinates) });
    fill(this.head,
      h('div', { class: 'edit-who' }, h('label', { for: 'edit-author' }, context.t('author')), this.authorInput),
      h('div', { class: 'segments', role: 'group', 'aria-label': context.t('editTitle') }, ...['rows', 'log'].map((tab) => h('button', { class: 'segment', 'data-key': `edit-tab-${tab}`, id: `edit-tab-${tab}`, 'aria-pressed': String(this.tab === tab), onclick: () => this.show(tab) }, context.t(`editTab_${tab}`)))),
      this.tab === 'rows' && h('div', { class: 'edit-layer' }, h('select', { id: 'edit-layer', 'data-key': 'edit-layer', 'aria-label': context.t('editLayer'), onchange: (/** @type {Event} */ event) => this.choose(/** @type {HTMLSelectElement} */ (event.target).value) },
        ...(editing.fields ?? []).map(({ layer, title }) => h('option', { value: layer, selected: layer === of.layer }, context.name(title)))),
      of.can_add && h('button', { id: 'edit-add', 'data-key': 'edit-add', onclick: add }, context.t(of.geometry === 'line' ? 'editAddLine' : 'editAdd'))));
  }

  renderSaved() {
    const { context, editing } = this;
    const { last } = editing;
    fill(this.saved, last && h('p', { class: 'note is-good', id: 'edit-saved' }, context.t('editSaved', { n: count(last.edits.length) }), ' ',
      h('button', { class: 'link', id: 'edit-undo', 'data-key': 'edit-undo', disabled: editing.isSaving, onclick: () => this.author() !== null && editing.undo(last.batch) }, context.t('editUndo'))),
    ...(last?.warnings ?? []).map(({ message }) => h('p', { class: 'note is-warning' }, context.name(message))));
  }

  /** @param {string} tab */
  show(tab) {
    this.tab = tab;
    if (tab === 'log') this.editing.readLog(null);
    this.render();
  }

  /** @param {{layer: string, id: string}} of */
  showLog(of) {
    this.tab = 'log';
    this.editing.log = null;
    this.editing.readLog(of);
    this.render();
  }

  /** @param {string} layer */
  choose(layer) {
    this.editing.layer = layer;
    this.editing.checked.clear();
    if (this.context.store.state.selection) this.context.select(null);
    else this.render();
  }

  /** The row after or before the picked one, in the order of the list. @param {number} by */
  next(by) {
    const { picked, layer } = this.editing;
    const { order } = this.list;
    const place = picked ? order.indexOf(picked.id) : -1;
    const id = order[(place + by + order.length) % order.length];
    if (id !== undefined) this.editing.pick(layer, id);
  }

  /** Asks for a box on the map. @param {(isIn: (feature: Feature) => boolean) => void} done */
  box(done) {
    this.beginDrawing();
    this.view.boxTool.begin((bounds) => done((feature) => liesIn(feature, bounds)));
  }
}

/** True where a row begins within bounds. @param {Feature} feature @param {import('leaflet').LatLngBounds} bounds */
function liesIn({ geometry }, bounds) {
  let at = geometry?.coordinates;
  while (Array.isArray(at?.[0])) at = at[0];
  return Array.isArray(at) && bounds.contains([at[1], at[0]]);
}
