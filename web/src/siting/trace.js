/** @import { JobOf } from '../jobs.js' */
/** @import { Step } from './types.js' */

/** What the chart of a search shows. @typedef {{best: {x: number, y: number}[], bound: {x: number, y: number}[], low: number, high: number, ms: number}} Shape */

/** Adds what a job says now; steps that say nothing new are left out. @param {Step[]} steps @param {JobOf<any>} job @param {number} ms since the start @returns {Step[]} */
export function withStep(steps, job, ms) {
  if (!job.search) return steps;
  const { objective, bound } = job.search;
  const last = steps.at(-1);
  if (last && last.objective === objective && last.bound === bound) return steps;
  return [...steps, { ms, stage: job.task ?? '', objective, bound }];
}

/** Distance of the best from the bound as a share; null before both are known. @param {{objective: number|null, bound: number|null}|undefined} step */
export function gapOf(step) {
  if (!step || step.objective === null || step.bound === null) return null;
  const larger = Math.max(Math.abs(step.objective), Math.abs(step.bound));
  return larger === 0 ? 0 : Math.abs(step.bound - step.objective) / larger;
}

/**
 * Best and bound as two staircases in a square of side 1; time to the right, value upwards. The scale begins a little under the first best, so that
 * what the two still have between them can be seen.
 * @param {Step[]} steps @param {number} [now] ms until which the last step holds @returns {Shape|null}
 */
export function shapeOf(steps, now = 0) {
  const known = steps.filter(({ objective, bound }) => objective !== null || bound !== null);
  if (known.length === 0) return null;
  const values = known.flatMap(({ objective, bound }) => [objective, bound]).filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = (most - least || Math.abs(most) || 1) * 0.08;
  const [low, high] = [least - pad, most + pad];
  const ms = Math.max(now, known.at(-1)?.ms ?? 0, 1);
  const at = (/** @type {number} */ t, /** @type {number} */ value) => ({ x: t / ms, y: (value - low) / (high - low) });
  const stairs = (/** @type {'objective'|'bound'} */ which) => {
    /** @type {{x: number, y: number}[]} */
    const points = [];
    let before = null;
    for (const step of known) {
      const value = step[which];
      if (value === null || value === before) continue;
      if (before !== null) points.push(at(step.ms, before));
      points.push(at(step.ms, value));
      before = value;
    }
    if (before !== null) points.push(at(ms, before));
    return points;
  };
  return { best: stairs('objective'), bound: stairs('bound'), low, high, ms };
}

/** Points as a path of SVG in a frame. @param {{x: number, y: number}[]} points @param {{left: number, top: number, width: number, height: number}} frame */
export function pathOf(points, frame) {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${(frame.left + x * frame.width).toFixed(1)} ${(frame.top + (1 - y) * frame.height).toFixed(1)}`).join('');
}
