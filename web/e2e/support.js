import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PLANNER = join(ROOT, 'tools', 'planner');
const START_MS = 120_000;
export const BROWSER_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync',
  '--no-first-run', '--no-default-browser-check',
];

/** The browser to test in, or null: then the tests say that they are skipped. */
export const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path)) ?? null;

/** @param {string[]} args @returns {Promise<void>} */
export function planner(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(PLANNER, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text) => { errors += text; });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`planner ${args[0]} ended with ${code}: ${errors}`))));
  });
}

/**
 * The real server on the sample district, on a free port. E2E_WORKSPACE names another workspace, E2E_URL a server that runs already; a test that
 * writes asks for its own.
 * @param {{own?: boolean, workspace?: string|null, env?: Record<string, string>}} [options] `workspace`: that one, which stays; `env`: settings of the server
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer({ own = false, workspace: given = null, env = {} } = {}) {
  if (process.env.E2E_URL && !own && !given) return { url: process.env.E2E_URL, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'planner-e2e-'));
  const workspace = given ?? (own ? null : process.env.E2E_WORKSPACE) ?? join(folder, 'sample.gpkg');
  if (workspace.startsWith(folder)) await planner(['sample', '-w', workspace]);
  const child = spawn(PLANNER, ['serve', '-w', workspace, '--urls', 'http://127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const url = await addressOf(child);
  await ready(url);
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the workspace is loaded. @param {string} url */
async function ready(url) {
  for (const late = Date.now() + START_MS; Date.now() < late; await new Promise((resolve) => setTimeout(resolve, 250))) {
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
  }
  throw new Error(`${url} was not ready within ${START_MS / 1000} s`);
}

/** The address that the server prints when it listens. @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child @returns {Promise<string>} */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`planner serve named no address within ${START_MS / 1000} s: ${said}`)), START_MS);
    const listen = (/** @type {Buffer} */ text) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said);
      if (!address) return;
      clearTimeout(late);
      resolve(address[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`planner serve ended with ${code}: ${said}`)));
  });
}

export async function startBrowser() {
  return chromium.launch({ executablePath: browserPath ?? undefined, args: BROWSER_FLAGS });
}

/**
 * A page that notes what must not happen: requests to another origin, errors in the console.
 * @param {import('playwright-core').Browser} browser @param {string} origin @param {{isFirst?: boolean}} [options] `isFirst`: of a reader who was never here and is led through the first steps
 */
export async function openPage(browser, origin, { isFirst = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  if (!isFirst) await context.addInitScript(() => localStorage.setItem('spatialplanner.tour', 'seen'));
  const page = await context.newPage();
  /** @type {string[]} */
  const strangers = [];
  /** @type {string[]} */
  const errors = [];
  page.on('request', (request) => { if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strangers.push(request.url()); });
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, strangers, errors };
}

/** Waits until everything is read and the answer stands. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('#share') && document.querySelector('#progress')?.childElementCount === 0, null, { timeout: 60_000 });
}

/**
 * Opens the page, takes the steps, and holds that nothing left the server's origin and the console stayed silent.
 * @param {import('playwright-core').Browser} browser @param {string} origin @param {string} query @param {(page: import('playwright-core').Page) => Promise<void>} steps
 */
export async function visitPage(browser, origin, query, steps) {
  const { page, strangers, errors } = await openPage(browser, origin);
  try {
    await page.goto(`${origin}/${query}`);
    await settled(page);
    await steps(page);
    assert.deepEqual(strangers, [], 'requests that left the origin of the server');
    assert.deepEqual(errors, [], 'errors in the console');
  } finally {
    await page.context().close();
  }
}

/** @param {string} url @param {object} [body] @returns {Promise<any>} */
export async function ask(url, body) {
  const response = await fetch(url, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** @type {Map<string, number[]>|null} */
let gbkTable = null;

/** The bytes of a text in GBK, which Node decodes but does not write. @param {string} text */
export function gbk(text) {
  if (!gbkTable) {
    gbkTable = new Map();
    const decoder = new TextDecoder('gbk');
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) gbkTable.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  const table = gbkTable;
  return Buffer.from([...text].flatMap((letter) => (letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : table.get(letter) ?? [0x3f])));
}

/** Whether GDAL's ogr2ogr is installed. @returns {boolean} */
export function hasOgr() {
  try {
    execFileSync('ogr2ogr', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
