/** @import { Context } from '../context.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { groupPeople } from '../groups.js';
import { isRejected, OUTCOMES } from '../ledger.js';
import { how } from '../provenance/figure.js';
import { bandKey, bandOf, CLASSES, peopleByBand, UNREACHED_BAND } from '../ramp.js';

// Drawn only where single buildings can be told apart.
const NEAR_ZOOM = 15;
const NEAR = new Set(['sym-outside', 'sym-wall']);

/** What the colours and marks of the map mean, on the page and on an exported sheet. */
export class Legends {
  /** @param {Context} context @param {() => {seconds: Float64Array}|null} walks of the map, what is tried included @param {number} [zoom] of a sheet, on which nobody can come nearer to what is not drawn */
  constructor(context, walks, zoom = Infinity) {
    this.zoom = zoom;
    this.context = context;
    this.walks = walks;
    /** People of each class. @type {HTMLElement[]} */
    this.counts = Array.from({ length: CLASSES }, () => h('span', { class: 'band-people' }));
  }

  /** @returns {HTMLElement[]} */
  elements() {
    this.renderCounts();
    const plan = this.plan();
    return plan ? [this.main(), plan] : [this.main()];
  }

  /** How many people of the group each class has; they move while a site is dragged. */
  renderCounts() {
    const { session } = this.context;
    const walks = this.walks();
    const people = walks && peopleByBand(walks.seconds, groupPeople(session.features.buildings, session.group));
    this.counts.forEach((element, band) => {
      const text = people ? count(people[band]) : '';
      if (element.textContent !== text) element.textContent = text;
    });
  }

  /** Of the buildings' colours and the marks on the map. */
  main() {
    const { context } = this;
    if (context.session.reach.answer) return this.reach(context.session.reach.answer.certificate);
    const bands = Array.from({ length: CLASSES }, (_, band) => h('li', {}, swatch(band), context.t(bandKey(band)), this.counts[band]));
    /** @type {[string, string, string][]} class, text, layer */
    const symbols = [
      ['sym-outside', 'legendOutside', 'buildings'], ['sym-empty', 'legendEmpty', 'buildings'], ['sym-open', 'legendOpen', 'facilities'], ['sym-closed', 'legendClosed', 'facilities'],
      ['sym-idle', 'legendIdle', 'idle_spaces'], ['sym-wall', 'legendWall', 'compounds'], ['sym-water', 'legendWater', 'land_cover'], ['sym-green', 'legendGreen', 'land_cover'],
    ];
    // A symbol of what the workspace does not hold would only puzzle.
    const { layers } = context.session.workspace;
    const holds = (/** @type {string} */ name) => layers.some((layer) => layer.name === name && (layer.count ?? 0) > 0);
    // While the ledger or the sample of a file is read, the buildings have no colours.
    const muted = context.session.ledger.isOn || context.session.imports.isPreviewing;
    const shown = symbols.filter(([symbol, , layer]) => holds(layer) && !(muted && layer === 'buildings') && !(this.zoom < NEAR_ZOOM && NEAR.has(symbol)));
    if (context.store.state.selection?.kind === 'site') shown.push(['sym-reach', 'legendReach', 'walk_edges']);
    return h('details', { class: 'legend is-main', 'data-box': 'legend', open: true }, h('summary', {}, muted ? context.t('legendSymbols') : context.t('legendTitle', { service: context.serviceName() })),
      !muted && h('ul', { class: 'bands' }, h('li', { class: 'band-group' }, context.t('legendPeople', { group: context.groupName(context.session.group) }), Number.isFinite(this.zoom) ? null : how(context, 'bands')), ...bands), h('ul', { class: 'symbols' }, ...shown.map(([symbol, key]) => h('li', {}, h('span', { class: `sym ${symbol}` }), context.t(key)))));
  }

