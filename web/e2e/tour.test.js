import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { browserPath, openPage, settled, startBrowser, startServer } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  if (skip) return;
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a first visit is led through the three tasks by the page\'s own controls, once', { skip }, async () => {
  const { page, strangers, errors } = await openPage(browser, server.url, { isFirst: true });
  try {
    const step = (/** @type {string} */ title) => page.locator('#tour strong', { hasText: title }).waitFor();
    await page.goto(`${server.url}/?lang=en`);
    await settled(page);
    await step('1 of 5');
    await page.locator('#service').selectOption('meals');
    await step('2 of 5');
    const worst = page.locator('.gap-rows .gap').first();
    await worst.click();
    await step('3 of 5');
    await page.locator('[data-key=task-choose]').click();
    await page.locator('.idle-list [data-idle]').first().click();
    await step('4 of 5');
    const gain = page.locator('#site-gain');
    assert.match(await gain.getAttribute('title') ?? '', /^\d+$/);
    await page.locator('#map').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await step('5 of 5');
    await page.locator('[data-key=task-report]').click();
    await page.locator('#report-export-map').click();
    await step('That is all');
    await page.keyboard.press('Escape');
    await page.locator('#tour-end').click();
    assert.equal(await page.locator('#tour').isHidden(), true);
    await page.goto(`${server.url}/?lang=en`);
    await settled(page);
    assert.equal(await page.locator('#tour').isHidden(), true);
    await page.keyboard.press('?');
    await page.locator('#tour-again').click();
    await step('1 of 5');
    await page.locator('#tour-skip').click();
    assert.deepEqual([strangers, errors], [[], []]);
  } finally {
    await page.context().close();
  }
});

test('a figure tells how it was computed, and its rows are a click away', { skip }, async () => {
  const { page, errors } = await openPage(browser, server.url);
  try {
    await page.goto(`${server.url}/?lang=en&task=check&service=elderly_care`);
    await settled(page);
    assert.equal(await page.locator('#tour').isHidden(), true);
    const outside = Number(await page.locator('#outside').getAttribute('title'));
    await page.locator('#outside').click();
    const sum = await page.locator('#how-sum').innerText();
    const [total, covered, result] = sum.replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
    assert.equal(total - covered, result);
    assert.equal(result, outside);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'outside');
    await page.locator('#outside').press('Enter');
    await page.locator('#how-rows').click();
    await page.locator('#side table tbody tr').first().waitFor();
    assert.deepEqual(errors, []);
  } finally {
    await page.context().close();
  }
});
