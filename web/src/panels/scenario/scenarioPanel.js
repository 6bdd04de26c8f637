/** @import { Context } from '../../context.js' */
/** @import { Saved } from '../../scenario/api.js' */
import { fill, h } from '../../dom.js';
import { date, signed } from '../../format.js';
import * as kept from '../../kept.js';
import { countOf } from '../../scenario/changes.js';
import { linesOf, stepText } from '../../scenario/words.js';

const LONGEST_NAME = 200;

/** The scenario that all figures are shown with, and those that the workspace keeps. */
export class ScenarioPanel {
  /** @param {Context} context @param {{draw: () => void, compare: () => void}} actions `draw` begins a new path on the map */
  constructor(context, actions) {
    this.context = context;
    this.actions = actions;
    this.body = h('div', { class: 'side-scroll scenario' });
    this.element = h('div', { class: 'side-part' }, this.body);
  }

  enter() {
    if (!this.saved.all) this.saved.read();
  }

  leave() {}

  get saved() {
    return this.context.session.saved;
  }

  render() {
    const { context } = this;
    const { scenario } = context.session;
    fill(this.body, ...this.head(), h('h3', {}, context.t('changesTitle', { n: countOf(scenario.changes) })), ...this.changes(), ...this.saving(), h('h3', {}, context.t('scenariosTitle')), ...this.list());
  }

  /** @returns {import('../../dom.js').Child[]} */
  head() {
    const { context } = this;
    const { session } = context;
    const { open, isChanged } = this.saved;
    const gain = session.scenario.gain(session.group);
    return [
      h('p', { class: 'words is-strong', id: 'scenario-name' }, h('bdi', {}, open ? open.name : context.t(session.scenario.isEmpty ? 'scenarioToday' : 'scenarioUnnamed')), open && isChanged && h('span', { class: 'tag is-unverified' }, context.t('scenarioChanged'))),
      open?.note && h('p', { class: 'note' }, open.note),
      !session.scenario.isEmpty && h('p', {}, h('strong', { id: 'scenario-gain', title: String(gain), class: gain > 0 ? 'delta is-better' : gain < 0 ? 'delta is-worse' : '' }, signed(gain)), ' ', context.t('siteGain', { group: context.groupName(session.group) })),
      h('p', { class: 'buttons' }, this.stepButton('undo'), this.stepButton('redo'), h('button', { id: 'draw-path', 'data-key': 'draw-path', onclick: this.actions.draw }, context.t('drawPath')),
        (this.saved.all?.length ?? 0) > 0 && h('button', { id: 'to-compare', 'data-key': 'to-compare', onclick: this.actions.compare }, context.t('compareOpen'))),
    ];
  }

  /** @param {'undo'|'redo'} which */
  stepButton(which) {
    const { context } = this;
    const { scenario } = context.session;
    const step = (which === 'undo' ? scenario.past : scenario.future).at(-1);
    return h('button', { 'data-key': which, id: `scenario-${which}`, disabled: !step, title: step ? stepText(context, step.step) : '', onclick: () => scenario[which]() }, context.t(which));
  }

  /** @returns {import('../../dom.js').Child[]} */
  changes() {
    const { context } = this;
    const { scenario } = context.session;
    const lines = linesOf(context, scenario.changes);
    if (lines.length === 0) return [h('p', { class: 'note' }, context.t('changesHow'))];
    const { unlinked } = scenario;
    return [h('ul', { class: 'change-list' }, ...lines.map(({ list, place, text }) => h('li', { 'data-list': list }, h('bdi', { class: 'name', title: text }, text),
      h('button', { class: 'close', 'data-key': `out-${list}-${place}`, title: context.t('changeTakeOut'), 'aria-label': `${context.t('changeTakeOut')}: ${text}`, onclick: () => scenario.remove(list, place) }, '×'),
      unlinked.has(`${list}/${place}`) && h('span', { class: 'note is-warning' }, context.t(list === 'move' ? 'moveUnlinked' : 'addUnlinked')))))];
  }

