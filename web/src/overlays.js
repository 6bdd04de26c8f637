/** @import { Context } from './context.js' */
/** @import { MapView } from './mapView.js' */
/** @import { Feature } from './types.js' */
import { FaultsLayer } from './layers/faults.js';
import { FixLayer } from './layers/fixes.js';
import { BandsLayer } from './layers/bands.js';
import { LedgerLayer } from './layers/ledger.js';
import { PatchesLayer } from './layers/patches.js';
import { idOf } from './trial.js';

const CLICK_TOLERANCE_PX = 5;

/** Layers that are drawn only when asked for: bands on foot, gap patches, the snap ledger, faults of the network, a fix. */
export class Overlays {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.bands = new BandsLayer('bands', 'picked');
    this.fix = new FixLayer('picked');
    this.ledger = new LedgerLayer(view.fabric);
    this.faults = new FaultsLayer('faults', (fault) => context.select({ kind: 'fault', id: idOf(fault) }));
    /** @type {Feature[]} */
    this.drawnFaults = [];
    this.isLedgerOn = false;
    /** @type {import('./types.js').Isochrones|null} */
    this.drawn = null;
    this.patches = new PatchesLayer('patches', 'picked');
    /** @type {Feature[]} */
    this.drawnPatches = [];
    this.patches.onAdd(view.map);
    this.bands.onAdd(view.map);
    this.fix.onAdd(view.map);
    view.map.on('moveend', () => this.askLedger());
  }

  /** @param {string} part of the session that changed */
  follow(part) {
    if (part === 'reach' || part === 'buildings' || part === 'facilities') this.drawBands();
    if (part === 'ledger') this.drawLedger();
    if (part === 'faults') this.drawFaults();
    if (part === 'results') this.drawPatches();
    if (part === 'remedy') this.fix.show(this.context.session.remedy.fix);
    if (part === 'buildings') this.mute();
  }

  /** The view's state changed. */
  followState() {
    this.drawLedger();
    this.drawFaults();
    this.drawPatches();
    this.drawBands();
    this.askLedger();
  }

  /** While something else is to be read, the buildings recede. */
  mute() {
    const { reach, ledger, imports, siting } = this.context.session;
    const isChange = siting.isShown && siting.areasShown && siting.plan !== null;
    this.view.layers.buildings?.setMuted(reach.answer !== null || ledger.isOn || imports.isPreviewing || isChange);
  }

  drawBands() {
    const { context } = this;
    const { reach } = context.session;
    this.mute();
    if (this.drawn !== reach.answer) {
      if (reach.answer) this.bands.show(reach.answer);
      else this.bands.clear();
      this.drawn = reach.answer;
    }
    const { certificate } = reach;
    if (!certificate) return;
    const ids = new Set(reach.shownIds);
    const buildings = ids.size === 0 ? [] : (context.session.features.buildings ?? []).filter((building) => ids.has(idOf(building)));
    this.bands.mark(this.origin(), certificate.band_m, buildings, reach.kind ?? '');
  }

  /** Where the bands begin, lon and lat. @returns {number[]|null} */
  origin() {
    const { selection } = this.context.store.state;
    if (selection?.kind === 'site' || selection?.kind === 'place') return [selection.lon, selection.lat];
    const geometry = this.view.selection.feature()?.geometry;
    return geometry?.type === 'Point' ? geometry.coordinates : null;
  }

  askLedger() {
    const box = this.view.map.getBounds();
    this.context.session.ledger.follow([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], this.view.map.getZoom());
  }

  drawLedger() {
    const { ledger } = this.context.session;
    this.mute();
    if (ledger.isOn !== this.isLedgerOn) {
      this.isLedgerOn = ledger.isOn;
      if (ledger.isOn) this.ledger.onAdd();
      else this.ledger.onRemove();
    }
    if (ledger.isOn) this.ledger.set(ledger.rows, ledger.rejected, ledger.hidden);
  }

  drawFaults() {
    const { context } = this;
    const { faults } = context.session;
    const rows = faults.isOn ? faults.rows ?? [] : [];
    if (rows === this.drawnFaults || (rows.length === 0 && this.drawnFaults.length === 0)) return;
    this.drawnFaults = rows;
    if (rows.length === 0) return this.faults.onRemove();
    this.faults.show(rows, (fault) => context.t(`fault_${fault.properties.kind}`));
    this.faults.onAdd(this.view.map);
  }

  drawPatches() {
    const { shown } = this.context.session.patches;
    if (shown === this.drawnPatches || (shown.length === 0 && this.drawnPatches.length === 0)) return;
    this.drawnPatches = shown;
    this.patches.show(shown);
  }

  /** The leg under a position, where the ledger is drawn. @param {{lat: number, lng: number}} at @returns {Feature|null} */
  legAt(at) {
    return this.isLedgerOn ? this.ledger.at(at.lng, at.lat, this.view.map.getZoom(), CLICK_TOLERANCE_PX) : null;
  }
}
