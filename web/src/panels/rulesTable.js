/** @import { Context } from '../context.js' */
/** @import { Child } from '../dom.js' */
/** @import { PackDetail, RuleLine, ServiceLine } from '../types.js' */
import { h } from '../dom.js';
import { limitFrom, limitKey, placeOf, problemsAt } from '../rules.js';

const SURE = ['verified', 'secondary', 'unverified'];

/** Services with their limits, each with its rules below it; the rules about all services together at the end. @param {Context} context @param {PackDetail} pack @param {any} json the text with the changes */
export function rulesTable(context, pack, json) {
  const rows = pack.services.flatMap((service) => [serviceRow(context, pack, json, service),
    ...pack.rules.filter((rule) => rule.service === service.code && !rule.implied).map((rule) => ruleRow(context, json, rule))]);
  const together = pack.rules.filter((rule) => rule.service === null);
  return h('table', { class: 'rules-table', id: 'rules-table' },
    h('thead', {}, h('tr', {}, ...['rulesWhat', 'rulesValue', 'rulesForce', 'rulesSource'].map((key) => h('th', { scope: 'col' }, context.t(key))))),
    h('tbody', {}, ...rows, ...together.map((rule) => ruleRow(context, json, rule))));
}

/** @param {Context} context @param {PackDetail} pack @param {any} json @param {ServiceLine} service */
function serviceRow(context, pack, json, service) {
  const key = `service:${service.code}`;
  const limit = limitKey(pack, service.code);
  const from = limitFrom(pack, service.code);
  const unit = context.t(limit === 'limit_metres' ? 'unit_distance' : 'unit_minutes');
  const value = from === 'rule' ? h('span', { class: 'number' }, `${service[limit]} ${unit}`) : field(context, key, service[limit], unit, context.name(service.name));
  const places = h('span', { class: 'note' }, context.t('rulesPlaces', { n: service.people_per_place }), ' ', tag(context, service.people_per_place_verification));
  return row(context, key, json, 'is-service', [h('strong', {}, context.name(service.name)), places], value, from === 'rule' ? context.t('rulesFromRule') : context.t('rulesLimit'),
    [context.name(service.source)], service.verification);
}

/** @param {Context} context @param {any} json @param {RuleLine} rule */
function ruleRow(context, json, rule) {
  const unit = context.t(`unit_${rule.criterion}`);
  const to = rule.value_to === null ? '' : `–${rule.value_to} `;
  const about = [rule.tier && context.t(`tier_${rule.tier}`), rule.measure === 'circle' && context.t('rulesCircle'), rule.denominator && context.t('rulesOf', { of: context.t(`denominator_${rule.denominator}`) }), !rule.measure && context.t(`rulesLevel_${rule.level}`)].filter(Boolean);
  return row(context, `rule:${rule.id}`, json, 'is-rule', [context.name(rule.name), h('span', { class: 'note' }, about.join(' · ')), rule.note && h('span', { class: 'note' }, context.name(rule.note))],
    field(context, `rule:${rule.id}`, rule.value, `${to}${unit}`, context.name(rule.name)), context.t(`force_${rule.force}`), [`${rule.clause} · ${context.name(rule.source)}`], rule.verification);
}

/** @param {Context} context @param {string} key @param {any} json @param {string} kind @param {Child[]} what @param {Child} value @param {string} force @param {Child[]} source @param {string} verification */
function row(context, key, json, kind, what, value, force, source, verification) {
  const { rules } = context.session;
  const edit = rules.edits.get(key);
  const problems = edit ? problemsAt(rules.problems, placeOf(json, key)) : [];
  return h('tr', { class: `${kind}${edit ? ' is-edited' : ''}`, 'data-rule': key }, h('th', { scope: 'row' }, ...what),
    h('td', {}, value, ...problems.map((problem) => h('p', { class: 'note is-bad', role: 'alert' }, context.name(problem.what)))), h('td', {}, force),
    h('td', {}, ...(edit ? sourceFields(context, key) : [h('span', { class: 'source' }, ...source), ' ', tag(context, verification)])));
}

/** @param {Context} context @param {string} verification */
const tag = (context, verification) => h('span', { class: `tag is-${verification}` }, context.t(`sure_${verification}`));

/** @param {Context} context @param {string} key @param {number|null} value @param {string} unit @param {string} label */
function field(context, key, value, unit, label) {
  const { rules } = context.session;
  const edit = rules.edits.get(key);
  const take = (/** @type {Event} */ event) => {
    const { value: text } = /** @type {HTMLInputElement} */ (event.target);
    rules.edit(key, { value: text === '' ? null : Number(text) });
  };
  return h('span', { class: 'rule-value' }, h('input', {
    type: 'number', step: 'any', min: '0', 'data-key': key, 'aria-label': label, value: String((edit ? edit.value : value) ?? ''), disabled: rules.isBusy || rules.list?.fixed, oninput: take, onchange: (/** @type {Event} */ event) => { take(event); rules.changed(); },
  }), ' ', unit);
}

/** Whose the changed figure is: the former source does not say it. @param {Context} context @param {string} key @returns {Child[]} */
function sourceFields(context, key) {
  const { rules } = context.session;
  const edit = rules.edits.get(key);
  return [h('input', { type: 'text', class: 'source-said', 'data-key': `${key}-source`, placeholder: context.t('rulesSourceSaid'), 'aria-label': context.t('rulesSourceSaid'), value: edit?.source ?? '', oninput: (/** @type {Event} */ event) => rules.edit(key, { source: /** @type {HTMLInputElement} */ (event.target).value }) }),
    h('select', { 'data-key': `${key}-sure`, 'aria-label': context.t('rulesSure'), onchange: (/** @type {Event} */ event) => { rules.edit(key, { verification: /** @type {HTMLSelectElement} */ (event.target).value }); rules.changed(); } },
      ...SURE.map((word) => h('option', { value: word, selected: edit?.verification === word }, context.t(`sure_${word}`))))];
}
