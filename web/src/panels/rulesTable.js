/** @import { Context } from '../context.js' */
/** @import { Child } from '../dom.js' */
/** @import { PackDetail, RuleLine, ServiceLine } from '../types.js' */
import { h } from '../dom.js';
import { limitFrom, limitKey, placeOf, problemsAt } from '../rules.js';

const SURE = ['verified', 'secondary', 'unverified'];

/** What a row is drawn of. @typedef {{context: Context, pack: PackDetail, json: any, onEdit: (key: string) => void}} Drawn `json`: the text with the changes */

/** Services with their limits, each with its rules below it; the rules about all services together at the end. @param {Drawn} drawn */
export function rulesTable(drawn) {
  const { context, pack } = drawn;
  const rows = pack.services.flatMap((service) => [serviceRow(drawn, service), placesRow(drawn, service), ...roomRows(drawn, service),
    ...pack.rules.filter((rule) => rule.service === service.code && !rule.implied).map((rule) => ruleRow(drawn, rule))]);
  const together = pack.rules.filter((rule) => rule.service === null);
  return h('table', { class: 'rules-table', id: 'rules-table' },
    h('thead', {}, h('tr', {}, ...['rulesWhat', 'rulesValue', 'rulesForce', 'rulesSource'].map((key) => h('th', { scope: 'col' }, context.t(key))))),
    h('tbody', {}, ...rows, ...together.map((rule) => ruleRow(drawn, rule))));
}

/** The row of a key, drawn anew. @param {Drawn} drawn @param {string} key */
export function rulesRow(drawn, key) {
  const service = drawn.pack.services.find(({ code }) => key === `service:${code}`);
  const places = drawn.pack.services.find(({ code }) => key === `places:${code}`);
  const rule = drawn.pack.rules.find(({ id }) => key === `rule:${id}`);
  if (service) return serviceRow(drawn, service);
  return places ? placesRow(drawn, places) : rule && ruleRow(drawn, rule);
}

/** @param {Drawn} drawn @param {ServiceLine} service */
function serviceRow(drawn, service) {
  const { context, pack } = drawn;
  const key = `service:${service.code}`;
  const limit = limitKey(pack, service.code);
  const from = limitFrom(pack, service.code);
  const unit = context.t(limit === 'limit_metres' ? 'unit_distance' : 'unit_minutes');
  const value = from === 'rule' ? h('span', { class: 'number' }, `${service[limit]} ${unit}`) : field(drawn, key, service[limit], unit, context.name(service.name));
  return row(drawn, key, 'is-service', [h('strong', {}, context.name(service.name))], value, from === 'rule' ? context.t('rulesFromRule') : context.t('rulesLimit'),
    [context.name(service.source)], service.verification);
}

/** How many people one place of capacity suffices for. @param {Drawn} drawn @param {ServiceLine} service */
function placesRow(drawn, service) {
  const { context } = drawn;
  const key = `places:${service.code}`;
  return row(drawn, key, 'is-rule', [context.t('rulesPlaces')], field(drawn, key, service.people_per_place, context.t('rulesPerPlace'), `${context.name(service.name)}: ${context.t('rulesPlaces')}`), context.t('rulesCapacity'),
    [context.name(service.people_per_place_source)], service.people_per_place_verification);
}

/** What a room of the service asks for in an idle space; changed in the pack's text. @param {Drawn} drawn @param {ServiceLine} service */
function roomRows(drawn, service) {
  const { context } = drawn;
  const { room } = service;
  if (!room) return [];
  const names = room.not_with.map((code) => context.name(drawn.pack.services.find((line) => line.code === code)?.name ?? { zh: code, en: code }));
  const parts = [
    context.t(room.most_area_m2 === null ? 'rulesRoomFrom' : 'rulesRoomBetween', { least: room.least_area_m2, most: room.most_area_m2 ?? '' }),
    room.area_per_place_m2 !== null && context.t('rulesRoomPlace', { area: room.area_per_place_m2 }),
    context.t('rulesRoomCost', { cost: room.cost_per_m2_cny }),
    context.t(room.highest_storey === null ? 'rulesRoomStoreyFrom' : 'rulesRoomStoreys', { lowest: room.lowest_storey, highest: room.highest_storey ?? '' }),
    names.length > 0 && context.t('rulesRoomNotWith', { services: names.join(', ') }),
  ].filter(Boolean);
  return [row(drawn, `room:${service.code}`, 'is-rule', [context.t('rulesRoom')], h('span', { class: 'note' }, parts.join(' · ')), context.t('rulesRoomOf'),
    [context.name(room.source)], room.verification)];
}

