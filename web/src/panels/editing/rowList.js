/** @import { Context } from '../../context.js' */
/** @import { Field, LayerFields } from '../../editing/api.js' */
import { fill, h, setBar } from '../../dom.js';
import { isSurveyed, latestRound, matching } from '../../editing/register.js';
import { valueOf } from '../../editing/values.js';
import { count } from '../../format.js';
import { idOf } from '../../trial.js';
import { control, labelOf, shownValue } from './controls.js';

const ROWS_AT_ONCE = 100;
const PREVIEW_ROWS = 8;

/** The rows of a layer: searched, filtered, picked one by one or checked to be edited together. */
export class RowList {
  /** @param {Context} context @param {{author: () => string|null, isInView: (feature: import('../../types.js').Feature) => boolean, box: (done: (isIn: (feature: import('../../types.js').Feature) => boolean) => void) => void}} actions */
  constructor(context, actions) {
    this.context = context;
    this.actions = actions;
    this.text = '';
    this.isOpenOnly = false;
    this.shown = ROWS_AT_ONCE;
    this.filter = h('input', { type: 'search', id: 'edit-filter', 'data-key': 'edit-filter', oninput: () => this.search() });
    this.head = h('div', { class: 'edit-filters' });
    this.rows = h('ul', { class: 'edit-rows', id: 'edit-rows' });
    this.bulk = h('div', { class: 'edit-bulk', id: 'edit-bulk' });
    this.element = h('div', { class: 'edit-list' }, this.head, this.bulk, this.rows);
    /** Column that is edited in all checked rows. */
    this.column = '';
    this.value = '';
  }

  get editing() {
    return this.context.session.editing;
  }

  get features() {
    return this.context.session.features[this.editing.layer] ?? [];
  }

  /** Ids in the order in which they are listed. */
  get order() {
    return this.matches().map(idOf);
  }

  matches() {
    return matching(this.features, { text: this.text, open: this.isOpenOnly, round: latestRound(this.features) });
  }

  search() {
    this.text = this.filter.value;
    this.shown = ROWS_AT_ONCE;
    this.renderRows();
  }

  /** @param {LayerFields} of */
  render(of) {
    const { context } = this;
    this.filter.setAttribute('aria-label', context.t('editFilter'));
    this.filter.placeholder = context.t('editFilter');
    fill(this.head, this.filter, ...this.survey(of));
    this.renderRows();
    this.renderBulk(of);
  }

  /** How far the round of the survey is. @param {LayerFields} of @returns {import('../../dom.js').Child[]} */
  survey(of) {
    if (of.layer !== 'idle_spaces') return [];
    const { context, features } = this;
    const round = latestRound(features);
    const done = features.filter((space) => isSurveyed(space, round)).length;
    const bar = h('i', { class: 'now' });
    setBar(bar, features.length > 0 ? done / features.length : 0);
    const toggle = () => {
      this.isOpenOnly = !this.isOpenOnly;
      context.session.changed('edit');
    };
    return [h('p', { class: 'note', id: 'edit-round' }, context.t('editRound', { round, done: count(done), of: count(features.length) })), h('span', { class: 'bar' }, bar),
      h('label', { class: 'edit-check' }, h('input', { type: 'checkbox', id: 'edit-open-only', checked: this.isOpenOnly, onchange: toggle }), context.t('editOpenOnly'))];
  }

  renderRows() {
    const { context, editing } = this;
    const rows = this.matches();
    const { picked } = editing;
    const left = rows.length - this.shown;
    fill(this.rows, ...rows.slice(0, this.shown).map((row) => {
      const id = idOf(row);
      const name = String(row.properties.name || id);
      return h('li', { 'data-row': id }, h('input', { type: 'checkbox', 'data-key': `check-${id}`, 'aria-label': context.t('editCheck', { name }), checked: editing.checked.has(id), onchange: () => this.check([id], !editing.checked.has(id)) }),
        h('button', { class: 'edit-row', 'data-key': `edit-row-${id}`, 'aria-pressed': String(picked?.id === id && picked.layer === editing.layer), onclick: () => editing.pick(editing.layer, id) },
          h('bdi', { class: 'name', title: name }, name), editing.drafts.has(`${editing.layer}/${id}`) && h('span', { class: 'tag is-unverified' }, context.t('editUnsaved'))));
    }), rows.length === 0 && h('li', { class: 'note' }, context.t(this.context.session.features[editing.layer] ? 'editNone' : 'editReading')), left > 0 && h('li', {}, h('button', { class: 'link', 'data-key': 'edit-more', onclick: () => this.more() }, context.t('showMore', { n: Math.min(left, ROWS_AT_ONCE) }))));
  }

