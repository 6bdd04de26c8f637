/** @import { Feature, LocalText } from '../types.js' */
import { postJson, request } from '../api.js';

/**
 * A column that can be edited. `type`: `text`, `whole`, `real`, `flag`, `date`, `services` (codes with `;`) or `community`; `choices`: the words that alone fit.
 * @typedef {{name: string, label: LocalText, type: string, choices: {code: string, name: LocalText}[]|null, unit: string|null, required: boolean}} Field
 * @typedef {{layer: string, title: LocalText, geometry: 'point'|'line'|null, can_add: boolean, can_delete: boolean, can_move: boolean, fields: Field[]}} LayerFields
 * @typedef {{layer: string, id: string|null, action: 'add'|'change'|'delete', properties?: Record<string, any>, geometry?: Feature['geometry'], base?: Record<string, any>|null}} Edit
 * @typedef {{batch: string, seq: number, edits: {layer: string, id: string, action: string}[], warnings: {layer: string, id: string, message: LocalText}[]}} Saved
 * @typedef {{id: string, seq: number, at: string, author: string, layer: string, feature_id: string, action: string, before: Feature|null, after: Feature|null,
 *   note: string|null, batch: string, undone_by: string|null}} Logged
 * @typedef {{id: string, of_layer: string, of_id: string, taken_at: string, author: string, note: string|null, media_type: string}} Photo
 */

const PATH = '/api/v1/edits';
const PHOTOS = '/api/v1/photos';

/** What can be edited. @returns {Promise<LayerFields[]>} */
export const getFields = async () => (await request(`${PATH}/fields`)).layers;

/** Stores edits, all or none. A row that others changed meanwhile: status 409. @param {Edit[]} edits @param {string} author @param {string|null} note @returns {Promise<Saved>} */
export const postEdits = (edits, author, note) => postJson(PATH, { author, note, edits });

/** Takes the edits of a batch back. @param {string} batch @param {string} author @returns {Promise<Saved>} */
export const undoEdits = (batch, author) => postJson(`${PATH}/${encodeURIComponent(batch)}/undo`, { author });

/** The log, newest first. @param {Record<string, string>} filters @returns {Promise<{total: number, edits: Logged[]}>} */
export const getEdits = (filters) => request(`${PATH}?${new URLSearchParams(filters)}`, { cache: 'no-store' });

/** @param {string} layer @param {string} id @returns {Promise<Photo[]>} */
export const getPhotos = async (layer, id) => (await request(`${PHOTOS}?${new URLSearchParams({ of_layer: layer, of_id: id })}`, { cache: 'no-store' })).photos;

/** @param {string} layer @param {string} id @param {Blob} picture @param {string} author @returns {Promise<Photo>} */
export const postPhoto = (layer, id, picture, author) => request(`${PHOTOS}?${new URLSearchParams({ of_layer: layer, of_id: id, author })}`, { method: 'POST', headers: { 'Content-Type': picture.type }, body: picture });

/** @param {string} id @param {string} author @returns {Promise<null>} */
export const deletePhoto = (id, author) => request(`${PHOTOS}/${encodeURIComponent(id)}?${new URLSearchParams({ author })}`, { method: 'DELETE' });

/** @param {string} id */
export const photoUrl = (id) => `${PHOTOS}/${encodeURIComponent(id)}`;
