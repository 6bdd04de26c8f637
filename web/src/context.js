/** @import { Feature, LocalText, Selection } from './types.js' */
/** @import { Session } from './session.js' */
import { areaName, local, text } from './i18n.js';
import * as format from './format.js';
import { idOf } from './trial.js';

/** What a panel needs to speak: the state, the answers, and the language they are said in. */
export class Context {
  /** @param {Session} session @param {'zh'|'en'|null} [spoken] the language in which it speaks; null: the page's */
  constructor(session, spoken = null) {
    this.session = session;
    this.store = session.store;
    this.spoken = spoken;
    /** Tells how a figure was computed; set where there is a dialog to tell it in. @type {(key: string, figure: string, values: Record<string, string>) => void} */
    this.tell = () => {};
  }

  get lang() {
    return this.spoken ?? this.store.state.lang;
  }

  /** @param {string} key @param {Record<string, string|number>} [values] */
  t(key, values) {
    return text(this.lang, key, values);
  }

  /** @param {LocalText|null|undefined} name */
  name(name) {
    return local(name, this.lang);
  }

  /** @param {number} value */
  people(value) {
    return format.people(value, this.lang);
  }

  /** @param {number} value */
  metres(value) {
    return format.metres(value, this.lang);
  }

  /** @param {number} seconds */
  duration(seconds) {
    return format.duration(seconds, this.lang);
  }

  /** A limit as it is typed: in minutes or in metres. @param {{limit_m: number, limit_s: number, typed: string}} limit */
  limitText(limit) {
    return limit.typed === 'metres' ? this.metres(limit.limit_m) : this.duration(limit.limit_s);
  }

  /** The rule's own limit of the chosen service, in words. */
  ruleLimitText() {
    return this.limitOf(this.session.service);
  }

  /** The rule's own limit of a service, in words. @param {import('./types.js').Service} service */
  limitOf(service) {
    return this.limitText({ limit_m: service.limit_m, limit_s: service.limit_s, typed: service.limit_metres === null ? 'minutes' : 'metres' });
  }

  /** A name inside a sentence: English then has no capital, unless it is an abbreviation. @param {string} name */
  within(name) {
    return this.lang === 'en' && /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
  }

  serviceName() {
    return this.name(this.session.service.name);
  }

  /** Names of service codes joined by `;`; a code that is not known stays as it is. @param {unknown} codes @param {{code: string, name: LocalText}[]} [services] those of the workspace unless others are meant */
  serviceNames(codes, services = this.session.workspace.services) {
    return String(codes ?? '').split(';').filter(Boolean).map((code) => this.name(services.find((service) => service.code === code)?.name) || code).join(this.lang === 'zh' ? '、' : ', ');
  }

  /** @param {string} code */
  groupName(code) {
    return this.name(this.session.workspace.groups.find((group) => group.code === code)?.name);
  }

  /** @param {Feature} facility */
  facilityName(facility) {
    return facility.properties.name || this.t('unnamedFacility', { service: this.serviceName() });
  }

  /** @param {Feature} space */
  idleName(space) {
    return space.properties.name || this.t('unnamedIdle');
  }

  /** Name of a row or boundary; what lies in no area has neither code nor, from some sources, a name. @param {{code?: string, name?: string|null, name_en?: string|null}} area */
  areaName(area) {
    return areaName(area, this.lang) || this.t('outsideAnyArea');
  }

  /** The feature of an id in a collection that was read. @param {string} collection @param {string} id */
  find(collection, id) {
    return this.session.features[collection]?.find((feature) => idOf(feature) === id) ?? null;
  }

  /** Boundary, compound or stand-in area of a code. @param {string} level @param {string} code */
  findArea(level, code) {
    return this.find(level === 'compound' ? 'compounds' : 'boundaries', code) ?? this.standIn(level, code);
  }

  /** An area of the gap layer, whose ids are not the codes of areas. @param {string} level @param {string} code */
  standIn(level, code) {
    return this.session.features.gaps?.find(({ properties }) => properties.level === level && properties.code === code) ?? null;
  }

  /** @param {Selection|null} selection @param {'push'|'replace'|'none'} [history] */
  select(selection, history) {
    this.store.set({ selection }, history);
  }
}