  more() {
    this.shown += ROWS_AT_ONCE;
    this.renderRows();
  }

  /** @param {string[]} ids @param {boolean} isOn */
  check(ids, isOn) {
    for (const id of ids) {
      if (isOn) this.editing.checked.add(id);
      else this.editing.checked.delete(id);
    }
    this.context.session.changed('edit');
  }

  /** One value for all checked rows, with what it would change. @param {LayerFields} of */
  renderBulk(of) {
    const { context, editing } = this;
    const n = editing.checked.size;
    const fields = of.fields.filter(({ name }) => name !== 'name');
    const field = fields.find(({ name }) => name === this.column) ?? fields[0];
    const those = (/** @type {(feature: import('../../types.js').Feature) => boolean} */ isIn) => this.check(this.matches().filter(isIn).map(idOf), true);
    const preview = h('div', { class: 'edit-preview', role: 'status' });
    const save = h('button', { class: 'primary', id: 'bulk-save', 'data-key': 'bulk-save', onclick: () => this.save(field) });
    const show = () => this.preview(field, preview, save);
    fill(this.bulk,
      h('p', { class: 'buttons' }, h('span', { id: 'bulk-count' }, context.t('editChecked', { n: count(n) })), h('button', { class: 'link', id: 'bulk-view', 'data-key': 'bulk-view', onclick: () => those(this.actions.isInView) }, context.t('editInView')), h('button', { class: 'link', id: 'bulk-box', 'data-key': 'bulk-box', onclick: () => this.actions.box(those) }, context.t('editBox')),
        h('button', { class: 'link', id: 'bulk-all', 'data-key': 'bulk-all', onclick: () => this.check(this.order, true) }, context.t('editAll')), n > 0 && h('button', { class: 'link', id: 'bulk-none', 'data-key': 'bulk-none', onclick: () => this.check([...editing.checked], false) }, context.t('editNoneChecked'))),
      n > 0 && h('div', { class: 'edit-field' }, h('label', { for: 'bulk-column' }, context.t('editColumn')),
        h('select', { id: 'bulk-column', 'data-key': 'bulk-column', onchange: (/** @type {Event} */ event) => this.choose(/** @type {HTMLSelectElement} */ (event.target).value, of) }, ...fields.map((candidate) => h('option', { value: candidate.name, selected: candidate === field }, labelOf(context, candidate)))),
        control(context, field, this.value, 'bulk-value', (text) => {
          this.value = text;
          show();
        }), h('span', { id: 'bulk-value-says', class: 'edit-says' }), preview, save));
    if (n > 0) show();
  }

  /** @param {string} column @param {LayerFields} of */
  choose(column, of) {
    this.column = column;
    this.value = '';
    this.renderBulk(of);
  }

  /** @param {Field} field @param {HTMLElement} element @param {HTMLButtonElement} save */
  preview(field, element, save) {
    const { context, editing } = this;
    const { value, problem } = valueOf(field, this.value);
    const rows = problem ? [] : editing.bulk(field, value);
    save.textContent = context.t('editSaveAll', { n: count(rows.length) });
    save.disabled = rows.length === 0 || editing.isSaving;
    fill(element, problem && h('p', { class: 'note is-warning' }, context.t(problem)), h('ul', {}, ...rows.slice(0, PREVIEW_ROWS).map(({ id, was }) => h('li', {}, h('bdi', {}, String(editing.row(editing.layer, id)?.properties.name || id)), ': ',
      h('bdi', {}, shownValue(context, field, was)), ' → ', h('bdi', {}, shownValue(context, field, value))))), rows.length > PREVIEW_ROWS && h('p', { class: 'note' }, context.t('andMore', { n: count(rows.length - PREVIEW_ROWS) })));
  }

  /** @param {Field} field */
  save(field) {
    const { value, problem } = valueOf(field, this.value);
    if (!problem && this.actions.author() !== null) this.editing.saveAll(field, value, null);
  }
}
