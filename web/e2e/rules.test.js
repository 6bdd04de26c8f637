import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, openPage, settled, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  if (skip) return;
  server = await startServer({ own: true });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @typedef {import('playwright-core').Page} Page */

/** @param {(page: Page) => Promise<void>} steps @param {string} [query] */
const visit = (steps, query = '?lang=en&service=meals&panel=rules') => visitPage(browser, server.url, query, async (page) => {
  await page.locator('#rules-table').waitFor();
  await steps(page);
});

/** @param {Page} page @param {string} key */
const field = (page, key) => page.locator(`[data-rule="${key}"] input[type=number]`);

/** People within the limit, by service, as the server's own table has them. @returns {Promise<Record<string, {limit_m: number, covered: number}>>} */
async function covered() {
  const { services } = await ask(`${server.url}/api/v1/workspace`);
  const answers = await Promise.all(services.map((/** @type {any} */ { code }) => ask(`${server.url}/api/v1/coverage`, { service: code })));
  return Object.fromEntries(answers.map((answer) => [answer.service, { limit_m: answer.limit_m, covered: answer.gaps.find((/** @type {any} */ row) => row.level === 'district' && row.group === 'all').covered }]));
}

/** Rows of result tables as they are served, by table and id. @param {string[]} layers @returns {Promise<Map<string, {properties: any, text: string}>>} */
async function rowsOf(layers) {
  const rows = new Map();
  for (const layer of layers) {
    const { features } = await ask(`${server.url}/ogc/collections/${layer}/items?limit=50000`);
    for (const { id, properties } of features) rows.set(`${layer} ${id}`, { properties, text: JSON.stringify(properties) });
  }
  return rows;
}

/** The rows that are other than before, or came or went. @param {Map<string, {properties: any, text: string}>} before @param {Map<string, {properties: any, text: string}>} after */
const changedRows = (before, after) => [...new Set([...before.keys(), ...after.keys()])]
  .filter((key) => before.get(key)?.text !== after.get(key)?.text).map((key) => ({ key, properties: (after.get(key) ?? before.get(key))?.properties }));

/** Saves and waits until the page has taken the new state up. @param {Page} page */
async function save(page) {
  await page.locator('#rules-save').click();
  await page.waitForFunction(() => document.querySelectorAll('#rules-table .is-edited').length === 0 && document.querySelector('#rules-about')?.textContent?.includes('in use'), null, { timeout: 60_000 });
  await settled(page);
}

test('a changed limit changes its service, and no other', { skip }, async () => {
  const before = await covered();
  const tables = ['indicators', 'needs', 'capacity_split', 'equity'];
  const rowsBefore = await rowsOf(tables);
  await visit(async (page) => {
    assert.match(await page.locator('#share').innerText(), /\d/);
    const share = await page.locator('#share').innerText();
    assert.equal(await field(page, 'service:meals').inputValue(), '10');
    assert.match(await page.locator('[data-rule="service:meals"]').innerText(), /to be verified/);
    assert.equal(await page.locator('#rules-save').isVisible(), false);
    await field(page, 'service:meals').fill('4');
    await field(page, 'service:meals').press('Tab');
    await page.locator('[data-rule="service:meals"] .source-said').fill('Council decision of 2026');
    await page.locator('#rules-note').fill('four minutes');
    await save(page);
    await page.waitForFunction((former) => document.querySelector('#share')?.textContent !== former, share);
    assert.equal(await field(page, 'service:meals').inputValue(), '4');
    assert.match(await page.locator('[data-rule="service:meals"]').innerText(), /Council decision of 2026[^]*to be verified/);
    assert.match(await page.locator('#rules-pack option:checked').innerText(), /cn-15min@1/);
    assert.match(await page.locator('#rules-history').evaluate((/** @type {HTMLDetailsElement} */ details) => details.textContent ?? ''), /cn-15min@1.*four minutes/);
  });
  const after = await covered();
  assert.equal(after.meals.limit_m, 240);
  assert.ok(after.meals.covered < before.meals.covered, 'fewer people within 4 minutes than within 10');
  const others = (/** @type {Record<string, object>} */ all) => Object.entries(all).filter(([code]) => code !== 'meals');
  assert.deepEqual(others(after), others(before));
  const changed = changedRows(rowsBefore, await rowsOf(tables));
  assert.deepEqual(changed.filter(({ properties }) => properties.service !== 'meals').map(({ key }) => key), [], 'rows of other services');
  const indicators = [...rowsBefore.values()].filter(({ properties }) => properties.rule === 'meals-walk').length;
  assert.ok(indicators > 600);
  assert.equal(changed.filter(({ key }) => key.startsWith('indicators ')).length, indicators, 'every row of the rule has the new limit');
  assert.equal(changed.filter(({ key }) => key.startsWith('needs ')).length, 0, 'floor area does not depend on a walk');
});

