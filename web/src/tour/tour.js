/** @import { Context } from '../context.js' */
import { byId, fill, h } from '../dom.js';
import * as kept from '../kept.js';
import { STEPS } from './steps.js';

// What it points at is drawn anew while figures arrive, and moves with the window.
const LOOK_MS = 200;

/** Leads a new reader once through the three tasks. It never takes the page away: every step is done with the page's own controls. */
export class Tour {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.card = byId('tour');
    this.ring = byId('tour-ring');
    /** Place in STEPS; STEPS.length: the last words; null: not going. @type {number|null} */
    this.place = null;
    /** The site when the step about dragging began. @type {string|null} */
    this.site = null;
    this.timer = 0;
  }

  /** On a district that is shown for the first time, and only where nobody was sent to a view by its address. @param {string} address */
  offer(address) {
    const isBare = [...new URLSearchParams(address).keys()].every((key) => key === 'lang');
    if (this.context.session.workspace.synthetic && isBare && !kept.hasSeenTour()) this.begin();
  }

  begin() {
    this.context.store.set({ task: 'check', service: null, selection: null, panel: null, level: 'community', sort: 'people' });
    this.go(0);
    clearInterval(this.timer);
    this.timer = window.setInterval(() => this.look(), LOOK_MS);
  }

  end() {
    clearInterval(this.timer);
    kept.keepTourSeen();
    this.place = null;
    this.card.hidden = true;
    this.ring.hidden = true;
  }

  /** @param {number} place */
  go(place) {
    this.place = place;
    this.site = this.siteText();
    this.render();
    this.point();
  }

  /** Moves on when what the step asks for has been done. */
  look() {
    if (this.place === null) return;
    const step = STEPS[this.place];
    const isDone = step && (step.isDone(this.context.session, document) || (step.key === 'drag' && this.siteText() !== this.site));
    if (isDone) this.go(this.place + 1);
    else this.point();
  }

  /** Where the trial site is, as text. */
  siteText() {
    const { selection } = this.context.store.state;
    return selection?.kind === 'site' ? `${selection.lon},${selection.lat}` : null;
  }

  render() {
    const { context, place } = this;
    this.card.hidden = place === null;
    if (place === null) return;
    const step = STEPS[place];
    this.card.setAttribute('aria-label', context.t('tourTitle'));
    fill(this.card,
      h('div', { class: 'detail-head' }, h('strong', {}, step ? context.t('tourStep', { n: place + 1, of: STEPS.length, title: context.t(`tourTitle_${step.key}`) }) : context.t('tourTitle_end')),
        h('button', { class: 'close', 'data-key': 'tour-close', title: context.t('tourSkip'), 'aria-label': context.t('tourSkip'), onclick: () => this.end() }, '×')),
      h('p', { role: 'status' }, context.t(step ? `tour_${step.key}` : 'tour_end')),
      h('p', { class: 'buttons' }, step && h('button', { class: 'link', id: 'tour-skip', 'data-key': 'tour-skip', onclick: () => this.end() }, context.t('tourSkip')),
        step && h('button', { id: 'tour-next', 'data-key': 'tour-next', onclick: () => this.go(place + 1) }, context.t('tourNext')),
        !step && h('button', { class: 'primary', id: 'tour-end', 'data-key': 'tour-end', onclick: () => this.end() }, context.t('tourEnd'))));
  }

  /** Lays a ring round the control that the step is about. */
  point() {
    const step = this.place === null ? undefined : STEPS[this.place];
    const target = step && document.querySelector(step.target(this.context.session));
    const box = target?.getBoundingClientRect();
    this.ring.hidden = !box || box.width === 0 || document.querySelector('dialog[open]') !== null;
    if (this.ring.hidden || !box) return;
    for (const [name, value] of Object.entries({ left: box.left, top: box.top, width: box.width, height: box.height })) this.ring.style.setProperty(name, `${Math.round(value)}px`);
  }
}
