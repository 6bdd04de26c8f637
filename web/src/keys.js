/** @import { Context } from './context.js' */
import { offset } from './data/projection.js';

/** What the arrows move by, east and north. @type {Record<string, [number, number]>} */
export const ARROWS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const STEP_M = 5;
const LONG_STEP_M = 25;

/** True where keys are text or belong to a control. @param {EventTarget|null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.matches('input, select, textarea') || target.closest('dialog') !== null);
}

/** True where the arrows belong to what has the focus. @param {EventTarget|null} target */
const inControl = (target) => target instanceof HTMLElement && target.closest('[role=listbox], .leaflet-control, #rail') !== null;

/** True where Escape or Delete belong to an open menu or to what is being drawn. @param {KeyboardEvent} event */
const isTaken = ({ key }) => (key === 'Escape' || key === 'Delete') && document.querySelector(':popover-open, #drawing:not([hidden])') !== null;

const isDialogOpen = () => document.querySelector('dialog[open]') !== null;

/** @param {KeyboardEvent} event @returns {number} metres */
const stepOf = (event) => (event.shiftKey ? LONG_STEP_M : STEP_M);

/**
 * Keys of the whole page. The arrows go to the trial site before the map hears them, hence the capture.
 * @param {Context} context @param {{search: () => void, help: () => void, export: () => void, settle: () => void, bands: () => void, closeDialog: () => void}} actions
 */
export function listenToKeys(context, actions) {
  const { store } = context;
  /** @type {Record<string, () => void>} */
  const keys = {
    '/': actions.search, '?': actions.help, e: actions.export, b: actions.bands, z: () => context.session.scenario.undo(), Z: () => context.session.scenario.redo(),
    1: () => store.set({ task: 'check' }), 2: () => store.set({ task: 'choose' }), 3: () => store.set({ task: 'report' }),
    // The browser closes the dialog itself while something in it has the keyboard.
    Escape: () => isDialogOpen() ? actions.closeDialog() : store.state.compare ? store.set({ compare: null }) : context.session.siting.moves.clear() || (store.state.selection ? context.select(null) : store.state.panel && store.set({ panel: null })),
    Delete: () => store.state.selection?.kind === 'site' && context.select(null),
  };
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isTaken(event)) return;
    const inList = event.target instanceof HTMLElement && event.target.closest('[role=listbox]') !== null;
    const { selection } = store.state;
    const { siting } = context.session;
    if (event.key in ARROWS && siting.isMovable && !inControl(event.target)) {
      const [east, north] = ARROWS[event.key];
      siting.nudge(east * stepOf(event), north * stepOf(event));
    } else if (event.key in ARROWS && selection?.kind === 'site' && !inList) {
      const [east, north] = ARROWS[event.key];
      context.select({ kind: 'site', ...offset(selection, east * stepOf(event), north * stepOf(event)), idle: null }, 'none');
      actions.settle();
    } else if (event.key in keys) keys[event.key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}
