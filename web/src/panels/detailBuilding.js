/** @import { Context } from '../context.js' */
/** @import { Explanation } from '../types.js' */
/** @import { DetailActions } from './detail.js' */
import { h } from '../dom.js';
import { figure } from '../provenance/figure.js';
import { facts } from './detail.js';
import { toLedger } from './detailPlace.js';
import { fixList } from './fixes.js';
import { walkParts } from './walkParts.js';
import { newPlaceName } from '../scenario/words.js';

/** @param {Context} context @param {string} id @param {DetailActions} actions @returns {import('../dom.js').Child[]} */
export function buildingDetail(context, id, actions) {
  const { explanation, problems } = context.session;
  if (!explanation) {
    return problems.has('explain') ? [] : [h('div', { class: 'skeleton is-big' }), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' }), h('div', { class: 'skeleton' })];
  }
  const building = context.find('buildings', id)?.properties ?? {};
  const compound = building.compound_id ? context.find('compounds', building.compound_id) : null;
  const community = communityName(context, explanation.community);
  const own = context.session.service.group;
  return [
    ...(explanation.reached ? reached(context, explanation, actions) : notReached(context, explanation)),
    ...fixList(context, explanation, actions.zoomToFix),
    facts([
      [context.t('people'), context.people(explanation.people)],
      own === 'all' ? ['', null] : [context.t('groupPeople', { group: context.groupName(own) }), context.people(explanation.group_people)],
      [context.t('community'), community],
      [context.t('compound'), compound?.properties.name ?? null],
      [context.t('storeys'), building.storeys ?? null],
      [context.t('buildingId'), explanation.building],
    ]),
    toLedger(context, `building/${id}`),
  ];
}

/** The community in the reader's language: the explanation calls it by its own name only. @param {Context} context @param {string|null} name */
function communityName(context, name) {
  const row = context.session.coverage?.gaps.find((gap) => gap.level === 'community' && gap.name === name);
  return row ? context.areaName(row) : name;
}

/** @param {Context} context @param {Explanation} explanation @param {DetailActions} actions */
function reached(context, explanation, actions) {
  const { metres = 0, seconds = 0, facility, parts } = explanation;
  const walk_s = seconds ?? 0;
  const name = facility?.name || newPlaceName(context, facility?.id ?? '') || context.t('unnamedFacility', { service: context.serviceName() });
  return [
    h('p', { class: 'big' }, figure(context, 'walk', context.metres(metres ?? 0), { id: 'walk-metres', title: String(metres), values: parts ? { off: context.metres(parts.off_network_m), street: context.metres(parts.street_m), crossing: context.metres(parts.crossing_m), steps: context.metres(parts.steps_m), metres: context.metres(metres ?? 0) } : {} }), h('span', { class: 'second', title: String(seconds) }, context.duration(walk_s))),
    h('p', { class: 'words' }, context.t('walkTo', { name })),
    h('p', { class: 'verdict' }, h('span', { class: explanation.covered ? 'tag is-covered' : 'tag is-outside' }, context.t(explanation.covered ? 'covered' : 'notCovered')), ' ', overText(context, explanation)),
    explanation.path?.geometry && h('p', {}, h('button', { class: 'link', 'data-key': 'whole-walk', onclick: actions.zoomToWalk }, context.t('wholeWalk'))),
    facts([[context.t('limit'), context.limitText(context.session.limit)]]),
    parts && walkParts(context, parts),
    h('p', { class: 'note' }, context.t('explainNote')),
  ];
}

/** How far over or under, in the unit of the limit. @param {Context} context @param {Explanation} explanation */
function overText(context, explanation) {
  const typed = context.session.limit.typed;
  const over = typed === 'metres' ? explanation.over_m : explanation.over_s;
  if (over === null || over === undefined) return '';
  if (over === 0) return context.t('onLimit');
  const value = typed === 'metres' ? context.metres(Math.abs(over)) : context.duration(Math.abs(over));
  return context.t(over > 0 ? 'overBy' : 'underBy', { value });
}

/** @param {Context} context @param {Explanation} explanation */
function notReached(context, explanation) {
  return [
    h('p', { class: 'words is-strong' }, context.t('notReached', { service: context.serviceName() })),
    h('p', { class: 'verdict' }, h('span', { class: 'tag is-outside' }, context.t('notCovered')), ' ', context.name(explanation.reason)),
  ];
}
