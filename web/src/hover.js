/** @import { Context } from './context.js' */
/** @import { MapView } from './mapView.js' */
import { byId, fill, h } from './dom.js';

/** The walk of the building under the pointer, beside it. */
export class HoverTip {
  /** @param {Context} context @param {MapView} view */
  constructor(context, view) {
    this.context = context;
    this.view = view;
    this.element = byId('hover');
    let frame = 0;
    view.map.on('mousemove', (event) => {
      cancelAnimationFrame(frame);
      const { target } = event.originalEvent;
      frame = requestAnimationFrame(() => (target instanceof Element && target.closest('.plan-site') ? this.element.classList.remove('is-shown') : this.show(event.latlng, event.containerPoint)));
    });
    view.map.on('mouseout movestart', () => {
      cancelAnimationFrame(frame);
      this.element.classList.remove('is-shown');
    });
  }

  /** @param {{lat: number, lng: number}} at @param {{x: number, y: number}} point */
  show(at, point) {
    const { context, view } = this;
    if (view.isDragged || view.isDrawing) return;
    const building = view.buildingAt(at);
    const shown = building >= 0 && view.walks !== null;
    this.element.classList.toggle('is-shown', shown);
    view.map.getContainer().classList.toggle('is-over-building', building >= 0);
    if (!shown || !view.walks) return;
    const seconds = view.walks.seconds[building];
    const walk = Number.isNaN(seconds)
      ? context.t('notReached', { service: context.serviceName() })
      : `${context.duration(seconds)} · ${context.metres(view.walks.metres[building])}`;
    fill(this.element, h('strong', {}, walk), h('span', {}, context.people(view.layers.buildings.people[building])));
    this.element.style.transform = `translate(${Math.round(point.x + 14)}px, ${Math.round(point.y + 14)}px)`;
  }
}
