/** @import { Context } from '../context.js' */
/** @import { Panel } from '../types.js' */
import { byId, fill, h } from '../dom.js';
import { countOf } from '../scenario/changes.js';
import { stepText } from '../scenario/words.js';
import { SearchBox } from './search.js';
import { ToolRow } from './toolRow.js';

const TASKS = /** @type {const} */ (['check', 'choose', 'report']);

/** Name of the workspace, the three tasks, search, language, help. */
export class HeaderPanel {
  /** @param {Context} context @param {{help: () => void, settings: () => void, export: () => void, import: () => void, health: () => void, results: () => void, rules: () => void, edit: () => void}} actions @param {(lon: number, lat: number) => void} flyTo */
  constructor(context, actions, flyTo) {
    this.context = context;
    this.actions = actions;
    this.element = byId('header');
    this.search = new SearchBox(context, flyTo);
    this.tools = new ToolRow();
  }

  onAdd() {
    this.render();
  }

  onRemove() {
    this.element.replaceChildren();
  }

  render() {
    const { context } = this;
    const { workspace } = context.session;
    document.documentElement.lang = context.lang === 'zh' ? 'zh-CN' : 'en';
    document.title = `${context.name(workspace.name)} · SpatialPlanner`;
    byId('skip').textContent = context.t('skip');
    this.search.render();
    this.tools.show([
      ...this.scenarioTools(),
      h('button', { class: 'tool', 'data-key': 'lang', id: 'lang', lang: context.lang === 'zh' ? 'en' : 'zh', onclick: () => this.switchLanguage() }, context.t('language')),
      this.sideButton('results'), this.sideButton('edit'), this.sideButton('import'), this.sideButton('health'), this.sideButton('rules'),
      h('button', { class: 'tool', 'data-key': 'export', title: `${context.t('export')} (e)`, onclick: this.actions.export }, context.t('export')),
      h('button', { class: 'tool', 'data-key': 'settings', onclick: this.actions.settings }, context.t('settings')),
      h('button', { class: 'tool', 'data-key': 'help', title: `${context.t('help')} (?)`, onclick: this.actions.help }, context.t('help')),
    ], context.t('moreTools'));
    fill(this.element,
      h('div', { class: 'brand' }, h('h1', {}, 'SpatialPlanner'), h('span', { class: 'place', title: context.name(workspace.name) }, context.name(workspace.name)),
        workspace.synthetic && h('span', { class: 'tag is-synthetic', title: context.t('syntheticTip') }, context.t('synthetic'))),
      h('nav', { class: 'tasks', 'aria-label': context.t('appTitle') }, ...TASKS.map((task, i) => this.taskButton(task, i + 1))),
      this.search.element,
      this.tools.element);
  }

  /** The scenario, and a step back and forth. @returns {HTMLElement[]} */
  scenarioTools() {
    const { context } = this;
    const { scenario, saved } = context.session;
    const step = (/** @type {'undo'|'redo'} */ which, /** @type {string} */ sign) => {
      const last = (which === 'undo' ? scenario.past : scenario.future).at(-1);
      const words = last ? context.t(which === 'undo' ? 'undoIs' : 'redoIs', { what: stepText(context, last.step) }) : context.t(which === 'undo' ? 'undoNone' : 'redoNone');
      return h('button', { class: 'tool', id: which, 'data-key': `header-${which}`, disabled: !last, title: words, 'aria-label': words, onclick: () => scenario[which]() }, sign);
    };
    const isOn = context.store.state.panel === 'scenario';
    return [
      h('button', { class: 'tool scenario-tool', id: 'to-scenario', 'data-key': 'scenario', 'aria-pressed': String(isOn), title: context.t('tip_scenario'), onclick: () => context.store.set({ panel: isOn ? null : 'scenario' }) },
        h('bdi', {}, saved.open?.name ?? context.t('side_scenario')), !scenario.isEmpty && h('span', { class: 'badge' }, String(countOf(scenario.changes)))),
      h('span', { class: 'steps' }, step('undo', '↶'), step('redo', '↷')),
    ];
  }

  /** @param {typeof TASKS[number]} task @param {number} key */
  taskButton(task, key) {
    const { store } = this.context;
    const label = this.context.t({ check: 'taskCheck', choose: 'taskChoose', report: 'taskReport' }[task]);
    return h('button', {
      class: 'task', 'data-key': `task-${task}`, 'aria-current': store.state.task === task ? 'page' : null, title: `${label} (${key})`,
      onclick: () => store.set({ task }),
    }, label);
  }

  /** @param {Exclude<Panel, 'equity'|'siting'|'charts'|'scenario'>} panel */
  sideButton(panel) {
    const { context } = this;
    const open = panel === 'import' ? context.session.imports.open.length : 0;
    return h('button', { class: 'tool', id: `to-${panel}`, 'data-key': panel, 'aria-pressed': String(context.store.state.panel === panel), title: context.t(`tip_${panel}`), onclick: this.actions[panel] },
      context.t(`side_${panel}`), open > 0 && h('span', { class: 'badge' }, String(open)));
  }

  switchLanguage() {
    this.context.store.set({ lang: this.context.lang === 'zh' ? 'en' : 'zh' }, 'replace');
  }
}
