/** @import { Context } from '../context.js' */
/** @import { BandCertificate } from '../types.js' */
/** @import { CertifiedKind } from '../reach.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { bandOf } from '../ramp.js';
import { certified } from '../reach.js';

const METHODS = /** @type {const} */ ([null, 'contour', 'corridor', 'edges']);
const LISTED_IDS = 60;

/**
 * The bands on foot from what is picked: how they are drawn, and by band what the drawing shows on the wrong side.
 * @param {Context} context @param {(building: string) => void} flyTo @returns {import('../dom.js').Child[]}
 */
export function reachSection(context, flyTo) {
  const { reach, problems } = context.session;
  const { state } = context.store;
  const head = [h('h3', { id: 'reach-title' }, context.t('reachTitle')), methods(context)];
  if (!state.reach) return head;
  const { answer } = reach;
  if (!answer) return problems.has('bands') ? head : [...head, h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' })];
  if (answer.links.some((link) => !link.linked)) return [...head, h('p', { class: 'note is-warning' }, context.t('reachUnlinked'))];
  return [...head, certificateTable(context, answer.certificate), h('p', { class: 'note' }, context.t(reach.method === 'edges' ? 'reachLines' : 'reachDrawing')), ...circle(context), ...buildings(context, flyTo)];
}

/** @param {Context} context */
function methods(context) {
  const { store } = context;
  return h('div', { class: 'segments is-even', role: 'group', 'aria-labelledby': 'reach-title' }, ...METHODS.map((method) => h('button', {
    class: 'segment', 'data-key': `reach-${method}`, 'aria-pressed': String(store.state.reach === method), title: context.t(`reachTip_${method ?? 'off'}`), onclick: () => store.set({ reach: method }),
  }, context.t(`reach_${method ?? 'off'}`))));
}

/** @param {Context} context @param {BandCertificate[]} bands */
function certificateTable(context, bands) {
  const { reach } = context.session;
  const heads = ['certBand', 'certCovered', 'certOutside', 'certInside'];
  return h('table', { class: 'certificate' },
    h('thead', {}, h('tr', {}, ...heads.map((key) => h('th', { scope: 'col', title: context.t(`certTip_${key}`) }, context.t(key))))),
    h('tbody', {}, ...bands.map((band, place) => h('tr', { class: place === reach.band ? 'is-picked' : '', 'data-band': band.band_s },
      h('th', { scope: 'row' }, h('button', { class: 'band-name', 'data-key': `band-${place}`, 'aria-pressed': String(place === reach.band), title: context.t('certPick'), onclick: () => reach.show(place, null) },
        h('span', { class: `swatch band-${bandOf(band.band_s)}${reach.method === 'edges' ? ' is-line' : ''}` }), h('span', {}, context.duration(band.band_s), h('span', { class: 'quiet' }, context.metres(band.band_m))))),
      h('td', { title: context.people(band.covered_people) }, count(band.covered_buildings), h('span', { class: 'quiet' }, context.people(band.covered_people))),
      figure(context, place, band, 'outside'), figure(context, place, band, 'inside')))));
}

/** @param {Context} context @param {number} place @param {BandCertificate} band @param {CertifiedKind} kind */
function figure(context, place, band, kind) {
  const { reach } = context.session;
  const found = certified(band, kind);
  if (!found) return h('td', { 'data-certified': kind }, '–');
  if (found.buildings === 0) return h('td', { 'data-certified': kind, title: '0' }, '0');
  const shown = reach.band === place && reach.kind === kind;
  return h('td', { 'data-certified': kind, title: String(found.buildings) }, h('button', {
    class: `certified-count is-${kind}`, 'data-key': `certified-${kind}-${place}`, 'aria-pressed': String(shown), title: context.t('certShow', { n: count(found.buildings), people: context.people(found.people) }),
    onclick: () => reach.show(place, shown ? null : kind),
  }, count(found.buildings)));
}

/** The circle that others would draw, and whom it gets wrong. @param {Context} context @returns {import('../dom.js').Child[]} */
function circle(context) {
  const { reach } = context.session;
  const band = reach.certificate;
  if (!band) return [];
  const { wrong, missed, ratio } = band.circle;
  const toggle = (/** @type {CertifiedKind} */ kind) => h('button', {
    class: 'link', 'data-key': `circle-${kind}`, 'aria-pressed': String(reach.kind === kind), onclick: () => reach.show(reach.band, reach.kind === kind ? null : kind),
  }, context.t('circleShow', { n: count((kind === 'circle' ? wrong : missed).buildings) }));
  return [
    h('div', { class: 'circle-note' }, h('span', { class: 'sym sym-circle' }),
      h('p', {}, context.t('circleIs', { value: context.metres(band.band_m) }), ' ', h('strong', { id: 'circle-wrong', title: String(wrong.people) }, context.t('circleWrong', { n: context.people(wrong.people) })),
        wrong.buildings > 0 && ' ', wrong.buildings > 0 && toggle('circle'), missed.buildings > 0 && ` ${context.t('circleMissed', { n: context.people(missed.people) })} `, missed.buildings > 0 && toggle('missed'),
        ratio !== null && h('span', { class: 'quiet' }, context.t('circleRatio', { n: ratio.toFixed(1) })))),
  ];
}

/** The buildings that are shown on the map, by id. @param {Context} context @param {(building: string) => void} flyTo @returns {import('../dom.js').Child[]} */
function buildings(context, flyTo) {
  const { reach } = context.session;
  const ids = reach.shownIds;
  if (ids.length === 0 || !reach.certificate) return [];
  const title = context.t(`certList_${reach.kind}`, { limit: context.duration(reach.certificate.band_s) });
  return [
    h('h3', {}, `${title} (${count(ids.length)})`),
    h('div', { class: 'ids', id: 'certified-ids' }, ...ids.slice(0, LISTED_IDS).map((id) => h('button', { class: 'id', 'data-key': `id-${id}`, 'data-building': id, title: context.t('zoomTo'), onclick: () => flyTo(id) }, id)),
      ids.length > LISTED_IDS && h('span', { class: 'quiet' }, context.t('andMore', { n: count(ids.length - LISTED_IDS) }))),
  ];
}
