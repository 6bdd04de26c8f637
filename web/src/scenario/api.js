/** @import { Changes } from './changes.js' */
import { postJson, request } from '../api.js';
import { ofServer } from './changes.js';

/**
 * A scenario as the workspace keeps it. `version` rises with each save; a save names the one that it is based on.
 * @typedef {{id: string, name: string, note: string|null, author: string|null, created_at: string, saved_at: string, based_on: string|null, version: number, changes: Changes}} Saved
 * @typedef {{name: string, note: string|null, author: string|null, based_on: string|null, changes: Changes}} Draft
 */

const PATH = '/api/v1/scenarios';

/** @returns {Promise<Saved[]>} by name */
export const getScenarios = async () => (await request(PATH, { cache: 'no-store' })).scenarios.map(read);

/** @param {Saved} saved @returns {Saved} */
const read = (saved) => ({ ...saved, changes: ofServer(saved.changes) });

/** @param {Draft} draft @returns {Promise<Saved>} */
export const createScenario = async (draft) => read(await postJson(PATH, draft));

/** Saves over a version; another that was saved meanwhile is not overwritten: status 409. @param {string} id @param {Draft & {version: number}} draft @returns {Promise<Saved>} */
export const saveScenario = async (id, draft) => read(await request(`${PATH}/${encodeURIComponent(id)}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(draft) }));

/** It can be had back by saving it again. @param {Saved} saved @returns {Promise<null>} */
export const deleteScenario = ({ id, version }) => request(`${PATH}/${encodeURIComponent(id)}?version=${version}`, { method: 'DELETE' });
