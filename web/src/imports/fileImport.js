/** @import { ImportResult, Inspection, Job, Said } from './types.js' */
/** @import { Imports } from './imports.js' */
/** @import { Group } from './groups.js' */
import { ApiError, isAborted } from '../api.js';
import { cancelJob, failureOf, followJob } from '../jobs.js';
import * as api from './api.js';
import { orderOf, withWord } from './corrections.js';

const DEBOUNCE_MS = 250;
const FAILED = { zh: '导入未完成', en: 'The import could not be done' };

/**
 * Where an import stands: waiting for its turn, on its way to the server, being looked at, recognised, being read to the end, read, being
 * written, written, or failed.
 * @typedef {'waiting'|'uploading'|'looking'|'recognised'|'checking'|'checked'|'committing'|'stored'|'failed'} Stage
 */

/** One import: files that belong together, what was recognised in them, what the user says, and what came of it. */
export class FileImport {
  /** @param {Imports} imports @param {Group} group @param {number} key */
  constructor(imports, group, key) {
    this.imports = imports;
    this.key = key;
    this.name = group.name;
    this.files = group.files;
    /** Bytes sent, by file. @type {number[]} */
    this.sent = group.files.map(() => 0);
    /** @type {Stage} */
    this.stage = 'waiting';
    /** Id on the server, once it began. @type {string|null} */
    this.id = null;
    /** @type {Inspection|null} */
    this.inspection = null;
    /** @type {Said} */
    this.said = {};
    /** True while what is shown is older than what was said. */
    this.isStale = false;
    /** True once the reader has looked at texts whose encoding was guessed. */
    this.isEncodingFine = false;
    /** True while the reader types the code or WKT of a coordinate system. */
    this.isTypingCrs = false;
    this.replace = false;
    /** @type {Job|null} */
    this.job = null;
    /** @type {ImportResult|null} */
    this.result = null;
    /** What went wrong, and the way on. @type {{error: unknown, retry: (() => void)|null}|null} */
    this.failure = null;
    /** True once the reader asked for the job to be stopped; it may be so before the server has told its id. */
    this.isToStop = false;
    this.stopping = new AbortController();
    this.asking = new AbortController();
  }

  get bytes() {
    return this.files.reduce((sum, file) => sum + file.size, 0);
  }

  get isBusy() {
    return this.stage === 'checking' || this.stage === 'committing';
  }

  /** @param {Stage} stage */
  enter(stage) {
    this.stage = stage;
    this.imports.changed();
  }

  /** Runs a step; what goes wrong stays with this import. @param {Stage} after the stage to be in when it failed @param {() => void} retry @param {() => Promise<void>} step */
  async attempt(after, retry, step) {
    this.failure = null;
    try {
      await step();
    } catch (error) {
      if (isAborted(error)) return;
      const again = () => {
        this.failure = null;
        retry();
      };
      // What the server understood and refused would be refused again.
      const isFinal = error instanceof ApiError && (error.status === 413 || error.status === 404);
      this.failure = { error, retry: isFinal ? null : again };
      this.enter(after);
    }
  }

  /** Sends the files and looks at them. */
  upload() {
    return this.attempt('failed', () => this.upload(), async () => {
      this.enter('uploading');
      const { signal } = this.stopping;
      this.id ??= (await api.begin()).id;
      if (signal.aborted) return void this.forget();
      for (const [i, file] of this.files.entries()) {
        await api.upload(this.id, file, (sent) => this.onSent(i, Math.min(sent, file.size)), signal);
        this.onSent(i, file.size);
      }
      this.enter('looking');
      await this.look();
    });
  }

  /** @param {number} file @param {number} sent bytes */
  onSent(file, sent) {
    this.sent[file] = sent;
    this.imports.progressed(this);
  }

  /** Asks what the server recognises with what was said so far. */
  async look() {
    if (!this.id) return;
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.inspection = await api.inspect(this.id, this.said, signal);
    this.isStale = false;
    this.enter('recognised');
  }

  /** The user corrects something: what was read with the former words no longer holds. @param {Said} word */
  say(word) {
    this.said = withWord(this.said, word);
    this.result = null;
    this.failure = null;
    this.isStale = true;
    if ('encoding' in word) this.isEncodingFine = true;
    this.enter('recognised');
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.lookAgain(), DEBOUNCE_MS);
  }

  lookAgain() {
    return this.attempt('recognised', () => this.lookAgain(), () => this.look());
  }

  /** Reads the whole file; nothing is stored. */
  check() {
    const { id, inspection } = this;
    if (!id || !inspection) return;
    return this.attempt('recognised', () => this.check(), async () => {
      this.result = null;
      const job = await this.run('checking', api.check(id, orderOf(inspection, this.said)));
      // A stop that comes as the reading ends is still a stop: what the reader asked for is what is shown.
      this.result = this.isToStop ? null : job.result;
      this.enter(this.result ? 'checked' : 'recognised');
    });
  }

  /** Stores what was read. */
  commit() {
    const { id } = this;
    if (!id) return;
    return this.attempt('checked', () => this.commit(), async () => {
      const job = await this.run('committing', api.commit(id, this.replace));
      if (!job.result) return this.enter('checked');
      this.result = job.result;
      this.id = null;
      this.enter('stored');
      this.imports.stored();
    });
  }

  /** Follows a job to its end. @param {Stage} stage @param {Promise<Job>} started */
  async run(stage, started) {
    this.job = null;
    this.isToStop = false;
    this.enter(stage);
    const job = await started;
    this.job = job;
    if (this.isToStop) await this.stop();
    const ended = await followJob(job, (now) => {
      this.job = now;
      this.imports.progressed(this);
    });
    if (ended.state === 'failed') throw failureOf(ended, FAILED);
    return ended;
  }

  /** Stops the reading or writing that goes on; the workspace is as it was. */
  async stop() {
    this.isToStop = true;
    if (this.job) await cancelJob(this.job.id).catch(() => null);
  }

  /** Ends the import: nothing of it is left, here or on the server. */
  end() {
    clearTimeout(this.pending);
    this.stopping.abort();
    this.asking.abort();
    this.forget();
  }

  /** Has the server delete its files. What cannot be told to it now it forgets by itself after a day. */
  forget() {
    const { id } = this;
    this.id = null;
    if (id) api.cancel(id).catch(() => null);
  }
}
