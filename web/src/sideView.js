/** @import { Context } from './context.js' */
/** @import { MapView } from './mapView.js' */
import { byId, isNarrow } from './dom.js';
import { boundsOfPlaces, FindingsLayer } from './layers/findings.js';
import { PreviewLayer } from './layers/preview.js';
import { boundsOf, calm } from './map.js';

const PLACE_ZOOM = 17;

/** What the panel beside the map draws on it: the sample of a file, the places of a finding. */
export class SideView {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.preview = new PreviewLayer('preview');
    this.findings = new FindingsLayer('findings');
    /** Where the map was before it went to a file. @type {{centre: import('leaflet').LatLng, zoom: number, least: number}|null} */
    this.before = null;
    this.preview.onAdd(view.map);
    this.findings.onAdd(view.map);
  }

  /** Draws the sample of the current import and goes there, or draws none and goes back. @param {boolean} isShown */
  showPreview(isShown) {
    const sample = isShown ? this.context.session.imports.sample : null;
    this.view.overlays.mute();
    byId('stage').classList.toggle('is-previewing', sample !== null);
    if (!sample) return this.endPreview();
    this.preview.show(sample);
    this.start();
    const { bounds } = this.preview;
    if (bounds) this.fit(bounds);
  }

  /** A file may lie anywhere, and be wider than any district. */
  start() {
    const { map } = this.view;
    this.before ??= { centre: map.getCenter(), zoom: map.getZoom(), least: map.getMinZoom() };
    map.setMinZoom(1);
  }

  /** Back to the district, where the file led away from it. */
  endPreview() {
    this.preview.clear();
    const { before } = this;
    if (!before) return;
    const { map } = this.view;
    const { bbox } = this.context.session.workspace;
    const isAway = map.getZoom() < before.least || (bbox !== null && !map.getBounds().intersects(boundsOf(bbox)));
    this.before = null;
    if (isAway) map.setView(before.centre, before.zoom, { animate: false });
    map.setMinZoom(before.least);
  }

  /** Marks the places of the picked finding and goes there. */
  showFinding() {
    const { health } = this.context.session;
    const { picked, place } = health;
    if (!picked || picked.places.length === 0) return this.findings.clear();
    this.findings.show(picked, health.at, place && this.context.find(picked.layer, place.id), (i) => {
      health.at = i;
      health.session.changed('finding');
    });
    this.fit(boundsOfPlaces(place ? [place] : picked.places));
  }

  /** Into the part of the map that the panel leaves free. @param {import('leaflet').LatLngBounds} bounds */
  fit(bounds) {
    const { map } = this.view;
    const side = byId('side');
    const far = !map.getBounds().pad(3).intersects(bounds);
    // A flight over half the world shows nothing on its way.
    map.flyToBounds(bounds, {
      paddingTopLeft: [40, 40], paddingBottomRight: isNarrow() ? [40, side.offsetHeight + 20] : [side.offsetWidth + 40, 60], maxZoom: PLACE_ZOOM, duration: 0.6, animate: !calm() && !far,
    });
  }
}
