/** @import { ChoiceOfLayer, ChoiceOfSystem, CrsCandidate, Inspection, Said, Table } from './types.js' */

/** Columns of coordinates that a table without geometry has to have, besides those of its layer. */
const COORDINATES = ['lon', 'lat', 'wkt'];

const KM_PER_DEGREE = 111.2;

/** The table that is imported: the one said, else the first that looks like a layer. @param {Inspection} inspection @param {Said} said @returns {Table|null} */
export function tableOf(inspection, said) {
  const { tables } = inspection;
  return tables.find((table) => table.name === said.table) ?? tables.find((table) => table.suggested_layer !== null) ?? tables[0] ?? null;
}

/** The layer that is filled: the one said, else the suggested. @param {Table|null} table @param {Said} said */
export const layerOf = (table, said) => said.layer ?? table?.suggested_layer ?? null;

/**
 * What the server is told when a file is read: what is shown is what is done, so the table and layer go along although nobody changed them.
 * @param {Inspection} inspection @param {Said} said @returns {Said}
 */
export function orderOf(inspection, said) {
  const table = tableOf(inspection, said);
  const layer = layerOf(table, said);
  return { ...said, ...(table && inspection.tables.length > 1 ? { table: table.name } : {}), ...(layer ? { layer } : {}) };
}

/**
 * What is said after one more word. Another table or layer has other columns, so a mapping does not outlive it; what was said of the coordinates of
 * one table need not hold for another.
 * @param {Said} said @param {Said} word undefined members take back what was said @returns {Said}
 */
export function withWord(said, word) {
  const next = { ...said, ...word };
  if ('table' in word && word.table !== said.table) for (const key of /** @type {const} */ (['layer', 'map', 'crs', 'swap_axes', 'datum_shift'])) delete next[key];
  if ('layer' in word && word.layer !== said.layer) delete next.map;
  return /** @type {Said} */ (Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== false && value !== '')));
}

/** What is said of the fields after a column got another one. @param {Said} said @param {string} column @param {string|null} field null: found by its name; '': left empty @returns {Said} */
export function withField(said, column, field) {
  const map = { ...said.map };
  if (field === null) delete map[column];
  else map[column] = field;
  return { ...said, map: Object.keys(map).length > 0 ? map : undefined };
}

/**
 * The columns of a layer, each with the field that fills it.
 * @param {Table} table @param {ChoiceOfLayer} layer @param {Said} said
 * @returns {{column: string, hint: string, field: string|null, example: string|null, said: boolean, allowed: string[]|null}[]}
 */
export function bindings(table, layer, said) {
  // Geometry that the file has in columns: then none came with the rows, or the fields of coordinates are taken for it.
  const inColumns = layer.geometry !== 'none' && table.fields.some(({ column }) => columnsOf(column).some((name) => COORDINATES.includes(name)));
  const lacksPlace = layer.geometry !== 'none' && table.geometry_types.length === 0;
  const extra = inColumns || lacksPlace || COORDINATES.some((name) => said.map?.[name] !== undefined) ? COORDINATES : [];
  const names = { lon: '经度', lat: '纬度', wkt: 'WKT' };
  return [...layer.columns.map(({ name, other_names, allowed }) => ({ column: name, hint: other_names.find((other) => /[\u4e00-\u9fff]/.test(other)) ?? '', allowed })),
    ...extra.map((column) => ({ column, hint: names[/** @type {'lon'} */ (column)], allowed: null }))].map(({ column, hint, allowed }) => {
    const word = said.map?.[column];
    const field = word === '' ? null : word ?? table.fields.find((candidate) => columnsOf(candidate.column).includes(column))?.name ?? null;
    return { column, hint, field, example: table.fields.find(({ name }) => name === field)?.example ?? null, said: word !== undefined, allowed };
  });
}

/** A field may fill several columns: `population, age_0_3`. @param {string|null} columns */
const columnsOf = (columns) => (columns ?? '').split(', ');

/**
 * Coordinate systems to choose from: those proposed, the common ones, and the zones around a longitude.
 * @param {ChoiceOfSystem[]} systems @param {number|null} lon of the district
 */
export function likelySystems(systems, lon) {
  const common = new Set(['EPSG:4326', 'GCJ-02', 'BD-09', 'EPSG:4490', 'EPSG:3857']);
  const near = (/** @type {ChoiceOfSystem} */ system) => lon !== null && system.central_meridian !== null && Math.abs(system.central_meridian - lon) <= 3;
  return {
    common: systems.filter(({ code }) => common.has(code)),
    near: systems.filter((system) => near(system)),
    others: systems.filter((system) => !common.has(system.code) && !near(system)),
  };
}

/** Texts by which a reader sees whether the encoding is right: those with letters beyond ASCII. @param {Table} table */
export function tellingTexts(table) {
  // Long texts were cut, with an ellipsis that is not the file's.
  const tells = (/** @type {string|null} */ text) => text !== null && /[^\x00-\x7f]/.test(text.replace(/…$/, ''));
  const beyond = (/** @type {(string|null)[]} */ texts, /** @type {number} */ most) => [...new Set(texts.filter(tells))].slice(0, most);
  return [...beyond(table.fields.map(({ name }) => name), 4), ...beyond(table.first_rows.flat(), 8)];
}

/**
 * Kilometres from the shapes of a file to the district, 0 where their boxes meet: enough to say that something is far off.
 * @param {{geometries: any[]}} sample WGS 84 @param {number[]|null} bbox west, south, east, north
 */
export function kmApart(sample, bbox) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const extend = (/** @type {any} */ part) => {
    if (typeof part[0] !== 'number') return part.forEach(extend);
    for (const axis of [0, 1]) {
      box[axis] = Math.min(box[axis], part[axis]);
      box[axis + 2] = Math.max(box[axis + 2], part[axis]);
    }
  };
  for (const geometry of sample.geometries) (geometry.geometries ?? [geometry]).forEach((/** @type {any} */ { coordinates }) => coordinates.length > 0 && extend(coordinates));
  if (!bbox || box[0] > box[2]) return 0;
  const apart = (/** @type {number} */ axis) => Math.max(0, bbox[axis] - box[axis + 2], box[axis] - bbox[axis + 2]);
  return Math.hypot(apart(0) * Math.cos(((bbox[1] + bbox[3]) / 2) * (Math.PI / 180)), apart(1)) * KM_PER_DEGREE;
}

/** The sentences that speak for a candidate. @param {CrsCandidate} candidate @returns {import('./types.js').LocalText[]} */
export const evidenceOf = ({ reason, text }) => [reason, ...(text.en !== reason.en ? [text] : [])];
