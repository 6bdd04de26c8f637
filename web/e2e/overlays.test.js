import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { ask, browserPath, startBrowser, startServer, visitPage } from './support.js';

const skip = browserPath === null ? 'no Chromium; set CHROMIUM to its path' : false;
const SERVICE = 'meals';

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {any} */
let workspace;

before(async () => {
  if (skip) return;
  server = await startServer();
  workspace = await ask(`${server.url}/api/v1/workspace`);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {string} query @param {(page: import('playwright-core').Page) => Promise<void>} steps */
const visit = (query, steps) => visitPage(browser, server.url, query, steps);

/** @param {string} name @param {string} query */
const features = async (name, query) => (await ask(`${server.url}/ogc/collections/${name}/items?${query}`)).features;

/** An open facility of the service. */
async function facility() {
  const all = await features('facilities', 'limit=50000&status=open');
  return all.find((/** @type {any} */ { properties, geometry }) => geometry.type === 'Point' && properties.services.split(';').includes(SERVICE));
}

/** What the page must show. @param {object} from @param {string} method */
function isochrones(from, method) {
  const { profile } = workspace.services.find((/** @type {any} */ { code }) => code === SERVICE);
  return ask(`${server.url}/api/v1/isochrones`, { ...from, minutes: [5, 10, 15], profile, method });
}

/** Waits for and holds the table to the certificate of the server. @param {import('playwright-core').Page} page @param {any} answer */
async function holdsCertificate(page, answer) {
  const largest = answer.certificate.at(-1);
  await page.waitForFunction((people) => document.querySelector('#circle-wrong')?.getAttribute('title') === people, String(largest.circle.wrong.people));
  for (const band of answer.certificate) {
    const row = page.locator(`.certificate [data-band="${band.band_s}"]`);
    assert.equal(await row.locator('td').first().getAttribute('title').then((text) => text?.replace(/\D/g, '')), String(band.covered_people));
    for (const [kind, expected] of [['outside', band.covered_outside], ['inside', band.uncovered_inside]]) {
      const title = await row.locator(`[data-certified=${kind}]`).getAttribute('title');
      assert.equal(title, expected === null ? null : String(expected.buildings), `${band.band_s} ${kind}`);
    }
  }
}

test('bands of a facility are drawn with their holes, and the certificate is the server\'s', { skip }, async () => {
  const place = await facility();
  const [lon, lat] = place.geometry.coordinates;
  const answer = await isochrones({ facilities: [place.properties.id] }, 'contour');
  await visit(`?lang=en&service=${SERVICE}&at=${lon},${lat},15&pick=facility:${place.properties.id}`, async (page) => {
    assert.equal(await page.locator('.band-area').count(), 0);
    await page.locator('[data-key=reach-contour]').click();
    await holdsCertificate(page, answer);
    assert.equal(await page.locator('.band-area').count(), answer.features.length);
    assert.equal(await page.locator('.band-circle').count(), 1);
    const rings = answer.features[0].geometry.coordinates.flat(answer.features[0].geometry.type === 'MultiPolygon' ? 1 : 0).length;
    const drawn = await page.locator('.band-area').first().getAttribute('d');
    assert.ok(rings > 1, 'the largest band of the sample has holes');
    assert.equal(drawn?.match(/M/g)?.length, rings);
    assert.ok(page.url().includes('reach=contour'));
  });
});

test('a number of the certificate shows these buildings, and the circle those it gets wrong', { skip }, async () => {
  const place = await facility();
  const answer = await isochrones({ facilities: [place.properties.id] }, 'contour');
  const [lon, lat] = place.geometry.coordinates;
  await visit(`?lang=zh&service=${SERVICE}&at=${lon},${lat},15&pick=facility:${place.properties.id}&reach=contour`, async (page) => {
    await holdsCertificate(page, answer);
    const band = answer.certificate.find((/** @type {any} */ { uncovered_inside: inside }) => inside.buildings > 0);
    await page.locator(`.certificate [data-band="${band.band_s}"] .certified-count.is-inside`).click();
    const listed = await page.locator('#certified-ids [data-building]').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-building')));
    assert.deepEqual(listed, band.uncovered_inside.ids.slice(0, 60));
    assert.equal(await page.locator('.certified.is-inside').count(), band.uncovered_inside.ids.length);
    await page.locator('[data-key=circle-circle]').click();
    assert.equal(await page.locator('.certified.is-circle').count(), band.circle.wrong.ids.length);
    assert.equal(Number(await page.locator('#circle-wrong').getAttribute('title')), band.circle.wrong.people);
  });
});

test('any place of the map has bands, by a click of the other button; lines have no inside', { skip }, async () => {
  const [lon, lat] = (await facility()).geometry.coordinates;
  await visit(`?lang=en&service=${SERVICE}&at=${lon},${lat},15`, async (page) => {
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2 - 90, box.y + box.height / 2 + 60, { button: 'right' });
    await page.locator('.band-area').first().waitFor();
    const [, x, y] = /pick=place:([-\d.]+),([-\d.]+)/.exec(page.url()) ?? [];
    const at = [{ lon: Number(x), lat: Number(y) }];
    await page.locator('[data-key=reach-edges]').click();
    await page.locator('.band-line').first().waitFor();
    const answer = await isochrones({ at }, 'edges');
    await holdsCertificate(page, answer);
    assert.equal(await page.locator('.band-line').count(), new Set(answer.features.map((/** @type {any} */ { properties }) => properties.band_s)).size);
    await page.locator('[data-key=reach-null]').click();
    await page.locator('.band-line').first().waitFor({ state: 'detached' });
    assert.equal(await page.locator('.band-circle').count(), 0);
  });
});

test('the snap ledger counts by outcome, and a click on a leg tells who, to which street, how far', { skip }, async () => {
  const [row] = (await features('snap_ledger', 'limit=2000&of=building&outcome=nearest_edge')).filter((/** @type {any} */ { properties }) => properties.off_network_m > 25);
  const [from, to] = row.geometry.coordinates;
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  await visit(`?lang=en&service=${SERVICE}&at=${middle.join(',')},18`, async (page) => {
    assert.equal(await page.locator('#ledger-table').count(), 0);
    await page.locator('#layer-ledger').check();
    await legsDrawn(page);
    for (const outcome of ['nearest_edge', 'edge_inside_compound']) {
      const { numberMatched } = await ask(`${server.url}/ogc/collections/snap_ledger/items?limit=1&outcome=${outcome}`);
      assert.equal(Number(await page.locator(`[data-outcome=${outcome}] td`).getAttribute('title')), numberMatched);
    }
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('#link-leg').waitFor();
    assert.ok(decodeURIComponent(page.url()).includes(`pick=link:${row.properties.id}`), page.url());
    assert.equal(Number(await page.locator('#link-leg').getAttribute('title')), row.properties.off_network_m);
    assert.ok((await page.locator('#detail').innerText()).includes(row.properties.edge_id));
    assert.match(await page.locator('#link-why').innerText(), /nearest walkable street/);
    await page.locator('#to-place').click();
    await page.locator('#walk-metres').waitFor();
    assert.ok(page.url().includes(`pick=building:${row.properties.of_id}`));
    await page.locator('#layer-ledger').uncheck();
    await page.locator('#ledger-table').waitFor({ state: 'detached' });
    assert.equal(page.url().includes('layers='), false);
  });
});

test('outcomes of the ledger are switched off one by one: their legs are no longer hit', { skip }, async () => {
  const [row] = (await features('snap_ledger', 'limit=2000&of=building&outcome=nearest_edge')).filter((/** @type {any} */ { properties }) => properties.off_network_m > 25);
  const [lon, lat] = [0, 1].map((k) => (row.geometry.coordinates[0][k] + row.geometry.coordinates[1][k]) / 2);
  await visit(`?lang=zh&service=${SERVICE}&at=${lon},${lat},18&layers=ledger`, async (page) => {
    await legsDrawn(page);
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.click(x, y);
    await page.locator('#link-leg').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#detail').waitFor({ state: 'hidden' });
    await page.locator('[data-key="outcome-nearest_edge"]').uncheck();
    await page.mouse.click(x, y);
    assert.equal(page.url().includes('pick=link'), false);
    await page.locator('[data-key="outcome-nearest_edge"]').check();
    await page.mouse.click(x, y);
    await page.locator('#link-leg').waitFor();
  });
});

/** Waits until the legs of the view are there. @param {import('playwright-core').Page} page */
const legsDrawn = (page) => page.locator('#ledger-long[title]:not([title="0"])').waitFor();

/**
 * A building of which a fix of this kind is known, with the fix.
 * @param {string} kind @param {(building: any) => boolean} [isLikely] where to look
 */
async function buildingWithFix(kind, isLikely = () => true) {
  const { buildings, limit_s: limit } = await ask(`${server.url}/api/v1/coverage?levels=district`, { service: SERVICE });
  const all = await features('buildings', 'limit=50000');
  for (let i = 0, tried = 0; i < all.length && tried < 200; i++) {
    const seconds = buildings.seconds[i];
    if (seconds === null || seconds <= limit || seconds > limit * 1.3 || !isLikely(all[i])) continue;
    tried++;
    const explained = await ask(`${server.url}/api/v1/explain?${new URLSearchParams({ building: all[i].properties.id, service: SERVICE })}`);
    const fix = explained.fixes.find((/** @type {any} */ candidate) => candidate.kind === kind);
    if (fix) return { explained, fix };
  }
  throw new Error(`No building of the sample has the fix ${kind}.`);
}

test('an explained building shows the parts of its walk and an idle space that would help, tried for everybody', { skip }, async () => {
  const { explained, fix } = await buildingWithFix('idle_space');
  await visit(`?lang=en&service=${SERVICE}&pick=building:${explained.building}`, async (page) => {
    await page.locator('.fix').first().waitFor();
    assert.equal(Number(await page.locator('[data-part=street] td').first().getAttribute('title')), explained.parts.street_m);
    assert.equal(Number(await page.locator('[data-part=off_network] td').first().getAttribute('title')), explained.parts.off_network_m);
    assert.ok(await page.locator('.walk-line').count() > 1, 'the legs are drawn apart from the street');
    assert.equal(await page.locator('.fix').count(), explained.fixes.length);
    await page.locator('[data-fix=idle_space]').first().click();
    assert.equal(await page.locator('.fix-mark.is-idle_space').count(), 1);
    await page.locator('#try-fix').click();
    await page.locator('#fix-gain').waitFor();
    const answer = await ask(`${server.url}/api/v1/what-if`, { service: SERVICE, add: [{ lon: fix.lon, lat: fix.lat }] });
    assert.equal(Number(await page.locator('#fix-gain').getAttribute('title')), answer.newly_covered.group_people - answer.newly_uncovered.group_people);
    assert.equal(Number(await page.locator('#fix-gain-all').getAttribute('title')), answer.newly_covered.people);
  });
});

test('a missing link is a dashed line, and trying it covers the building', { skip }, async () => {
  const { explained, fix } = await buildingWithFix('new_link');
  await visit(`?lang=zh&service=${SERVICE}&pick=building:${explained.building}`, async (page) => {
    await page.locator('[data-fix=new_link]').click();
    assert.equal(await page.locator('.fix-link').count(), 1);
    assert.equal(await page.locator('.fix-mark.is-new_link').count(), 2);
    await page.locator('#try-fix').click();
    await page.locator('#fix-gain-all').waitFor();
    const path = { coordinates: [[fix.lon, fix.lat], [fix.to.lon, fix.to.lat]], residents_only: false };
    const answer = await ask(`${server.url}/api/v1/what-if`, { service: SERVICE, add_paths: [path] });
    const gain = Number(await page.locator('#fix-gain-all').getAttribute('title'));
    assert.equal(gain, answer.newly_covered.people);
    assert.ok(gain >= explained.people);
    await page.locator('[data-fix=new_link]').click();
    assert.equal(await page.locator('.fix-link').count(), 0);
  });
});

test('a gate that would help is ringed, and trying it opens it', { skip }, async () => {
  const closed = new Set((await features('entrances', 'limit=50000&access=closed')).map((/** @type {any} */ { properties }) => properties.of_id));
  const { explained, fix } = await buildingWithFix('open_gate', ({ properties }) => closed.has(properties.compound_id));
  await visit(`?lang=en&service=${SERVICE}&pick=building:${explained.building}`, async (page) => {
    await page.locator('[data-fix=open_gate]').first().click();
    assert.equal(await page.locator('.fix-mark.is-open_gate').count(), 1);
    await page.locator('#try-fix').click();
    await page.locator('#fix-gain-all').waitFor();
    const answer = await ask(`${server.url}/api/v1/what-if`, { service: SERVICE, open_gates: [fix.id] });
    assert.equal(Number(await page.locator('#fix-gain-all').getAttribute('title')), answer.newly_covered.people);
    assert.ok(answer.newly_covered.people >= explained.people);
  });
});

test('faults of the network are marked, and a click tells the edges', { skip }, async () => {
  const faults = await features('network_faults', 'limit=50000');
  const [lon, lat] = faults[0].geometry.coordinates;
  await visit(`?lang=en&service=${SERVICE}&at=${lon},${lat},18`, async (page) => {
    await page.locator('#layer-faults').focus();
    await page.keyboard.press('Space');
    await page.locator('.fault').first().waitFor();
    assert.equal(await page.locator('.fault').count(), faults.length);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'layer-faults', 'the switch keeps the focus');
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('#detail h2').waitFor();
    assert.ok((await page.locator('#detail').innerText()).includes(faults[0].properties.edge_id));
  });
});