  /** What the marks of a plan mean, while one is on the map. */
  plan() {
    const { context } = this;
    const { siting } = context.session;
    if (!siting.isShown) return (context.store.state.changes?.add?.length ?? 0) > 0 ? planBox(context, [['sym-plan is-accepted', 'legendAccepted']], []) : null;
    const hasLocks = Object.keys(siting.form.locks).length > 0;
    /** @type {[string, string][]} */
    const marks = [
      ...(siting.plan ? /** @type {[string, string][]} */ ([['sym-plan is-complex', 'typology_complex'], ['sym-plan is-infill', 'typology_infill']]) : []), ['sym-plan is-left', 'legendLeft'],
      ...(hasLocks ? /** @type {[string, string][]} */ ([['sym-plan is-left is-must', 'legendMust'], ['sym-plan is-left is-must_not', 'legendMustNot']]) : []),
      ...(siting.moved.size > 0 ? /** @type {[string, string][]} */ ([['sym-plan is-infill is-moved', 'legendMoved']]) : []),
    ];
    const steps = siting.areasShown && siting.plan ? [0, 1, 2, 3, 4] : [];
    return planBox(context, marks, steps);
  }

  /** Of the layers that were asked for; on the page their switches say it. @returns {HTMLElement[]} */
  overlays() {
    const { context } = this;
    const { overlays } = context.store.state;
    const row = (/** @type {string} */ symbol, /** @type {string} */ text) => h('li', {}, h('span', { class: symbol }), text);
    const rows = [
      overlays.includes('patches') && row('sym-patch', context.t('layer_patches')), overlays.includes('faults') && row('sym sym-fault', context.t('layer_faults')),
      ...(overlays.includes('ledger') ? OUTCOMES.filter((outcome) => (context.session.ledger.counts?.get(outcome) ?? 0) > 0).map((outcome) => row(`sym sym-link is-${isRejected(outcome) ? 'rejected' : outcome}`, context.t(`linkOutcome_${outcome}`))) : []),
    ];
    return rows.some(Boolean) ? [h('details', { class: 'legend' }, h('summary', {}, context.t('layersTitle')), h('ul', {}, ...rows))] : [];
  }

  /** While bands are drawn, the colours are theirs. @param {import('../types.js').BandCertificate[]} bands */
  reach(bands) {
    const { context } = this;
    return h('details', { class: 'legend is-main', id: 'reach-legend', 'data-box': 'legend', open: true }, h('summary', {}, context.t('reachLegend')),
      h('ul', {}, ...bands.map((band) => h('li', {}, swatch(bandOf(band.band_s), context.session.reach.method === 'edges'), `${context.duration(band.band_s)} · ${context.metres(band.band_m)}`))),
      h('ul', {}, h('li', {}, h('span', { class: 'sym sym-circle' }), context.t('legendCircle')),
        h('li', {}, h('span', { class: 'sym sym-outside-drawing' }), context.t('legendCertOutside')), h('li', {}, h('span', { class: 'sym sym-inside-drawing' }), context.t('legendCertInside'))));
  }
}

/** @param {Context} context @param {[string, string][]} marks class and text @param {number[]} steps of the change of communities */
function planBox(context, marks, steps) {
  return h('details', { class: 'legend', id: 'plan-legend', 'data-box': 'plan', open: true }, h('summary', {}, context.t('legendPlan')),
    h('ul', { class: 'symbols' }, ...marks.map(([symbol, key]) => h('li', {}, h('span', { class: `sym ${symbol}` }), context.t(key)))),
    marks.length > 1 && context.session.siting.plan && h('p', { class: 'note' }, context.t('legendLabel')),
    steps.length > 0 && h('ul', { class: 'symbols' }, h('li', {}, h('strong', {}, context.t('legendChange'))), ...steps.map((step) => h('li', {}, h('span', { class: `swatch step-${step}` }), context.t(`change_${step}`)))));
}

/** @param {number} band @param {boolean} [isLine] lines are darker than areas, to be seen on streets */
export function swatch(band, isLine = false) {
  return h('span', { class: `swatch band-${band}${band === UNREACHED_BAND ? ' is-hatched' : ''}${isLine ? ' is-line' : ''}` });
}
