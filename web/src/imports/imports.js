/** @import { Session } from '../session.js' */
/** @import { Choices } from './types.js' */
import { ApiError } from '../api.js';
import { text } from '../i18n.js';
import * as api from './api.js';
import { tableOf } from './corrections.js';
import { FileImport } from './fileImport.js';
import { groupFiles } from './groups.js';

/** The imports of this visit, one after the other sent to the server. Listeners of the session hear `imports`, and `import-progress` for mere numbers. */
export class Imports {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    /** @type {FileImport[]} */
    this.items = [];
    /** The one that is shown. @type {FileImport|null} */
    this.current = null;
    /** What can be said about a file; known once asked. @type {Choices|null} */
    this.choices = null;
    /** Files that were not taken, and why. @type {{name: string, error: ApiError}[]} */
    this.refused = [];
    this.keys = 0;
    this.isSending = false;
    // A page that may come back from the browser's memory keeps its imports.
    window.addEventListener('pagehide', (event) => {
      if (!event.persisted) for (const item of this.items) item.forget();
    });
  }

  changed() {
    this.session.changed('imports');
  }

  /** @param {FileImport} item */
  progressed(item) {
    if (item === this.current) this.session.changed('import-progress');
  }

  /** True while the sample of a file is on the map. */
  get isPreviewing() {
    return this.session.store.state.panel === 'import' && this.sample !== null;
  }

  /** The first shapes of the current file. @returns {import('./types.js').Table['sample']|null} */
  get sample() {
    const { current } = this;
    const table = current?.inspection && current.stage !== 'stored' ? tableOf(current.inspection, current.said) : null;
    return table && table.sample.geometries.length > 0 ? table.sample : null;
  }

  /** Imports that are not over. */
  get open() {
    return this.items.filter((item) => item.stage !== 'stored');
  }

  /** Reads what can be said about a file. */
  async prepare() {
    if (this.choices) return true;
    return this.session.attempt('import-choices', () => this.prepare(), async () => {
      this.choices = await api.getChoices();
      this.changed();
    });
  }

  /** @param {File[]} files */
  async add(files) {
    this.refused = [];
    if (!await this.prepare() || !this.choices) return;
    const { limits } = this.choices;
    for (const group of groupFiles(files)) {
      const error = refusalOf(group, limits, this.open.length);
      if (error) {
        this.refused.push({ name: group.name, error });
        continue;
      }
      const item = new FileImport(this, group, ++this.keys);
      this.items.push(item);
      if (this.current === null || !this.open.includes(this.current)) this.current = item;
    }
    this.changed();
    await this.send();
  }

  /** Sends what waits, one import at a time: side by side they would only slow each other down. */
  async send() {
    if (this.isSending) return;
    this.isSending = true;
    for (let next; (next = this.items.find((item) => item.stage === 'waiting'));) await next.upload();
    this.isSending = false;
  }

  /** @param {FileImport} item */
  show(item) {
    this.current = item;
    this.changed();
  }

  /** Ends an import and takes it from the list. @param {FileImport} item */
  remove(item) {
    item.end();
    this.items = this.items.filter((other) => other !== item);
    if (this.current === item) this.current = this.open[0] ?? this.items[0] ?? null;
    this.changed();
  }

  /** Something was written into the workspace: the map takes it up. */
  stored() {
    this.session.takeUp();
  }
}

/**
 * Why files cannot be sent, or null. The server has the last word; this one comes before the bytes have travelled.
 * @param {import('./groups.js').Group} group @param {Choices['limits']} limits @param {number} open imports that are not over
 */
export function refusalOf({ files, lacks }, limits, open) {
  const megabytes = (/** @type {number} */ bytes) => (bytes / 2 ** 20).toFixed(0);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (open >= limits.imports) return refusal('importTooMany', { n: limits.imports });
  if (lacks) return refusal('importLacks', { part: `.${lacks}` });
  if (files.some(({ size }) => size > limits.file_bytes)) return refusal('importTooLarge', { n: megabytes(limits.file_bytes) });
  if (total > limits.import_bytes) return refusal('importTooLarge', { n: megabytes(limits.import_bytes) });
  return total === 0 ? refusal('importEmptyFile', {}) : null;
}

/** @param {string} key @param {Record<string, string|number>} values */
function refusal(key, values) {
  const words = (/** @type {'zh'|'en'} */ lang) => ({ title: text(lang, 'importRefused'), detail: text(lang, key, values) });
  return new ApiError(413, words('zh'), words('en'));
}
