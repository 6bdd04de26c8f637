import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { ask, browserPath, openPage, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath ? false : 'No Chromium: set CHROMIUM to its path or install it.';
const PATIENCE = { timeout: 60_000 };
const SERVICE = 'elderly_care';
const NAME = '方案甲 <script>window.__pwned = 1</script> "一"';

/** @type {{url: string, stop: () => Promise<void>}} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  if (skip) return;
  // What is saved stays in the workspace: it is this test's own.
  server = await startServer({ own: true });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {import('playwright-core').Page} page @param {number} n */
const outsideIs = (page, n) => page.waitForFunction((text) => document.querySelector('#outside')?.getAttribute('title') === text, String(n), PATIENCE);

/** @param {string} query @param {(page: import('playwright-core').Page) => Promise<void>} steps */
const visit = (query, steps) => visitPage(browser, server.url, query, steps);

/** People of the service's own group outside, today and with changes. @param {object} change */
async function outside(change) {
  const { gaps } = await ask(`${server.url}/api/v1/coverage`, { service: SERVICE });
  const today = gaps.find((/** @type {any} */ row) => row.level === 'district' && row.group === 'age_60_up' && row.denominator === 'people').uncovered;
  const answer = await ask(`${server.url}/api/v1/what-if`, { service: SERVICE, ...change });
  return { today, then: today - answer.newly_covered.group_people + answer.newly_uncovered.group_people };
}

test('changes are kept, taken back, made again, saved, opened by their address and compared', { skip }, async () => {
  const { features } = await ask(`${server.url}/ogc/collections/facilities/items?limit=1000`);
  const facility = features.find((/** @type {any} */ { properties }) => properties.services === SERVICE && properties.status === 'open');
  const at = { lon: 108.951, lat: 34.25 };
  const site = await outside({ add: [at] });
  const both = await outside({ add: [at], close: [facility.properties.id] });
  assert.ok(site.then < site.today && both.then > site.then);
  await visit(`?lang=en&task=choose&service=${SERVICE}&pick=site:${at.lon},${at.lat}`, async (page) => {
    await page.locator('#keep-site').click(PATIENCE);
    await outsideIs(page, site.then);
    await page.evaluate((id) => { history.pushState(null, '', `${location.search.replace(/&pick=[^&]*/, '')}&pick=facility:${id}`); dispatchEvent(new PopStateEvent('popstate')); }, facility.properties.id);
    await page.locator('#change-close').click(PATIENCE);
    await outsideIs(page, both.then);
    await page.locator('#map').focus();
    await page.keyboard.press('z');
    await outsideIs(page, site.then);
    await page.keyboard.press('z');
    await outsideIs(page, site.today);
    assert.equal(await page.locator('#undo').isDisabled(), true);
    await page.keyboard.press('Shift+Z');
    await page.keyboard.press('Shift+Z');
    await outsideIs(page, both.then);

    await page.locator('#to-scenario').click();
    assert.equal(await page.locator('.change-list li').count(), 2);
    await page.locator('#scenario-new-name').fill(NAME);
    await page.locator('#scenario-author').fill('王工');
    await page.locator('#scenario-save-as').click();
    await page.locator('#scenario-list [data-scenario]').waitFor();
    assert.equal(await page.locator('#scenario-name bdi').innerText(), NAME);
    assert.equal(await page.locator('#scenario-name .tag').count(), 0, 'nothing has changed since it was saved');
    const id = await page.locator('[data-scenario]').getAttribute('data-scenario');
    await page.goto(`${server.url}/?lang=en&service=${SERVICE}&scenario=${id}`);
    await outsideIs(page, both.then);

    await page.locator('#to-scenario').click();
    await page.locator('#to-compare').click();
    await page.locator('#compare-table').waitFor(PATIENCE);
    assert.equal(await page.locator('.compare-map').count(), 2);
    const total = (await page.locator('#compare-table .is-total td').allInnerTexts()).map((text) => Number(text.replace(/[,+]/g, '').replace('−', '-')));
    assert.deepEqual(total.slice(0, 3), [both.today, both.then, both.then - both.today]);
    assert.equal(total[3] - total[4], both.today - both.then);
    for (const mode of ['swipe', 'difference']) {
      await page.locator(`[data-mode=${mode}]`).click();
      await page.locator(`.compare-maps.is-${mode} canvas`).first().waitFor({ state: 'attached' });
    }
    await page.keyboard.press('Escape');
    await page.locator('#compare').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => '__pwned' in window), false);
  });
});

test('a facility is moved by the keyboard, and all figures have it at its new place', { skip }, async () => {
  const { features } = await ask(`${server.url}/ogc/collections/facilities/items?limit=400`);
  /** @type {any} */
  let facility = null;
  // One that others do not stand in for.
  for (const candidate of features.filter((/** @type {any} */ { properties }) => properties.services.includes('elderly_care') && properties.status === 'open')) {
    if ((await ask(`${server.url}/api/v1/what-if`, { service: 'elderly_care', close: [candidate.properties.id] })).newly_uncovered.group_people === 0) continue;
    facility = candidate;
    break;
  }
  await visit(`?lang=en&service=elderly_care&pick=facility:${facility.properties.id}&at=108.9501,34.2502,17`, async (page) => {
    await page.locator('#change-move').click();
    await page.keyboard.press('Alt+Space');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('changes')?.includes('move'));
    const changes = JSON.parse(new URL(page.url()).searchParams.get('changes') ?? '{}');
    const answer = await ask(`${server.url}/api/v1/what-if`, { service: 'elderly_care', ...changes });
    const row = answer.gaps.find((/** @type {any} */ { level, group, denominator }) => level === 'district' && group === 'age_60_up' && denominator === 'people');
    await page.waitForFunction((expected) => document.querySelector('#outside')?.getAttribute('title') === expected, String(row.uncovered));
  });
});

