/** @import { Coverage, Workspace } from './types.js' */
import * as api from './api.js';
import { ApiError } from './api.js';
import { text } from './i18n.js';

const PAUSE_MS = 400;
const LATEST_MS = 120_000;

/** What tells one state of the data from another: an import of the same rows once more changes no figure but is listed. @param {Workspace} workspace */
const stateOf = ({ fingerprint, imports }) => JSON.stringify([fingerprint, imports]);

/** True where an answer is about other data than those that are shown. @param {Coverage} answer @param {Workspace} workspace */
export const isNewer = (answer, workspace) => answer.fingerprint !== workspace.fingerprint;

/** Waits until the server, which notices a change and loads it in the background, serves another state. @param {Workspace} former @param {number|null} edit number of an edit that must be in it; null: any other state
 * @returns {Promise<Workspace>} */
export async function newerWorkspace(former, edit = null) {
  const before = stateOf(former);
  for (const late = Date.now() + LATEST_MS; Date.now() < late; await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))) {
    const workspace = await workspaceNow();
    if (workspace && (edit === null ? stateOf(workspace) !== before : workspace.last_edit >= edit)) return workspace;
  }
  const words = (/** @type {'zh'|'en'} */ lang) => ({ title: text(lang, 'takingUpFailed'), detail: text(lang, 'takingUpFailedDetail') });
  throw new ApiError(0, words('zh'), words('en'));
}

/** The workspace, or null while none is loaded. */
async function workspaceNow() {
  try {
    return await api.getWorkspace();
  } catch (error) {
    if (error instanceof ApiError && error.status === 503) return null;
    throw error;
  }
}
