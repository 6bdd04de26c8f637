/** @import { Session } from '../session.js' */
import { worstFirst } from '../gaps.js';

/**
 * A step of the tour: what it says, what it points at, and when it is done.
 * @typedef {{key: string, target: (session: Session) => string, isDone: (session: Session, page: Document) => boolean}} Step `key` of the texts `tour_<key>` and `tourTitle_<key>`; `target` is a selector
 */

/** Code of the community with most people outside, or null before it is known. @param {Session} session */
export function worstCommunity(session) {
  const rows = session.coverage ? worstFirst(session.coverage.gaps, 'community', session.group, 'people') : [];
  return rows[0]?.code ?? null;
}

/** The three tasks of the page, each with its one visible path. @type {Step[]} */
export const STEPS = [
  {
    key: 'service',
    target: () => '#service',
    isDone: ({ store, service, coverage }) => store.state.service !== null && coverage?.service === service.code,
  },
  {
    key: 'worst',
    target: (session) => `.gap-rows [data-code="${worstCommunity(session) ?? ''}"]`,
    isDone: (session) => session.store.state.selection?.kind === 'area' && session.store.state.selection.code === worstCommunity(session),
  },
  {
    key: 'place',
    target: ({ store }) => (store.state.task === 'choose' ? '#map' : '[data-key="task-choose"]'),
    isDone: ({ store, trial }) => store.state.selection?.kind === 'site' && trial.whatIf !== null,
  },
  {
    key: 'drag',
    target: () => '.leaflet-marker-draggable, #map',
    isDone: () => false,
  },
  {
    key: 'export',
    target: ({ store }) => (store.state.task === 'report' ? '#report-export-map' : '[data-key="task-report"]'),
    isDone: (_, page) => page.querySelector('#dialog[open] .map-export') !== null,
  },
];
