/** @import { Choices, Inspection, Job, Said } from './types.js' */
import { noAnswer, postJson, problemOf, request } from '../api.js';

/** @returns {Promise<Choices>} */
export const getChoices = () => request('/api/v1/import-choices');

/** @returns {Promise<{id: string}>} */
export const begin = () => postJson('/api/v1/imports', {});

/**
 * Sends a file; fetch tells nothing of how far an upload has come.
 * @param {string} id of the import @param {File} file @param {(sent: number) => void} onProgress bytes @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function upload(id, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('PUT', `/api/v1/imports/${id}/files/${encodeURIComponent(file.name)}`);
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    call.addEventListener('load', () => (call.status < 300 ? resolve() : reject(problemOf(call.status, call.statusText, call.responseText))));
    call.addEventListener('error', () => reject(noAnswer()));
    call.addEventListener('abort', () => reject(new DOMException('The upload was stopped.', 'AbortError')));
    signal.addEventListener('abort', () => call.abort());
    call.send(file);
  });
}

/** @param {string} id @param {Said} said @param {AbortSignal} signal @returns {Promise<Inspection>} */
export const inspect = (id, said, signal) => postJson(`/api/v1/imports/${id}/inspect`, said, signal);

/** @param {string} id @param {Said} said @returns {Promise<Job>} */
export const check = (id, said) => postJson(`/api/v1/imports/${id}/check`, said);

/** @param {string} id @param {boolean} replace @returns {Promise<Job>} */
export const commit = (id, replace) => postJson(`/api/v1/imports/${id}/commit`, { replace });

/** Forgets an import; also while the page is being left. @param {string} id */
export const cancel = (id) => request(`/api/v1/imports/${id}`, { method: 'DELETE', keepalive: true });