/** @param {Drawn} drawn @param {RuleLine} rule */
function ruleRow(drawn, rule) {
  const { context } = drawn;
  const unit = context.t(`unit_${rule.criterion}`);
  const to = rule.value_to === null ? '' : `–${rule.value_to} `;
  const about = [rule.tier && context.t(`tier_${rule.tier}`), rule.measure === 'circle' && context.t('rulesCircle'), rule.denominator && context.t('rulesOf', { of: context.t(`denominator_${rule.denominator}`) }), !rule.measure && context.t(`rulesLevel_${rule.level}`)].filter(Boolean);
  return row(drawn, `rule:${rule.id}`, 'is-rule', [context.name(rule.name), h('span', { class: 'note' }, about.join(' · ')), rule.note && h('span', { class: 'note' }, context.name(rule.note))],
    field(drawn, `rule:${rule.id}`, rule.value, `${to}${unit}`, context.name(rule.name)), context.t(`force_${rule.force}`), [`${rule.clause} · ${context.name(rule.source)}`], rule.verification);
}

/** @param {Drawn} drawn @param {string} key @param {string} kind @param {Child[]} what @param {Child} value @param {string} force @param {Child[]} source @param {string} verification */
function row(drawn, key, kind, what, value, force, source, verification) {
  const { context, json } = drawn;
  const { rules } = context.session;
  const edit = rules.edits.get(key);
  const problems = edit ? problemsAt(rules.problems, placeOf(json, key)) : [];
  return h('tr', { class: `${kind}${edit ? ' is-edited' : ''}`, 'data-rule': key }, h('th', { scope: 'row' }, ...what),
    h('td', {}, value, ...problems.map((problem) => h('p', { class: 'note is-bad', role: 'alert' }, context.name(problem.what)))), h('td', {}, force),
    h('td', {}, ...(edit ? sourceFields(drawn, key) : [h('span', { class: 'source' }, ...source), ' ', tag(context, verification)])));
}

/** @param {Context} context @param {string} verification */
const tag = (context, verification) => h('span', { class: `tag is-${verification}` }, context.t(`sure_${verification}`));

/** The number; drawing more than its row anew would take the next field from under the hand. @param {Drawn} drawn @param {string} key @param {number|null} value @param {string} unit @param {string} label */
function field({ context, onEdit }, key, value, unit, label) {
  const { rules } = context.session;
  const edit = rules.edits.get(key);
  const take = (/** @type {Event} */ event) => {
    const { value: text } = /** @type {HTMLInputElement} */ (event.target);
    rules.edit(key, { value: text === '' ? null : Number(text) });
  };
  return h('span', { class: 'rule-value' }, h('input', {
    type: 'number', step: 'any', min: '0', 'data-key': key, 'aria-label': label, value: String((edit ? edit.value : value) ?? ''), disabled: rules.isBusy || rules.list?.fixed, oninput: take, onchange: (/** @type {Event} */ event) => { take(event); onEdit(key); },
  }), ' ', unit);
}

/** Whose the changed figure is: the former source does not say it. @param {Drawn} drawn @param {string} key @returns {Child[]} */
function sourceFields({ context, onEdit }, key) {
  const { rules } = context.session;
  const edit = rules.edits.get(key);
  return [h('input', { type: 'text', class: 'source-said', 'data-key': `${key}-source`, placeholder: context.t('rulesSourceSaid'), 'aria-label': context.t('rulesSourceSaid'), value: edit?.source ?? '', oninput: (/** @type {Event} */ event) => rules.edit(key, { source: /** @type {HTMLInputElement} */ (event.target).value }) }),
    h('select', { 'data-key': `${key}-sure`, 'aria-label': context.t('rulesSure'), onchange: (/** @type {Event} */ event) => { rules.edit(key, { verification: /** @type {HTMLSelectElement} */ (event.target).value }); onEdit(key); } },
      ...SURE.map((word) => h('option', { value: word, selected: edit?.verification === word }, context.t(`sure_${word}`))))];
}
