/** @import { Session } from './session.js' */
/** @import { PackDetail, RulesList, RuleEdit, RulesProblem } from './types.js' */
import * as api from './api.js';
import { ApiError } from './api.js';

const LIMITS = /** @type {const} */ (['limit_metres', 'limit_minutes']);

/** The entry of a service in a pack's text, or undefined where the text leaves it to the pack that it extends. @param {any} json @param {string} code */
const entryOf = (json, code) => json.services?.find((/** @type {any} */ service) => service.code === code);

/** Which of its two forms the limit of a service is written in. @param {PackDetail} pack @param {string} code @returns {'limit_metres'|'limit_minutes'} */
export function limitKey(pack, code) {
  const service = pack.services.find((line) => line.code === code);
  return service?.limit_metres !== null && service?.limit_metres !== undefined ? 'limit_metres' : 'limit_minutes';
}

/**
 * Where the limit of a service comes from: its own line, a rule of the pack, or the pack that this one extends.
 * @param {PackDetail} pack @param {string} code @returns {'own'|'rule'|'base'}
 */
export function limitFrom(pack, code) {
  const entry = entryOf(pack.json, code);
  if (entry && LIMITS.some((key) => entry[key] !== undefined && entry[key] !== null)) return 'own';
  return pack.rules.some((rule) => rule.service === code && !rule.implied && rule.measure === 'network') ? 'rule' : 'base';
}

/** What a figure is now, before any edit. @param {PackDetail} pack @param {string} key `service:code`, `places:code` or `rule:id` */
export function figureOf(pack, key) {
  const [kind, id] = splitKey(key);
  if (kind === 'service') {
    const service = pack.services.find((line) => line.code === id);
    return service ? { value: service[limitKey(pack, id)], source: service.source } : null;
  }
  if (kind === 'places') {
    const service = pack.services.find((line) => line.code === id);
    return service ? { value: service.people_per_place, source: service.people_per_place_source } : null;
  }
  const rule = pack.rules.find((line) => line.id === id);
  return rule ? { value: rule.value, source: rule.source } : null;
}

/** @param {string} key @returns {[string, string]} */
function splitKey(key) {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}

/**
 * The text of a pack with figures changed. A changed figure does not keep the source of the former one: it says whose it is, and is to be
 * verified until somebody says otherwise.
 * @param {PackDetail} pack @param {Map<string, RuleEdit>} edits by key @returns {any}
 */
export function edited(pack, edits) {
  const json = structuredClone(pack.json);
  for (const [key, edit] of edits) {
    const figure = figureOf(pack, key);
    if (!figure) continue;
    const [kind, id] = splitKey(key);
    const target = kind === 'rule' ? json.rules?.find((/** @type {any} */ rule) => rule.id === id) : serviceEntry(json, pack, id);
    if (!target) continue;
    if (kind === 'places') {
      target.people_per_place = { value: edit.value, source: sourceOf(edit, figure), verification: edit.verification };
      continue;
    }
    target[kind === 'service' ? limitKey(pack, id) : 'value'] = edit.value;
    target.source = sourceOf(edit, figure);
    target.verification = edit.verification;
  }
  return json;
}

/** A pack may leave all its services to the one that it extends; what is changed must be written out. @param {any} json @param {PackDetail} pack @param {string} code */
function serviceEntry(json, pack, code) {
  json.services ??= pack.services.map((service) => ({ code: service.code }));
  return entryOf(json, code);
}

/** @param {RuleEdit} edit @param {{value: number|null, source: {zh: string, en: string}|null}} former */
function sourceOf(edit, former) {
  const said = edit.source.trim();
  if (said) return { zh: said, en: said };
  const { zh, en } = former.source ?? { zh: '未说明', en: 'not said' };
  return { zh: `在页面中设定；原为 ${former.value}：${zh}`, en: `Set in the page; formerly ${former.value}: ${en}` };
}

