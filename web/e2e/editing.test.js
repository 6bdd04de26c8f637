import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, openPage, settled, startBrowser, startServer } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;
const PATIENCE = { timeout: 30_000 };
const AUTHOR = '王工 "<b>"';

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

/** @param {string} query @param {(page: import('playwright-core').Page) => Promise<void>} steps */
async function visit(query, steps) {
  const { page, errors } = await openPage(browser, server.url);
  try {
    await page.goto(`${server.url}/${query}`);
    await settled(page);
    await page.locator('#edit-author').fill(AUTHOR);
    await steps(page);
    assert.deepEqual(errors, []);
  } finally {
    await page.context().close();
  }
}

/** Waits until the page has taken up what was saved. @param {import('playwright-core').Page} page */
async function saved(page) {
  await page.locator('#edit-saved').waitFor(PATIENCE);
  await page.waitForFunction(() => document.querySelector('#progress')?.childElementCount === 0 && document.querySelector('#share'), null, PATIENCE);
}

/** @param {string} layer @param {string} id @returns {Promise<any>} */
const row = async (layer, id) => (await ask(`${server.url}/ogc/collections/${layer}/items/${encodeURIComponent(id)}`)).properties;

test('a row of the register is edited, is what the server has, stands in the log, and is had back', { skip }, async () => {
  await visit('?lang=en&pick=idle:S001&panel=edit', async (page) => {
    const before = await row('idle_spaces', 'S001');
    await page.locator('#edit-owner').fill('国资委 <script>');
    await page.locator('#edit-storey').fill('2.5');
    assert.match(await page.locator('#edit-storey-says').innerText(), /whole number/);
    assert.equal(await page.locator('#edit-save').isDisabled(), true);
    await page.locator('#edit-storey').fill('3');
    await page.locator('#edit-why').fill('seen on site');
    await page.locator('#edit-save').click();
    await saved(page);
    const after = await row('idle_spaces', 'S001');
    assert.deepEqual([after.owner, after.storey, after.name], ['国资委 <script>', 3, before.name]);
    assert.equal(await page.locator('#edit-owner').inputValue(), '国资委 <script>');
    await page.locator('#edit-tab-log').click();
    const log = page.locator('.edit-batch').first();
    await log.waitFor();
    assert.match(await log.innerText(), /王工 "<b>".*seen on site/s);
    assert.match(await log.innerText(), /国资委 <script>/);
    await log.locator('[data-key^=undo-]').click();
    await page.waitForFunction(() => document.querySelectorAll('.edit-batch').length === 0 || document.querySelector('.edit-batch .skeleton') === null);
    await saved(page);
    const back = await row('idle_spaces', 'S001');
    assert.deepEqual(back, before);
  });
});

test('many rows get one value at once', { skip }, async () => {
  await visit('?lang=en&panel=edit', async (page) => {
    await page.locator('[data-key=check-S002]').check();
    await page.locator('[data-key=check-S003]').check();
    await page.locator('#bulk-column').selectOption('status');
    await page.locator('#bulk-value').selectOption('rejected');
    assert.match(await page.locator('#bulk-save').innerText(), /2/);
    await page.locator('#bulk-save').click();
    await saved(page);
    assert.deepEqual([(await row('idle_spaces', 'S002')).status, (await row('idle_spaces', 'S003')).status], ['rejected', 'rejected']);
    assert.equal(await page.locator('#bulk-count').innerText(), '0 chosen');
  });
});

test('a path is drawn by the keyboard, saved with the street that it cuts, and undone', { skip }, async () => {
  await visit('?lang=en&panel=edit&at=108.95,34.25,18', async (page) => {
    const count = async () => (await ask(`${server.url}/ogc/collections/walk_edges/items?limit=1`)).numberMatched;
    const before = await count();
    await page.locator('#edit-layer').selectOption('walk_edges');
    await page.locator('#edit-add').click();
    await page.keyboard.press('Space');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(500);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('#edit-save').click();
    await saved(page);
    const after = await count();
    assert.ok(after > before, `${after} > ${before}`);
    await page.locator('#edit-undo').click();
    await page.waitForFunction(() => document.querySelector('#edit-saved') !== null);
    await page.waitForTimeout(300);
    await saved(page);
    assert.equal(await count(), before);
  });
});

