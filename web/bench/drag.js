/** @import { Page } from 'playwright-core' */
import { settled } from '../e2e/support.js';

/**
 * Notes, for every question of a what-if, the time from the pointer event that it is about to the end of the frame in which its answer is painted.
 * The answer is handed to the page inside a task; what it paints, at once or in the next animation frame, is on the screen when a message that is
 * posted from that frame arrives. @param {Page} page
 */
export async function watchAnswers(page) {
  await page.addInitScript(() => {
    /** @type {number[]} */
    const samples = [];
    let moved = 0;
    addEventListener('mousemove', (event) => { moved = event.timeStamp; }, true);
    const fetched = window.fetch;
    window.fetch = async (/** @type {any} */ url, init) => {
      const asked = moved;
      const response = await fetched(url, init);
      if (!String(url).startsWith('/api/v1/what-if')) return response;
      const json = response.json.bind(response);
      response.json = async () => {
        const value = await json();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => samples.push(performance.now() - asked);
          port2.postMessage(0);
        });
        return value;
      };
      return response;
    };
    Object.assign(window, { samples });
  });
}

/** Drags a trial site in circles over the middle of the district. @param {Page} page @param {string} url @param {number[]} bbox @param {number} forMs @returns {Promise<number[]>} ms, one for each answer */
export async function drag(page, url, [west, south, east, north], forMs) {
  await page.goto(`${url}/?lang=en&service=elderly_care&task=choose&pick=site:${(west + east) / 2},${(south + north) / 2}`);
  await settled(page);
  await page.waitForTimeout(1500);
  const box = await page.locator('.site-marker').boundingBox();
  if (!box) throw new Error('no site');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => { /** @type {any} */ (window).samples.length = 0; });
  const until = Date.now() + forMs;
  for (let i = 0; Date.now() < until; i++) {
    await page.mouse.move(x + 150 * Math.sin(i / 40), y + 150 * Math.cos(i / 40) - 150);
    // A hand moves once a frame.
    await page.waitForTimeout(14);
  }
  await page.mouse.up();
  return page.evaluate(() => /** @type {any} */ (window).samples);
}
