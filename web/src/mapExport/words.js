/** @import { Context } from '../context.js' */
/** @import { Words } from './types.js' */
import { count, exactPercent, percent } from '../format.js';
import { districtRow, findRow } from '../gaps.js';
import { gainOf } from '../trial.js';

// A name may hold marks that turn the direction of writing; between these two it turns nothing but itself.
const isolated = (/** @type {string} */ name) => `\u2068${name}\u2069`;

/** What a sheet says. @param {Context} context speaks the sheet's language @param {string} title empty: the usual one @param {string} paper @param {number} scale @param {Date} now @returns {Words} */
export function wordsOf(context, title, paper, scale, now) {
  return {
    title: title || usualTitle(context), subtitle: subtitle(context), tags: tagsOf(context),
    sources: [dataLine(context), ruleLine(context), programLine(context, paper, scale, now)].filter(Boolean),
    north: context.t('north'), scaleNote: `1:${count(scale)}`, metre: context.lang === 'zh' ? '米' : 'm', kilometre: context.lang === 'zh' ? '公里' : 'km',
  };
}

/** @param {Context} context */
function usualTitle(context) {
  const { session } = context;
  if (session.reach.answer) return [context.t('reachLegend'), originName(context)].filter(Boolean).join(' · ');
  if (session.ledger.isOn) return context.t('layer_ledger');
  const title = context.t('mapTitle', { service: context.serviceName(), group: context.groupName(session.group) });
  const area = pickedRow(context);
  return area ? `${title} · ${isolated(context.areaName(area))}` : title;
}

/** Figures of the picked area. @param {Context} context */
function pickedRow({ session, store }) {
  const { selection } = store.state;
  return selection?.kind === 'area' && session.coverage ? findRow(session.coverage.gaps, selection.level, selection.code, session.group) : undefined;
}

/** Name of the place from which the bands begin, where it has one. @param {Context} context */
function originName(context) {
  const { selection } = context.store.state;
  const found = selection?.kind === 'facility' ? context.find('facilities', selection.id) : selection?.kind === 'idle' ? context.find('idle_spaces', selection.id) : null;
  return found?.properties.name ? isolated(found.properties.name) : '';
}

/** The headline in a sentence, with what is tried and the picked community; or what else the map shows. @param {Context} context */
function subtitle(context) {
  const { session } = context;
  if (session.reach.answer) return session.reach.answer.certificate.map((band) => `${context.duration(band.band_s)}: ${context.people(band.covered_people)}`).join(' · ');
  if (session.ledger.isOn) return '';
  const row = session.coverage && districtRow(session.coverage.gaps, session.group);
  if (!row || row.total === 0) return '';
  const outside = row.uncovered - (session.whatIf ? gainOf(session.whatIf, session.group, session.service.group) : 0);
  const headline = context.t('mapHeadline', { share: percent(outside / row.total), headline: context.t('headline', { group: context.within(context.groupName(session.group)), service: context.within(context.serviceName()), limit: context.limitText(session.limit) }) });
  const parts = [headline, context.t('headlinePeople', { n: context.people(outside) })];
  if (session.whatIf) parts.push(context.t(session.remedy.whatIf ? 'ifFixed' : session.trial.whatIf ? 'ifPlaced' : 'ifPlanned'));
  const picked = pickedRow(context);
  if (picked) parts.push(`${isolated(context.areaName(picked))}: ${context.t('headlinePeople', { n: context.people(picked.uncovered) })} (${exactPercent(picked.uncovered / picked.total)})`);
  return parts.join(' · ');
}

/** What a reader must not overlook. @param {Context} context */
function tagsOf(context) {
  const { workspace, service } = context.session;
  return [workspace.synthetic && context.t('synthetic'), service.verification === 'unverified' && context.t('mapUnverified')].filter((tag) => typeof tag === 'string');
}

/** @param {Context} context */
function dataLine(context) {
  const { workspace } = context.session;
  const dates = workspace.imports.map(({ imported_at }) => imported_at.slice(0, 10)).sort();
  const share = workspace.population_estimated_share;
  return [
    isolated(context.name(workspace.name)), workspace.synthetic ? context.t('synthetic') : `${context.t('attribution')} © OpenStreetMap contributors`,
    dates.length > 0 && context.t('mapDataOf', { date: dates[dates.length - 1] }), share !== null && share > 0 && context.t('estimated', { share: percent(share) }),
  ].filter(Boolean).join(' · ');
}

/** @param {Context} context */
function ruleLine(context) {
  const { workspace, service } = context.session;
  const { minutes } = context.store.state;
  const mark = service.verification === 'unverified' ? context.t('unverified') : service.verification === 'secondary' ? context.t('secondary') : '';
  const source = `${context.name(service.source)}${mark ? ` [${mark}]` : ''}`;
  const rule = minutes === null ? context.t('ruleIs', { limit: context.ruleLimitText(), source }) : context.t('yourLimit', { limit: context.limitText(context.session.limit), rule: context.ruleLimitText(), source });
  return `${context.t('mapRules', { pack: context.name(workspace.rule_pack.name), edition: workspace.rule_pack.edition })} · ${rule}`;
}

/** @param {Context} context @param {string} paper @param {number} scale @param {Date} now */
function programLine(context, paper, scale, now) {
  const { workspace } = context.session;
  const made = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  return [
    `SpatialPlanner ${workspace.version} (${workspace.fingerprint.slice(0, 12)})`, context.t('mapCrs'), context.t('mapScaleIs', { n: count(scale), paper: context.t(`paper_${paper}`) }), context.t('mapMade', { date: made }),
  ].join(' · ');
}