  /** Saving: over the open one, or under a new name. @returns {import('../../dom.js').Child[]} */
  saving() {
    const { context, saved } = this;
    const { open } = saved;
    if (context.session.scenario.isEmpty && !open) return [];
    const name = h('input', { type: 'text', id: 'scenario-new-name', 'data-key': 'scenario-new-name', maxLength: LONGEST_NAME, required: true, placeholder: context.t('scenarioNamePlaceholder'), 'aria-label': context.t('scenarioNewName') });
    const note = h('input', { type: 'text', id: 'scenario-new-note', 'data-key': 'scenario-new-note', maxLength: 2000, placeholder: context.t('scenarioNote'), 'aria-label': context.t('scenarioNote') });
    const author = h('input', { type: 'text', id: 'scenario-author', 'data-key': 'scenario-author', maxLength: LONGEST_NAME, value: kept.author() ?? '', placeholder: context.t('author'), 'aria-label': context.t('author'), onchange: () => kept.keepAuthor(author.value) });
    return [
      open && saved.isChanged && h('p', {}, h('button', { class: 'primary', id: 'scenario-save', 'data-key': 'scenario-save', onclick: () => saved.save() }, context.t('scenarioSave', { name: open.name }))),
      h('form', { class: 'save-form', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        kept.keepAuthor(author.value);
        if (name.value.trim()) saved.saveAs(name.value.trim(), note.value.trim() || null);
      } }, name, note, author, h('button', { class: open ? '' : 'primary', id: 'scenario-save-as', 'data-key': 'scenario-save-as' }, context.t('scenarioSaveAs'))),
    ];
  }

  /** @returns {import('../../dom.js').Child[]} */
  list() {
    const { context, saved } = this;
    const { all, deleted } = saved;
    if (!all) return [h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' })];
    return [
      deleted && h('p', { class: 'note is-good', role: 'status' }, context.t('scenarioDeleted', { name: deleted.name }), ' ', h('button', { class: 'link', id: 'scenario-restore', 'data-key': 'scenario-restore', onclick: () => saved.restore() }, context.t('undo'))),
      h('ul', { class: 'scenario-list', id: 'scenario-list' }, h('li', {}, this.openButton(null)), ...all.map((row) => h('li', { 'data-scenario': row.id }, this.openButton(row), ...this.rowTools(row)))),
      all.length === 0 && h('p', { class: 'note' }, context.t('scenariosNone')),
    ];
  }

  /** @param {Saved|null} row null: today */
  openButton(row) {
    const { context, saved } = this;
    const isOpen = context.store.state.scenario === (row?.id ?? null) && (row !== null || context.session.scenario.isEmpty);
    return h('button', { class: 'scenario-row', 'data-key': `open-${row?.id ?? 'today'}`, 'aria-pressed': String(isOpen), onclick: () => this.open(row) },
      h('bdi', { class: 'name', title: row?.name ?? '' }, row ? row.name : context.t('scenarioToday')),
      row && h('span', { class: 'quiet' }, [context.t('changesN', { n: countOf(row.changes) }), row.author, date(row.saved_at, context.lang)].filter(Boolean).join(' · ')),
      row && saved.open?.id === row.id && saved.isChanged && h('span', { class: 'tag is-unverified' }, context.t('scenarioChanged')));
  }

  /** Changes that are nowhere saved are not thrown away unasked: a step back would not bring them. @param {Saved|null} row */
  open(row) {
    const { saved, context } = this;
    if (saved.isChanged && !window.confirm(context.t('scenarioDrop'))) return;
    saved.show(row);
  }

  /** @param {Saved} row @returns {HTMLElement[]} */
  rowTools(row) {
    const { context, saved } = this;
    const tool = (/** @type {string} */ key, /** @type {() => void} */ act) => h('button', { class: 'link', 'data-key': `${key}-${row.id}`, 'aria-label': `${context.t(key)}: ${row.name}`, onclick: act }, context.t(key));
    const rename = () => {
      const name = window.prompt(context.t('scenarioNewName'), row.name)?.trim();
      if (name) saved.show(row);
      if (name) saved.save({ name: name.slice(0, LONGEST_NAME) });
    };
    return [tool('scenarioDuplicate', () => saved.duplicate(row, context.t('scenarioCopy', { name: row.name }).slice(0, LONGEST_NAME))), tool('scenarioRename', rename), tool('scenarioDelete', () => saved.delete(row))];
  }
}
