/** @import { Context } from './context.js' */
/** @import { MapView } from './mapView.js' */
import { byId } from './dom.js';
import { tableOf } from './imports/corrections.js';
import { boundsOfPlaces, FindingsLayer } from './layers/findings.js';
import { PreviewLayer } from './layers/preview.js';
import { calm } from './map.js';

const PLACE_ZOOM = 17;
const NARROW_PX = 1024;

/** What the panel beside the map draws on it: the sample of a file, the places of a finding. */
export class SideView {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.preview = new PreviewLayer('preview');
    this.findings = new FindingsLayer('findings');
    this.preview.onAdd(view.map);
    this.findings.onAdd(view.map);
  }

  /** Draws the sample of the current import and goes there, or draws none. @param {boolean} isShown */
  showPreview(isShown) {
    const { current } = this.context.session.imports;
    const table = isShown && current?.inspection ? tableOf(current.inspection, current.said) : null;
    this.view.overlays.mute();
    if (!table || table.sample.geometries.length === 0) return this.preview.clear();
    this.preview.show(table.sample);
    const { bounds } = this.preview;
    if (bounds) this.fit(bounds);
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
    const isNarrow = window.innerWidth < NARROW_PX;
    const far = !map.getBounds().pad(3).intersects(bounds);
    // A flight over half the world shows nothing on its way.
    map.flyToBounds(bounds, {
      paddingTopLeft: [40, 40], paddingBottomRight: isNarrow ? [40, side.offsetHeight + 20] : [side.offsetWidth + 40, 60], maxZoom: PLACE_ZOOM, duration: 0.6, animate: !calm() && !far,
    });
  }
}