test('on a tablet a photo is taken, scaled, shown, and deleted', { skip }, async () => {
  await visit('?lang=zh&pick=idle:S004&panel=edit', async (page) => {
    await page.setViewportSize({ width: 768, height: 1024 });
    const size = await page.locator('#photo-add').boundingBox();
    assert.ok(size && size.height >= 44);
    const picture = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: 2400, height: 1800 });
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
      return [...new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer())];
    });
    await page.locator('#photo-file').setInputFiles({ name: '门头.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
    const photo = page.locator('.photos img');
    await photo.waitFor(PATIENCE);
    await page.waitForFunction(() => (/** @type {HTMLImageElement} */ (document.querySelector('.photos img'))).naturalWidth > 0, null, PATIENCE);
    assert.deepEqual(await photo.evaluate((img) => [/** @type {HTMLImageElement} */ (img).naturalWidth, /** @type {HTMLImageElement} */ (img).naturalHeight]), [1600, 1200]);
    const { photos } = await ask(`${server.url}/api/v1/photos?of_layer=idle_spaces&of_id=S004`);
    assert.deepEqual(photos.map((/** @type {any} */ { author, media_type }) => [author, media_type]), [[AUTHOR, 'image/jpeg']]);
    await page.locator('.photos .close').click();
    await page.waitForFunction(() => document.querySelector('.photos img') === null);
    assert.deepEqual((await ask(`${server.url}/api/v1/photos?of_layer=idle_spaces&of_id=S004`)).photos, []);
  });
});

test('a path is changed point by point: a point is added by the pointer and moved by keys, steps go back, what is saved is what was drawn', { skip }, async () => {
  const { features } = await ask(`${server.url}/ogc/collections/walk_edges/items?limit=400`);
  const { id, geometry: { coordinates: was } } = features.find((/** @type {any} */ { properties, geometry }) => properties.length_mm > 120_000 && geometry.coordinates.length === 2 && properties.kind !== 'wall');
  const path = async () => (await ask(`${server.url}/ogc/collections/walk_edges/items/${encodeURIComponent(id)}`));
  await visit(`?lang=en&panel=edit&pick=edge:${encodeURIComponent(id)}`, async (page) => {
    const points = page.locator('.vertex:not(.is-new)');
    await page.locator('#edit-reshape').click();
    assert.equal(await points.count(), 2);
    assert.equal(await page.locator('#draw-done').isDisabled(), true);

    // Esc belongs to the drawing: the row stays picked.
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.vertex').count(), 0);
    await page.locator('#edit-reshape').click();

    await page.waitForTimeout(1000);
    const middle = await page.locator('.vertex.is-new').boundingBox();
    assert.ok(middle);
    const [x, y] = [middle.x + middle.width / 2, middle.y + middle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.keyboard.down('Alt');
    await page.mouse.move(x + 20, y + 30, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    assert.equal(await points.count(), 3);
    await page.keyboard.press('Delete');
    assert.equal(await points.count(), 2);
    await page.locator('.vertex.is-new').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await points.count(), 3);
    for (let i = 0; i < 2; i++) await page.locator('#reshape-back').click();
    assert.equal(await points.count(), 3);
    await points.nth(1).focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowDown');
    assert.equal(await points.nth(1).getAttribute('aria-label'), 'Point 2 of 3');
    await page.keyboard.press('Enter');
    await page.locator('#edit-save').click();
    await saved(page);
  });
  const { geometry: { coordinates: is }, properties } = await path();
  assert.equal(is.length, 3);
  assert.deepEqual([is[0], is[2]].map((point) => point.map((/** @type {number} */ value) => value.toFixed(6))), was.map((/** @type {number[]} */ point) => point.map((value) => value.toFixed(6))));
  const metres = ([lon, lat] = [0, 0], [toLon, toLat] = [0, 0]) => Math.hypot((toLon - lon) * Math.cos((lat * Math.PI) / 180), toLat - lat) * 111_195;
  const longer_m = metres(is[0], is[1]) + metres(is[1], is[2]) - metres(was[0], was[1]);
  assert.ok(longer_m > 1, `${longer_m} m longer`);
  // A length that was counted along the former shape does not stay.
  assert.equal(properties.length_mm, null);
});

test('a box on the map chooses the rows in it, Esc drops it, and what a panel covers is not in view', { skip }, async () => {
  await visit('?lang=en&panel=edit', async (page) => {
    const chosen = () => page.locator('#bulk-count').innerText();
    const map = await page.locator('#map').boundingBox();
    assert.ok(map);
    await page.locator('#bulk-box').click();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#drawing').isVisible(), false);
    assert.equal(await page.locator('#side').isVisible(), true);
    await page.locator('#bulk-view').click();
    const all = await chosen();
    assert.match(all, /^60 chosen/, 'the whole district is in view beside the panel');
    await page.locator('#bulk-none').click();

    await page.locator('#bulk-box').click();
    const marks = await page.locator('.idle-space').evaluateAll((elements) => elements.map((element) => { const { left, top, width, height } = element.getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; }));
    const [left, top, right, bottom] = [map.x + 150, map.y + 120, map.x + 420, map.y + 400];
    const inBox = marks.filter(({ x, y }) => x > left && x < right && y > top && y < bottom).length;
    assert.ok(inBox > 3 && inBox < 60, `${inBox} of ${marks.length}`);
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(right, bottom, { steps: 5 });
    await page.mouse.up();
    await page.locator('#drawing').waitFor({ state: 'hidden' });
    assert.equal(await chosen(), `${inBox} chosen`);
    assert.equal(new URL(page.url()).searchParams.get('pick'), null, 'the click that ends a box picks nothing');
  });
});