test('a changed floor area changes the rows of its rule, and no other', { skip }, async () => {
  const tables = ['indicators', 'needs', 'capacity_split', 'room_audit'];
  const before = await rowsOf(tables);
  await visit(async (page) => {
    await field(page, 'rule:service-space-80').fill('90');
    await field(page, 'rule:service-space-80').press('Tab');
    await save(page);
  });
  const changed = changedRows(before, await rowsOf(tables));
  const of = [...before].filter(([key, { properties }]) => key.startsWith('needs ') && properties.rule === 'service-space-80').map(([key]) => key);
  assert.ok(of.length > 100);
  assert.deepEqual(changed.map(({ key }) => key).sort(), of.sort());
});

test('a wrong value is told at its field, and nothing is stored', { skip }, async () => {
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=zh&service=meals&panel=rules`);
  await settled(page);
  await page.locator('#rules-table').waitFor();
  const before = (await ask(`${server.url}/api/v1/rules`)).versions.length;
  await field(page, 'service:market').fill('999');
  await field(page, 'rule:service-space-80').fill('10');
  await field(page, 'rule:service-space-80').press('Tab');
  await page.locator('#rules-save').click();
  await page.locator('[data-rule="service:market"] [role=alert]').waitFor();
  assert.match(await page.locator('[data-rule="service:market"] [role=alert]').innerText(), /180/);
  assert.match(await page.locator('[data-rule="rule:service-space-80"] [role=alert]').innerText(), /矛盾/);
  assert.equal((await ask(`${server.url}/api/v1/rules`)).versions.length, before);
  assert.equal(await field(page, 'service:market').inputValue(), '999', 'what was typed stays');
  await page.locator('#rules-discard').click();
  assert.equal(await field(page, 'service:market').inputValue(), '10');
  await page.context().close();
});

test('a pack of the user\'s own is added from a file, a wrong one is told place by place', { skip }, async () => {
  const { json } = await ask(`${server.url}/api/v1/rules/embedded-2024`);
  const file = (/** @type {object} */ pack) => ({ name: 'city.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(pack)) });
  const { page } = await openPage(browser, server.url);
  await page.goto(`${server.url}/?lang=en&panel=rules`);
  await settled(page);
  await page.locator('#rules-table').waitFor();
  await page.locator('#rules-file').setInputFiles(file({ ...json, id: 'city', rules: [{ ...json.rules[0], value: -3, force: 'must' }] }));
  await page.locator('#rules-problems').waitFor();
  assert.match(await page.locator('#rules-problems').innerText(), /\$\.rules\[0\]\.value[^]*\$\.rules\[0\]\.force[^]*mandatory, recommended, optional/);
  await page.locator('#rules-file').setInputFiles(file({ ...json, id: 'city' }));
  await page.waitForFunction(() => document.querySelector('#rules-pack option:checked')?.textContent?.includes('city@1'), null, { timeout: 60_000 });
  await page.context().close();
  assert.equal((await ask(`${server.url}/api/v1/workspace`)).services.length, 9);
});

test('another pack is chosen, and the former one used again', { skip }, async () => {
  await visit(async (page) => {
    await page.locator('#rules-pack').selectOption('health-check-tdt1063');
    await page.locator('[data-rule="rule:walk-park-5"]').waitFor();
    assert.match(await page.locator('[data-rule="service:park"]').innerText(), /5 min[^]*from its rule/);
    await page.locator('#rules-use').click();
    await page.locator('#rules-use').waitFor({ state: 'detached', timeout: 60_000 });
    await settled(page);
    assert.equal((await ask(`${server.url}/api/v1/workspace`)).services.length, 8);
    await page.locator('#rules-history summary').click();
    await page.locator('#rules-history [data-version="cn-15min@1"]').first().click();
    await page.waitForFunction(() => document.querySelector('#rules-pack option:checked')?.textContent?.includes('cn-15min@1'), null, { timeout: 60_000 });
    await page.locator('[data-rule="service:pharmacy"]').waitFor();
  });
  const { services } = await ask(`${server.url}/api/v1/workspace`);
  assert.deepEqual([services.length, services.find((/** @type {any} */ s) => s.code === 'meals').limit_minutes], [16, 4]);
});
