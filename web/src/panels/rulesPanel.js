/** @import { Context } from '../context.js' */
/** @import { PackDetail, RulesList, RulesProblem } from '../types.js' */
import { fill, h, saveFile } from '../dom.js';
import { edited, problemsAt, placeOf } from '../rules.js';
import { rulesRow, rulesTable } from './rulesTable.js';

/** Chooses the rule pack of the workspace, and edits its figures. */
export class RulesPanel {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.body = h('div', { class: 'side-scroll rules' });
    this.foot = h('div', { class: 'side-foot' });
    this.element = h('div', { class: 'side-part' }, this.body, this.foot);
  }

  get rules() {
    return this.context.session.rules;
  }

  enter() {
    this.rules.follow();
  }

  leave() {}

  render() {
    const { context, rules } = this;
    const { list, pack } = rules;
    this.renderFoot();
    if (!list || !pack) return fill(this.body, h('p', { class: 'note', role: 'status' }, context.t('rulesAsking')), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }));
    const json = edited(pack, rules.edits);
    fill(this.body, ...this.notices(list), this.chooser(list, pack), this.about(list, pack), this.elsewhere(json),
      rulesTable(this.drawn(pack)), this.complex(pack), this.files(list, pack), this.history(list));
  }

  /** @param {PackDetail} pack */
  drawn(pack) {
    return { context: this.context, pack, json: edited(pack, this.rules.edits), onEdit: (/** @type {string} */ key) => this.redraw(key) };
  }

  /** One row alone: somebody may be on the way to another. @param {string} key */
  redraw(key) {
    const { pack } = this.rules;
    const row = pack && rulesRow(this.drawn(pack), key);
    const former = this.body.querySelector(`[data-rule="${CSS.escape(key)}"]`);
    if (row && former) former.replaceWith(row);
    const use = this.body.querySelector('#rules-use');
    if (use instanceof HTMLButtonElement) use.disabled = this.rules.isBusy || this.rules.edits.size > 0;
    this.renderFoot();
  }

  renderFoot() {
    const { pack, edits } = this.rules;
    this.foot.hidden = !pack || edits.size === 0;
    fill(this.foot, ...(pack ? this.buttons() : []));
  }

  /** @param {RulesList} list */
  notices(list) {
    const { context } = this;
    return [list.problem && h('p', { class: 'note is-bad', role: 'alert', id: 'rules-problem' }, context.name(list.problem)), list.fixed && h('p', { class: 'note is-warning' }, context.t('rulesFixed'))];
  }

  /** @param {RulesList} list @param {PackDetail} pack */
  chooser(list, pack) {
    const { context, rules } = this;
    const saved = [...new Set(list.versions.filter((version) => version.version > 0).map((version) => version.name))];
    const options = [...list.packs.map((line) => ({ name: line.id, words: `${context.name(line.name)} · ${line.edition}` })), ...saved.map((name) => ({ name, words: name }))];
    if (!options.some(({ name }) => name === pack.name)) options.push({ name: pack.name, words: pack.name });
    const mark = (/** @type {string} */ name) => (name === list.current ? `★ ${context.t('rulesCurrent')} · ` : '');
    return h('div', { class: 'rules-choice' },
      h('label', { for: 'rules-pack' }, context.t('rulesPack')),
      h('select', { id: 'rules-pack', 'data-key': 'rules-pack', disabled: rules.isBusy, onchange: (/** @type {Event} */ event) => this.look(/** @type {HTMLSelectElement} */ (event.target)) },
        ...options.map(({ name, words }) => h('option', { value: name, selected: name === pack.name }, `${mark(name)}${words}`))),
      pack.name !== list.current && !list.fixed && h('button', { id: 'rules-use', 'data-key': 'rules-use', class: 'primary', disabled: rules.isBusy || rules.edits.size > 0, onclick: () => rules.use(pack.name) }, context.t('rulesUse')));
  }

  /** @param {HTMLSelectElement} select */
  look(select) {
    const { context, rules } = this;
    if (rules.edits.size === 0 || window.confirm(context.t('rulesDropEdits'))) return rules.open(select.value);
    select.value = rules.pack?.name ?? '';
  }

  /** @param {RulesList} list @param {PackDetail} pack */
  about(list, pack) {
    const { context } = this;
    const { pack: line } = pack;
    const parts = [line.issuer && context.name(line.issuer), line.document_no, line.city && context.name(line.city), context.t('rulesEdition', { edition: line.edition }), pack.extends && context.t('rulesExtends', { pack: pack.extends }),
      line.effective_from && context.t('rulesFrom', { day: line.effective_from }), line.effective_to && context.t('rulesTo', { day: line.effective_to })];
    return h('p', { class: 'note', id: 'rules-about' }, parts.filter(Boolean).join(' · '), pack.name === list.current ? ` · ${context.t('rulesInUse')}` : '');
  }

  /** Problems of places that the table has no field for. @param {any} json */
  elsewhere(json) {
    const { rules } = this;
    const shown = [...rules.edits.keys()].map((key) => placeOf(json, key));
    const others = rules.problems.filter((problem) => !shown.some((place) => problemsAt([problem], place).length > 0));
    return others.length > 0 && h('ul', { class: 'note is-bad', id: 'rules-problems', role: 'alert' }, ...others.map((problem) => this.problem(problem)));
  }

  /** @param {RulesProblem} problem */
  problem(problem) {
    return h('li', {}, h('code', {}, problem.place), ' ', this.context.name(problem.what));
  }

  /** @param {PackDetail} pack */
  complex(pack) {
    const { context } = this;
    const { complex } = pack;
    if (!complex) return null;
    const names = context.serviceNames(complex.priority_services.join(';'), pack.services);
    return h('section', {}, h('h3', {}, context.t('rulesComplex')),
      h('p', { id: 'rules-complex' }, context.t('rulesComplexWords', { least: complex.least_area_m2, wished: complex.wished_area_m2, functions: complex.least_functions, priority: complex.least_priority, names })),
      h('p', { class: 'note' }, complex.clause, ' · ', context.name(complex.source), ' ', h('span', { class: `tag is-${complex.verification}` }, context.t(`sure_${complex.verification}`))));
  }

  /** A pack comes from a file and goes into one. @param {RulesList} list @param {PackDetail} pack */
  files(list, pack) {
    const { context, rules } = this;
    const input = h('input', { type: 'file', id: 'rules-file', accept: '.json,application/json', hidden: true, onchange: () => input.files?.[0] && rules.add(input.files[0]) });
    return h('p', { class: 'rules-files' }, input, !list.fixed && h('button', { 'data-key': 'rules-add', disabled: rules.isBusy || rules.edits.size > 0, onclick: () => input.click() }, context.t('rulesAdd')), ' ',
      h('button', { class: 'link', 'data-key': 'rules-download', id: 'rules-download', onclick: () => this.download(pack) }, context.t('rulesDownload')));
  }

  /** @param {PackDetail} pack */
  download(pack) {
    saveFile(new Blob([JSON.stringify(edited(pack, this.rules.edits), null, 2)], { type: 'application/json' }), `${pack.name.replace('@', '-')}.json`);
  }

  /** @param {RulesList} list */
  history(list) {
    const { context, rules } = this;
    return h('details', { class: 'more', id: 'rules-history' }, h('summary', {}, context.t('rulesHistory', { n: list.versions.length })),
      list.versions.length === 0 ? h('p', { class: 'note' }, context.t('rulesNoHistory')) : h('ol', {}, ...list.versions.map((version, i) => h('li', {},
        h('strong', {}, version.name), ` ${version.edition} · ${version.saved_at.slice(0, 16).replace('T', ' ')}`, version.note && h('span', { class: 'note' }, ` ${version.note}`), ' ',
        i > 0 && version.name !== list.current && !list.fixed && h('button', { class: 'link', 'data-key': `rules-again-${version.seq}`, 'data-version': version.name, disabled: rules.isBusy, onclick: () => rules.use(version.name) }, context.t('rulesAgain'))))));
  }

  buttons() {
    const { context, rules } = this;
    const isFixed = rules.list?.fixed ?? false;
    return [h('input', { type: 'text', id: 'rules-note', 'data-key': 'rules-note', placeholder: context.t('rulesNote'), 'aria-label': context.t('rulesNote'), value: rules.note, oninput: (/** @type {Event} */ event) => { rules.note = /** @type {HTMLInputElement} */ (event.target).value; } }),
      h('button', { class: 'primary', id: 'rules-save', 'data-key': 'rules-save', disabled: rules.isBusy || isFixed, onclick: () => rules.save() }, context.t('rulesSave')),
      h('button', { id: 'rules-discard', 'data-key': 'rules-discard', disabled: rules.isBusy, onclick: () => rules.discard() }, context.t('rulesDiscard'))];
  }
}
