import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_FLAGS, browserPath } from '../e2e/support.js';

/**
 * A page of a Chromium that only evaluates. Playwright watches every request of its pages, and what it notes of them stays in the page's heap: a
 * measurement of memory over hundreds of requests would measure those notes too.
 * @param {string} url
 */
export async function openPlainPage(url) {
  if (!browserPath) throw new Error('no Chromium: set CHROMIUM');
  const profile = mkdtempSync(join(tmpdir(), 'planner-heap-'));
  const browser = spawn(
    browserPath, [...BROWSER_FLAGS, '--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--window-size=1440,900', url],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => browser.on('exit', resolve));
  const { send, on } = protocol(/** @type {import('node:stream').Writable} */ (browser.stdio[3]), /** @type {import('node:stream').Readable} */ (browser.stdio[4]));
  const { targetInfos } = await send('Target.getTargets');
  const { targetId } = targetInfos.find((/** @type {any} */ target) => target.type === 'page');
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  return {
    /** One call of the DevTools protocol. @param {string} method @param {Record<string, unknown>} [params] */
    send: (method, params) => send(method, params, sessionId),
    /** Hears an event until the answer is called. */
    on,
    /** The value of a script, once its promise is kept. @param {string} expression */
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** Waits until a script is true. @param {string} expression */
    async until(expression) {
      while (!(await this.evaluate(expression).catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 100));
    },
    async close() {
      await send('Browser.close');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Calls over a pipe: each message ends with a zero byte. @param {import('node:stream').Writable} out @param {import('node:stream').Readable} back */
function protocol(out, back) {
  /** @type {Map<number, {resolve: (value: any) => void, reject: (reason: Error) => void}>} */
  const waiting = new Map();
  /** @type {Map<string, (params: any) => void>} */
  const listeners = new Map();
  let rest = '';
  let last = 0;
  back.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const { id, result, error, method, params } of messages.map((message) => JSON.parse(message))) {
      listeners.get(method)?.(params);
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  });
  return {
    send: (/** @type {string} */ method, /** @type {Record<string, unknown>} */ params = {}, /** @type {string | undefined} */ sessionId = undefined) =>
      new Promise((/** @type {(value: any) => void} */ resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    on(/** @type {string} */ method, /** @type {(params: any) => void} */ listener) {
      listeners.set(method, listener);
      return () => listeners.delete(method);
    },
  };
}
