/** @import { Context } from '../context.js' */
/** @import { LayersBox } from './layersBox.js' */
import { byId, fill, h, isNarrow, svg } from '../dom.js';
import { percent } from '../format.js';
import { mapSummary } from '../mapSummary.js';
import { Legends } from './legends.js';

const ROOMY_PX = 500;

/** Legend, north arrow, attribution: what a map must carry, on screen and on paper. */
export class FurniturePanel {
  /** @param {Context} context @param {LayersBox} layers @param {() => string|null} onlineHost host of the online base map, when one is shown @param {() => {seconds: Float64Array}|null} walks of the map, what is tried included */
  constructor(context, layers, onlineHost, walks) {
    this.legends = new Legends(context, walks);
    this.layers = layers;
    this.context = context;
    this.onlineHost = onlineHost;
    this.element = byId('furniture');
    // The switches stay where they are: an element that is moved loses the focus of the keyboard.
    this.legendSlot = h('div', { class: 'slot' });
    this.rest = h('div', { class: 'slot' });
    /** Boxes that the reader opened or closed. @type {Map<string, boolean>} */
    this.wanted = new Map();
    this.element.addEventListener('click', (event) => this.want(event.target));
    this.folded = 0;
    new ResizeObserver(() => {
      cancelAnimationFrame(this.folded);
      this.folded = requestAnimationFrame(() => this.fold());
    }).observe(this.element);
    // Paper has no room to open anything.
    window.addEventListener('beforeprint', () => this.boxes().forEach((box) => { box.open = true; }));
    window.addEventListener('afterprint', () => this.fold());
  }

  onAdd() {
    this.element.replaceChildren(h('div', { class: 'legends' }, this.layers.element, this.legendSlot), this.rest);
    this.render();
  }

  onRemove() {
    this.element.replaceChildren();
  }

  render() {
    this.layers.render();
    this.summarise();
    fill(this.legendSlot, ...this.legends.elements());
    this.fold();
    fill(this.rest, this.north(), this.attribution());
  }

  /** Says to a screen reader what the map shows. */
  summarise() {
    byId('map').setAttribute('aria-label', mapSummary(this.context));
  }

  /** Legends are open as the reader wants them; else where they do not cover the map. */
  fold() {
    const isRoomy = !isNarrow() && this.element.clientWidth > ROOMY_PX;
    for (const box of this.boxes()) box.open = this.wanted.get(box.dataset.box ?? '') ?? isRoomy;
  }

  boxes() {
    return /** @type {NodeListOf<HTMLDetailsElement>} */ (this.element.querySelectorAll('details[data-box]'));
  }

  /** @param {EventTarget|null} target */
  want(target) {
    const box = target instanceof Element ? target.closest('summary')?.parentElement : null;
    if (box instanceof HTMLDetailsElement && box.dataset.box) this.wanted.set(box.dataset.box, !box.open);
  }

  north() {
    return h('div', { class: 'north', title: this.context.t('northUp'), role: 'img', 'aria-label': this.context.t('northUp') },
      svg('svg', { viewBox: '0 0 20 28', 'aria-hidden': 'true' }, svg('path', { d: 'M10 1 L16 20 L10 16 L4 20 Z' })), h('span', {}, this.context.t('north')));
  }

  attribution() {
    const { context } = this;
    const { workspace } = context.session;
    const host = this.onlineHost();
    const share = workspace.population_estimated_share;
    return h('div', { class: 'attribution' },
      workspace.synthetic ? h('span', { class: 'tag is-synthetic' }, context.t('synthetic')) : h('span', {}, `${context.t('attribution')} © OpenStreetMap contributors`),
      share !== null && share > 0 && h('span', { class: 'tag is-unverified' }, context.t('estimated', { share: percent(share) })), host && h('span', {}, context.t('attributionOnline', { host })));
  }
}
