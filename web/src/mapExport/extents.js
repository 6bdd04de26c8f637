/** @import { Context } from '../context.js' */
/** @import { MapView } from '../mapView.js' */
import * as kept from '../kept.js';
import { boundsOf } from '../map.js';

/** Parts of the map that a sheet can show: the view, the district, what is picked, and those that were kept under a name. */
export class Extents {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
  }

  /** Places are kept by this browser, apart for each workspace. */
  get workspace() {
    return this.context.session.workspace.name.zh;
  }

  get places() {
    return kept.places(this.workspace);
  }

  /** @returns {[string, string][]} code and words */
  choices() {
    const { t } = { t: (/** @type {string} */ key) => this.context.t(key) };
    return [
      ['view', t('extent_view')], ['district', t('extent_district')],
      ...(this.picked() ? /** @type {[string, string][]} */ ([['picked', t('extent_picked')]]) : []),
      ...this.places.map(({ name }) => /** @type {[string, string]} */ ([`place:${name}`, name])),
    ];
  }

  /** @param {string} choice @returns {number[]} west, south, east, north; the view's where the choice is no more */
  boundsOf(choice) {
    const place = this.places.find(({ name }) => choice === `place:${name}`);
    const { bbox } = this.context.session.workspace;
    const view = this.view.map.getBounds();
    const picked = choice === 'picked' ? this.picked() : null;
    if (place || picked) return place?.bounds ?? picked ?? [];
    // What lies around the district is empty.
    return edges(bbox && (choice === 'district' || view.contains(boundsOf(bbox))) ? boundsOf(bbox).pad(0.02) : view);
  }

  /** Bounds of the picked area or of what else is picked and has an extent. @returns {number[]|null} */
  picked() {
    const bounds = this.view.selection.bounds();
    return bounds && edges(bounds.pad(0.05));
  }

  /** Keeps the view under a name; a former place of the name goes. @param {string} name */
  keep(name) {
    kept.keepPlaces(this.workspace, [...this.places.filter((place) => place.name !== name), { name, bounds: edges(this.view.map.getBounds()) }]);
  }

  /** @param {string} name */
  forget(name) {
    kept.keepPlaces(this.workspace, this.places.filter((place) => place.name !== name));
  }
}

/** @param {import('leaflet').LatLngBounds} bounds */
const edges = (bounds) => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
