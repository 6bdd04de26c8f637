/** @import { Context } from '../context.js' */
/** @import { Feature } from '../types.js' */
import { fill, h } from '../dom.js';
import { count } from '../format.js';
import { isLong, isRejected, LINES_FROM_ZOOM, OUTCOMES } from '../ledger.js';
import { OVERLAYS } from '../state.js';

const LISTED = 100;

/** Layers that are drawn on demand, each with its switch; below the ledger's its table, which is its legend and filter. */
export class LayersBox {
  /** @param {Context} context @param {(row: Feature) => void} onRow @param {() => number} zoom of the map */
  constructor(context, onRow, zoom) {
    this.context = context;
    this.onRow = onRow;
    this.zoom = zoom;
    this.element = h('details', { class: 'legend layers-box', 'data-box': 'layers' });
  }

  render() {
    const { context } = this;
    const holds = (/** @type {string} */ name) => context.session.workspace.layers.some((layer) => layer.name === name && (layer.count ?? 0) > 0);
    this.element.hidden = !holds('walk_edges');
    fill(this.element, h('summary', {}, context.t('layersTitle')), ...OVERLAYS.filter((name) => name !== 'patches' || context.session.results.has('gap_patches')).map((name) => this.toggle(name)),
      context.session.ledger.isOn && this.ledger());
  }

  /** @param {string} name */
  toggle(name) {
    const { store, session } = this.context;
    const on = store.state.overlays.includes(name);
    const shown = !on ? null : name === 'faults' ? session.faults.rows : name === 'patches' ? session.patches.known?.patches : null;
    return h('label', { class: 'layer-toggle' },
      h('input', { type: 'checkbox', id: `layer-${name}`, 'data-key': `layer-${name}`, checked: on, onchange: () => store.set({ overlays: OVERLAYS.filter((other) => (other === name ? !on : store.state.overlays.includes(other))) }) }),
      name === 'faults' && h('span', { class: 'sym sym-fault' }), name === 'patches' && h('span', { class: 'sym-patch' }), this.context.t(`layer_${name}`), shown && h('span', { class: 'quiet' }, count(shown.length)));
  }

  ledger() {
    const { context } = this;
    const { ledger } = context.session;
    if (!ledger.counts) return h('p', { class: 'note' }, context.t('computing'));
    const rows = OUTCOMES.filter((outcome) => (ledger.counts?.get(outcome) ?? 0) > 0);
    const long = ledger.rows.filter(isLong).length;
    return h('div', { class: 'ledger' },
      h('table', { id: 'ledger-table' }, h('tbody', {}, ...rows.map((outcome) => this.outcomeRow(outcome)))),
      this.zoom() < LINES_FROM_ZOOM ? h('p', { class: 'note', id: 'ledger-zoom' }, context.t('ledgerZoom')) : h('p', { class: 'note', id: 'ledger-long', title: String(ledger.rows.length) }, h('span', { class: 'sym sym-long' }), ' ', context.t('ledgerLong', { n: count(long), of: count(ledger.rows.length) })),
      ledger.rejected.length > 0 && this.rejected(ledger.rejected));
  }

  /** @param {string} outcome */
  outcomeRow(outcome) {
    const { context } = this;
    const { ledger } = context.session;
    return h('tr', { 'data-outcome': outcome },
      h('th', { scope: 'row' }, h('label', { class: 'layer-toggle' },
        h('input', { type: 'checkbox', 'data-key': `outcome-${outcome}`, checked: !ledger.hidden.has(outcome), onchange: () => ledger.toggle(outcome) }),
        h('span', { class: `sym sym-link is-${isRejected(outcome) ? 'rejected' : outcome}` }), context.t(`linkOutcome_${outcome}`))),
      h('td', { title: String(ledger.counts?.get(outcome)) }, count(ledger.counts?.get(outcome) ?? 0)));
  }

  /** Those without a street, to go through one by one. @param {Feature[]} rows */
  rejected(rows) {
    const { context } = this;
    const before = this.element.querySelector('.rejected');
    return h('details', { class: 'rejected', open: before instanceof HTMLDetailsElement && before.open }, h('summary', {}, context.t('ledgerRejected', { n: count(rows.length) })),
      h('div', { class: 'ids' }, ...rows.slice(0, LISTED).map((row) => h('button', { class: 'id', 'data-key': `row-${row.properties.id}`, title: context.t(`linkWhy_${row.properties.outcome}`), onclick: () => this.onRow(row) }, row.properties.of_id)),
        rows.length > LISTED && h('span', { class: 'quiet' }, context.t('andMore', { n: count(rows.length - LISTED) }))));
  }
}