test('a deleted scenario is had back', { skip }, async () => {
  const answer = await fetch(`${server.url}/api/v1/scenarios`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: 'B', changes: { add: [{ lon: 108.951, lat: 34.25, services: [SERVICE] }] } }) });
  const { id } = await answer.json();
  await visit(`?lang=en&service=${SERVICE}&panel=scenario&scenario=${id}`, async (page) => {
    await page.locator(`[data-key="scenarioDelete-${id}"]`).click(PATIENCE);
    await page.locator(`[data-scenario="${id}"]`).waitFor({ state: 'detached' });
    await page.locator('#scenario-restore').click();
    await page.locator(`[data-scenario="${id}"]`).waitFor();
    assert.deepEqual((await ask(`${server.url}/api/v1/scenarios/${id}`)).name, 'B');
  });
});

test('a path is drawn by the keyboard alone, snaps to a street and becomes a change', { skip }, async () => {
  await visit(`?lang=en&service=${SERVICE}&panel=scenario&at=108.951,34.25,17`, async (page) => {
    await page.locator('#draw-path').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(600);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.change-list [data-list=add_paths]').waitFor();
    const { add_paths: [path] } = JSON.parse(new URL(page.url()).searchParams.get('changes') ?? '{}');
    assert.equal(path.coordinates.length, 2);
  });
});

test('the card of a building tells its walk in the scenario, and a moved facility that finds no street is named', { skip }, async () => {
  const at = { lon: 108.951, lat: 34.25 };
  const { features } = await ask(`${server.url}/ogc/collections/facilities/items?limit=1000`);
  const { id } = features.find((/** @type {any} */ { properties }) => properties.services === SERVICE && properties.status === 'open').properties;
  const move = [{ id, lon: 108.5, lat: 34.25 }];
  const { buildings, newly_covered } = await ask(`${server.url}/api/v1/what-if`, { service: SERVICE, add: [at], move });
  const { buildings: today, limit_s } = await ask(`${server.url}/api/v1/coverage`, { service: SERVICE });
  assert.ok(newly_covered.buildings > 0);
  const i = buildings.index.findIndex((/** @type {number} */ building, /** @type {number} */ k) => today.seconds[building] > limit_s && buildings.seconds[k] <= limit_s);
  const building = (await ask(`${server.url}/ogc/collections/buildings/items?limit=1&offset=${buildings.index[i]}`)).features[0].properties.id;
  const changes = encodeURIComponent(JSON.stringify({ add: [{ ...at, services: [SERVICE], name: 'New <b>place' }], move }));
  await visit(`?lang=en&service=${SERVICE}&panel=scenario&changes=${changes}&pick=building:${building}`, async (page) => {
    await page.locator('#walk-metres').waitFor(PATIENCE);
    assert.equal(await page.locator('#walk-metres').getAttribute('title'), String(buildings.metres[i]));
    assert.match(await page.locator('#detail').innerText(), /walk to New <b>place[\s\S]*covered/);
    await page.locator('.change-list .note').waitFor(PATIENCE);
    assert.match(await page.locator('.change-list [data-list=move]').innerText(), /stays where it is/);
  });
});

test('a comparison that is opened by its address has buildings and streets in every map, and shows the district whole', { skip }, async () => {
  const { features } = await ask(`${server.url}/ogc/collections/facilities/items?limit=1000`);
  const { id } = features.find((/** @type {any} */ { properties }) => properties.services === SERVICE && properties.status === 'open').properties;
  const saved = await ask(`${server.url}/api/v1/scenarios`, { name: 'One closed', changes: { close: [id] } });
  for (const width of [1440, 768]) {
    const { page, errors } = await openPage(browser, server.url);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.url}/?lang=en&service=${SERVICE}&compare=today,${saved.id}`);
    // Dots of the colours of walks of 5 to 15 minutes: light blue and blue.
    const blue = () => page.locator('.compare-map').evaluateAll((maps) => maps.map((map) => [...map.querySelectorAll('canvas')].filter((canvas) => canvas.width > 0).reduce((sum, canvas) => {
      const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
      let dots = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255 && data[i + 2] > data[i] + 40) dots++;
      return sum + dots;
    }, 0)));
    for (const late = Date.now() + 20_000; Date.now() < late && (await blue()).filter((dots) => dots > 5000).length < 2;) await page.waitForTimeout(200);
    const found = await blue();
    assert.ok(found.length === 2 && found.every((dots) => dots > 5000), `${width} px: blue dots ${found}`);
    assert.equal(await page.locator('[data-mode=side]').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});