/** The path of a figure in the text. @param {any} json @param {string} key */
export function placeOf(json, key) {
  const [kind, id] = splitKey(key);
  const part = kind === 'rule' ? 'rules' : 'services';
  const index = (json[part] ?? []).findIndex((/** @type {any} */ line) => line[kind === 'rule' ? 'id' : 'code'] === id);
  return index < 0 ? null : `$.${part}[${index}]${kind === 'places' ? '.people_per_place' : ''}`;
}

/** The problems of a place and of what is in it. @param {RulesProblem[]} problems @param {string|null} place */
export const problemsAt = (problems, place) => (place === null ? [] : problems.filter((problem) => problem.place === place || problem.place.startsWith(`${place}.`)));

/** The rule packs: which there are, what is in one, what the reader changed of it. */
export class Rules {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {RulesList|null} */
    this.list = null;
    /** The pack that is looked at. @type {PackDetail|null} */
    this.pack = null;
    /** @type {Map<string, RuleEdit>} */
    this.edits = new Map();
    /** What the server found wrong with the last attempt. @type {RulesProblem[]} */
    this.problems = [];
    this.note = '';
    this.isBusy = false;
  }

  get isOn() {
    return this.session.store.state.panel === 'rules';
  }

  changed() {
    this.session.changed('rules');
  }

  /** The data have changed; what somebody is typing stays. */
  forget() {
    this.list = null;
    if (this.edits.size === 0) this.pack = null;
  }

  /** Reads the list, and the pack in use where none is looked at. */
  async follow() {
    if (!this.isOn || this.isBusy || (this.list && this.pack)) return;
    await this.work(() => this.follow(), async () => {
      this.list = await api.getRules();
      this.pack ??= await api.getRulePack(this.list.current);
    });
  }

  /** Looks at another pack; changes of the former are dropped, so the panel asks first. @param {string} name */
  async open(name) {
    await this.work(() => this.open(name), async () => {
      this.pack = await api.getRulePack(name);
      this.discard();
    });
  }

  /** Notes a changed figure; the former one once more takes the change back. @param {string} key @param {Partial<RuleEdit>} patch */
  edit(key, patch) {
    const figure = this.pack && figureOf(this.pack, key);
    if (!figure) return;
    const edit = { value: figure.value, source: '', verification: 'unverified', ...this.edits.get(key), ...patch };
    if (edit.value === figure.value) this.edits.delete(key);
    else this.edits.set(key, edit);
    const place = placeOf(this.pack?.json, key);
    this.problems = this.problems.filter((problem) => !problemsAt([problem], place).length);
  }

  discard() {
    this.edits = new Map();
    this.problems = [];
    this.note = '';
    this.changed();
  }

  /** Saves the changed pack as a new version and takes up what follows from it. */
  async save() {
    const { pack } = this;
    if (pack) await this.send({ json: edited(pack, this.edits), note: this.note || null });
  }

  /** Uses a pack as it is. @param {string} name */
  async use(name) {
    await this.send({ pack: name, note: this.note || null });
  }

  /** Saves the text of a file as a version of the pack in it. @param {File} file */
  async add(file) {
    await this.send({ json: await file.text(), note: file.name });
  }

  /** @param {object} body */
  async send(body) {
    this.problems = [];
    const isStored = await this.work(() => this.send(body), async () => {
      try {
        await api.postRules(body);
      } catch (error) {
        if (!(error instanceof ApiError) || error.problems.length === 0) throw error;
        this.problems = error.problems;
      }
    });
    if (!isStored || this.problems.length > 0) return;
    this.edits = new Map();
    this.note = '';
    this.list = null;
    this.pack = null;
    this.changed();
    await this.session.takeUp();
    await this.follow();
  }

  /** @param {() => void} retry @param {() => Promise<void>} step */
  async work(retry, step) {
    this.isBusy = true;
    this.changed();
    const isDone = await this.session.attempt('rules', retry, step);
    this.isBusy = false;
    this.changed();
    return isDone;
  }
}
