/** @import { Selection, ViewState } from './types.js' */
import { changesOfText, changesText } from './scenario/changes.js';
import { askOfText } from './siting/ask.js';

/** @type {ViewState} */
export const START = {
  lang: 'zh', task: 'check', service: null, minutes: null, group: null, level: 'community', sort: 'people', reach: null,
  overlays: [], view: null, selection: null, panel: null, table: null, changes: null, scenario: null, compare: null, ask: null,
};

const TASKS = ['check', 'choose', 'report'];
const LEVELS = ['subdistrict', 'community', 'compound', 'patch'];
const PANELS = ['import', 'health', 'results', 'rules', 'equity', 'siting', 'charts', 'scenario', 'edit'];
const METHODS = ['contour', 'corridor', 'edges'];

/** Layers that are drawn only when they are asked for. */
export const OVERLAYS = ['patches', 'ledger', 'faults'];

const WITH_ID = /** @type {const} */ (['building', 'facility', 'idle', 'link', 'fault', 'patch', 'gate', 'edge']);

/** Degrees with the 7 decimals of every answer: a site that comes back centimetres away has other figures. @param {number} degrees */
const degreesText = (degrees) => String(Number(degrees.toFixed(7)));

/** @param {Selection} selection */
function selectionText(selection) {
  switch (selection.kind) {
    case 'area': return `area:${selection.level}:${selection.code}`;
    case 'place': return `place:${degreesText(selection.lon)},${degreesText(selection.lat)}`;
    case 'site': return `site:${degreesText(selection.lon)},${degreesText(selection.lat)}${selection.idle ? `:${selection.idle}` : ''}`;
    default: return `${selection.kind}:${selection.id}`;
  }
}

/** @param {string|null} text @returns {Selection|null} */
function selectionOf(text) {
  if (!text) return null;
  const [kind, ...parts] = text.split(':');
  const rest = parts.join(':');
  for (const known of WITH_ID) if (kind === known) return rest ? { kind: known, id: rest } : null;
  if (kind === 'area') return parts.length > 1 ? { kind, level: parts[0], code: parts.slice(1).join(':') } : null;
  return kind === 'site' || kind === 'place' ? positionOf(kind, parts) : null;
}

/** @param {'site'|'place'} kind @param {string[]} parts @returns {Selection|null} */
function positionOf(kind, parts) {
  const [lon, lat] = (parts[0] ?? '').split(',').map(Number);
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  return kind === 'place' ? { kind, lon, lat } : { kind, lon, lat, idle: parts.slice(1).join(':') || null };
}

/** Two or three scenarios. @param {string|null} text */
function compareOf(text) {
  const ids = (text ?? '').split(',').filter(Boolean).slice(0, 3);
  return ids.length > 1 ? ids : null;
}

/** @param {string|null} text */
function viewOf(text) {
  const [lon, lat, zoom] = (text ?? '').split(',').map(Number);
  return text && [lon, lat, zoom].every(Number.isFinite) ? { lon, lat, zoom } : null;
}

/** The query string that reproduces what the sender saw. @param {ViewState} state */
export function toQuery(state) {
  const query = new URLSearchParams();
  query.set('lang', state.lang);
  if (state.task !== 'check') query.set('task', state.task);
  if (state.service) query.set('service', state.service);
  if (state.minutes !== null) query.set('minutes', String(state.minutes));
  if (state.group) query.set('group', state.group);
  if (state.level !== START.level) query.set('level', state.level);
  if (state.sort !== START.sort) query.set('sort', state.sort);
  if (state.reach) query.set('reach', state.reach);
  if (state.overlays.length > 0) query.set('layers', state.overlays.join(','));
  if (state.view) query.set('at', [degreesText(state.view.lon), degreesText(state.view.lat), state.view.zoom].join(','));
  if (state.selection) query.set('pick', selectionText(state.selection));
  if (state.panel) query.set('panel', state.panel);
  if (state.table) query.set('table', state.table);
  if (state.ask) query.set('ask', JSON.stringify(state.ask));
  if (state.scenario) query.set('scenario', state.scenario);
  if (state.compare) query.set('compare', state.compare.join(','));
  if (state.changes) query.set('changes', changesText(state.changes));
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';').replaceAll('%40', '@')}`;
}

/** Reads a query string; what it does not say or says wrongly is as in `start`. @param {string} search @param {ViewState} [start] @returns {ViewState} */
export function fromQuery(search, start = START) {
  const query = new URLSearchParams(search);
  const lang = query.get('lang');
  const task = query.get('task') ?? 'check';
  const level = query.get('level') ?? START.level;
  const minutes = Number(query.get('minutes'));
  const reach = query.get('reach') ?? '';
  const panel = query.get('panel') ?? '';
  const overlays = (query.get('layers') ?? '').split(',');
  return {
    lang: lang === 'zh' || lang === 'en' ? lang : start.lang,
    task: /** @type {ViewState['task']} */ (TASKS.includes(task) ? task : 'check'),
    service: query.get('service') ?? start.service,
    minutes: minutes > 0 && minutes <= 120 ? minutes : null,
    group: query.get('group'),
    level: LEVELS.includes(level) ? level : START.level,
    sort: query.get('sort') === 'share' ? 'share' : 'people',
    reach: METHODS.includes(reach) ? /** @type {ViewState['reach']} */ (reach) : null,
    overlays: OVERLAYS.filter((name) => overlays.includes(name)),
    view: viewOf(query.get('at')),
    selection: selectionOf(query.get('pick')),
    panel: PANELS.includes(panel) ? /** @type {ViewState['panel']} */ (panel) : null,
    table: query.get('table'),
    changes: changesOfText(query.get('changes')),
    scenario: query.get('scenario'),
    compare: compareOf(query.get('compare')),
    ask: askOfText(query.get('ask')),
  };
}

/** True where a trial site was moved and nothing else: a drag does so sixty times a second. @param {ViewState} state @param {ViewState} before */
export function isMove(state, before) {
  const [now, then] = [state.selection, before.selection];
  if (now?.kind !== 'site' || then?.kind !== 'site' || now.idle !== then.idle) return false;
  return Object.keys(state).every((key) => key === 'selection' || key === 'view' || state[/** @type {keyof ViewState} */ (key)] === before[/** @type {keyof ViewState} */ (key)]);
}

/** @typedef {(state: ViewState, before: ViewState) => void} Listener */

/** The one holder of the view's state. Listeners hear every change, in the order in which they came. */
export class Store {
  /** @param {ViewState} state */
  constructor(state) {
    this.state = state;
    /** @type {Listener[]} */
    this.listeners = [];
  }

  /** @param {Listener} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /** @param {Partial<ViewState>} patch @param {'push'|'replace'|'none'} [history] how the address bar follows */
  set(patch, history = 'push') {
    const before = this.state;
    this.state = { ...before, ...patch };
    if (history !== 'none') this.writeUrl(history);
    for (const listener of this.listeners) listener(this.state, before);
  }

  /** @param {'push'|'replace'} how */
  writeUrl(how) {
    const query = toQuery(this.state);
    if (query === window.location.search) return;
    if (how === 'push') window.history.pushState(null, '', query);
    else window.history.replaceState(null, '', query);
  }

  /** Follows the browser's back and forward. */
  followHistory() {
    window.addEventListener('popstate', () => this.set(fromQuery(window.location.search, this.state), 'none'));
  }
}
