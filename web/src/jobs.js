/** @import { LocalText } from './types.js' */
import { ApiError, request } from './api.js';

/**
 * Long work of the server.
 * @template R
 * @typedef {{id: string, kind: string, state: 'running'|'done'|'failed'|'cancelled', task: string|null, done: number|null, total: number|null,
 *   rows: number|null, search: {objective: number|null, bound: number|null, gap: number|null, nodes: number}|null, result: R|null,
 *   problem: {status: number, detail: LocalText}|null}} JobOf
 */

/** Asks a job to stop. @param {string} id @returns {Promise<JobOf<any>>} */
export const cancelJob = (id) => request(`/api/v1/jobs/${id}`, { method: 'DELETE' });

/**
 * Follows a job to its end.
 * @template R
 * @param {JobOf<R>} job @param {(job: JobOf<R>) => void} onChange @returns {Promise<JobOf<R>>} the job as it ended
 */
export function followJob(job, onChange) {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/v1/jobs/${job.id}/events`);
    /** @param {JobOf<R>} now */
    const take = (now) => {
      onChange(now);
      if (now.state === 'running') return;
      events.close();
      resolve(now);
    };
    events.addEventListener('message', (event) => take(JSON.parse(event.data)));
    // The browser connects anew by itself; a server that has gone, or has forgotten the job, is told at once.
    events.addEventListener('error', () => {
      request(`/api/v1/jobs/${job.id}`).then(take, (error) => {
        events.close();
        reject(error);
      });
    });
  });
}

/** The error of a job that failed. @param {JobOf<any>} job @param {LocalText} title */
export function failureOf(job, title) {
  const { status, detail } = job.problem ?? { status: 500, detail: { zh: '', en: '' } };
  return new ApiError(status, { title: title.zh, detail: detail.zh }, { title: title.en, detail: detail.en });
}
