/** @import { Context } from '../context.js' */
/** @import { DetailActions } from './detail.js' */
import { h } from '../dom.js';
import { count } from '../format.js';
import { facts } from './detail.js';
import { reachSection } from './reachSection.js';
import { changeButton, serviceSwitches } from './scenario/changeButtons.js';

const STATUS = ['open', 'planned', 'closed', 'repurposed'];
const IDLE_STATUS = ['candidate', 'reserve', 'chosen', 'built', 'rejected'];

/** @param {Context} context @param {unknown} area */
const squareMetres = (context, area) => (typeof area === 'number' ? context.t('squareMetres', { n: count(area) }) : null);

/** @param {Context} context @param {string} id @param {DetailActions} actions @returns {import('../dom.js').Child[]} */
export function facilityDetail(context, id, actions) {
  const facility = context.find('facilities', id);
  if (!facility) return [h('div', { class: 'skeleton is-big' })];
  const { status = 'open', services, capacity, floor_area_m2, operator, source } = facility.properties;
  return [
    h('h2', {}, context.facilityName(facility)), ...reachSection(context, actions.zoomToBuilding),
    facts([
      [context.t('services'), context.serviceNames(services)], [context.t('status'), STATUS.includes(status) ? context.t(`status_${status}`) : status],
      [context.t('capacity'), capacity ?? null], [context.t('floorArea'), squareMetres(context, floor_area_m2)], [context.t('operator'), operator ?? null],
      [context.t('imports'), source ?? null], [context.t('buildingId'), id],
    ]),
    h('h3', {}, context.t('scenarioTitle')), h('p', {}, changeButton(context, 'close', id, { make: 'facilityClose', back: 'facilityCloseBack' }), ' ',
      h('button', { id: 'change-move', 'data-key': 'change-move', onclick: () => actions.move(id) }, context.t('facilityMove'))), serviceSwitches(context, id, String(services ?? '')),
    toLedger(context, `facility/${id}`),
  ];
}

/** How the place came to the network. @param {Context} context @param {string} row of the snap ledger */
export function toLedger(context, row) {
  return h('p', {}, h('button', { class: 'link', 'data-key': 'to-ledger', id: 'to-ledger', onclick: () => context.select({ kind: 'link', id: row }) }, context.t('linkShow')));
}

/** Any place of the map. @param {Context} context @param {{lon: number, lat: number}} at @param {DetailActions} actions @returns {import('../dom.js').Child[]} */
export function placeDetail(context, at, actions) {
  return [
    h('p', { class: 'words' }, `${at.lon.toFixed(5)}, ${at.lat.toFixed(5)}`),
    h('p', {}, h('button', { class: 'primary', 'data-key': 'place', onclick: () => actions.place(at, null) }, context.t('placeHere', { service: context.serviceName() }))),
    ...reachSection(context, actions.zoomToBuilding),
  ];
}

/** @param {Context} context @param {string} id @param {DetailActions} actions @returns {import('../dom.js').Child[]} */
export function idleDetail(context, id, actions) {
  const space = context.find('idle_spaces', id);
  if (!space?.geometry) return [h('div', { class: 'skeleton is-big' })];
  const [lon, lat] = space.geometry.coordinates;
  return [
    h('h2', {}, context.idleName(space)),
    h('p', {}, h('button', { class: 'primary', 'data-key': 'place', id: 'place-here', onclick: () => actions.place({ lon, lat }, id) }, context.t('placeHere', { service: context.serviceName() }))),
    permitWarning(context, space.properties.permitted_services), ...reachSection(context, actions.zoomToBuilding), idleFacts(context, id),
  ];
}

/** @param {Context} context @param {unknown} permitted */
export function permitWarning(context, permitted) {
  const codes = String(permitted ?? '').split(';').filter(Boolean);
  if (codes.length === 0 || codes.includes(context.session.service.code)) return null;
  return h('p', { class: 'note is-warning' }, context.t('notPermitted', { service: context.serviceName() }));
}

/** @param {Context} context @param {string} id */
export function idleFacts(context, id) {
  const { floor_area_m2, storey, owner, cost_cny, permitted_services, status, community_code, note } = context.find('idle_spaces', id)?.properties ?? {};
  const community = context.find('boundaries', community_code ?? '');
  return facts([
    [context.t('community'), community ? context.areaName(community.properties) : null], [context.t('floorArea'), squareMetres(context, floor_area_m2)], [context.t('storey'), storey ?? null],
    [context.t('owner'), owner ?? null], [context.t('cost'), typeof cost_cny === 'number' ? context.t('yuan', { n: count(cost_cny) }) : null],
    [context.t('permitted'), context.serviceNames(permitted_services)], [context.t('status'), IDLE_STATUS.includes(status) ? context.t(`idle_${status}`) : status ?? null], ['', note ?? null],
  ]);
}
