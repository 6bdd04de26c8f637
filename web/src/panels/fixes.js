/** @import { Context } from '../context.js' */
/** @import { Explanation, Fix } from '../types.js' */
import { h } from '../dom.js';
import { count, signed } from '../format.js';
import { changeOf, fixesOf } from '../remedy.js';
import { gainOf } from '../trial.js';

/**
 * What would bring the building within the limit: each is shown on the map, and tried for everybody.
 * @param {Context} context @param {Explanation} explanation @param {(fix: Fix) => void} zoomTo @returns {import('../dom.js').Child[]}
 */
export function fixList(context, explanation, zoomTo) {
  if (explanation.covered) return [];
  const fixes = fixesOf(explanation);
  if (fixes.length === 0) return explanation.no_fix ? [h('h3', {}, context.t('fixTitle')), h('p', { class: 'note', id: 'no-fix' }, context.name(explanation.no_fix))] : [];
  return [
    h('h3', {}, context.t('fixTitle')),
    h('ul', { class: 'fixes' }, ...fixes.map((fix, place) => h('li', {}, fixButton(context, fix, place, zoomTo), context.session.remedy.fix === fix && picked(context)))),
  ];
}

/** @param {Context} context @param {Fix} fix @param {number} place @param {(fix: Fix) => void} zoomTo */
function fixButton(context, fix, place, zoomTo) {
  const { remedy } = context.session;
  const shown = remedy.fix === fix;
  return h('button', {
    class: 'fix', 'data-key': `fix-${place}`, 'data-fix': fix.kind, 'aria-pressed': String(shown), title: context.t('fixShow'),
    onclick: () => {
      remedy.show(shown ? null : fix);
      if (!shown) zoomTo(fix);
    },
  },
  h('span', { class: `sym sym-fix is-${fix.kind}` }), h('span', { class: 'name' }, fixName(context, fix), cost(context, fix)),
  h('span', { class: 'figure' }, context.metres(fix.metres), h('span', { class: 'quiet' }, context.duration(fix.seconds))));
}

/** @param {Context} context @param {Fix} fix */
function fixName(context, fix) {
  switch (fix.kind) {
    case 'idle_space': return context.t('fix_idle_space', { name: fix.name || context.t('unnamedIdle') });
    case 'open_gate': return context.t('fix_open_gate', { name: fix.name || fix.id || '' });
    case 'new_link': return context.t('fix_new_link', { value: context.metres(fix.gap_m ?? 0) });
  }
}

/** @param {Context} context @param {Fix} fix */
function cost(context, fix) {
  if (fix.kind !== 'idle_space') return null;
  return h('span', { class: 'quiet' }, fix.cost_cny === null ? context.t('fixCostUnknown') : context.t('yuan', { n: count(fix.cost_cny) }));
}

/** The fix becomes a change of the scenario. @param {Context} context */
function keep(context) {
  const { remedy, scenario, service } = context.session;
  if (!remedy.fix) return;
  const { fix } = remedy;
  scenario.apply(fix.kind === 'idle_space' ? { add: [{ lon: fix.lon, lat: fix.lat, services: [service.code], from: fix.id ?? null, name: fix.name ?? null }] } : changeOf(fix));
}

/** @param {Context} context */
function picked(context) {
  const { session } = context;
  const { remedy } = session;
  if (!remedy.whatIf) {
    return h('p', { class: 'tried' }, h('button', { 'data-key': 'try-fix', id: 'try-fix', disabled: remedy.computing, onclick: () => remedy.try() }, context.t(remedy.computing ? 'computing' : 'fixTry')));
  }
  const gain = gainOf(remedy.whatIf, session.group, session.service.group) - session.scenario.gain(session.group);
  const all = remedy.whatIf.newly_covered.people - session.scenario.gain('all');
  return h('p', { class: 'tried' }, h('strong', { id: 'fix-gain', class: gain > 0 ? 'is-better' : '', title: String(gain) }, signed(gain)), ' ',
    context.t('siteGain', { group: context.groupName(session.group) }), ' · ', h('span', { id: 'fix-gain-all', title: String(all) }, context.t('fixGainAll', { n: context.people(all) })), ' ',
    h('button', { id: 'keep-fix', 'data-key': 'keep-fix', onclick: () => keep(context) }, context.t('keepFix')));
}
