/**
 * The shapes of docs/http.md about imports, for the type checker only.
 *
 * @typedef {import('../types.js').LocalText} LocalText
 * @typedef {{name: string, type: string, allowed: string[]|null, other_names: string[]}} ChoiceOfColumn
 * @typedef {{name: string, title: LocalText, geometry: string, columns: ChoiceOfColumn[]}} ChoiceOfLayer
 * @typedef {{code: string, name: LocalText, central_meridian: number|null, needs_shift: boolean}} ChoiceOfSystem
 * @typedef {{layers: ChoiceOfLayer[], coordinate_systems: ChoiceOfSystem[], encodings: string[],
 *   limits: {file_bytes: number, import_bytes: number, files: number, imports: number}}} Choices
 *
 * @typedef {{severity: 'warning'|'repaired'|'rejected'|'fatal', place: string|null, what: LocalText, remedy: LocalText}} Problem
 * @typedef {{name: string, type: string, example: string|null, column: string|null}} Field
 * @typedef {{code: string, name: LocalText, reason: LocalText, text: LocalText}} CrsCandidate
 * @typedef {{declared: {text: string, where: string}|null, code: string|null, reason: LocalText, verdict: string|null, proposed: string|null,
 *   evidence: LocalText|null, candidates: CrsCandidate[]}} CrsFound
 * @typedef {{name: string, rows: number|null, encoding: {name: string, origin: 'standard'|'user'|'declared'|'guessed', where: string},
 *   geometry_types: string[], fields: Field[], first_rows: (string|null)[][], suggested_layer: string|null, crs: CrsFound,
 *   sample: {type: 'GeometryCollection', geometries: any[]}, problems: Problem[]}} Table
 * @typedef {{file: string, format: string, bytes: number, tables: Table[]}} Inspection
 *
 * @typedef {{layer?: string, table?: string, crs?: string, swap_axes?: boolean, datum_shift?: string, encoding?: string,
 *   decimal_comma?: boolean, map?: Record<string, string>}} Said
 * @typedef {{layer: string, read: number, taken: number, repaired: number, rejected: number}} LayerCount
 * @typedef {{stored: boolean, crs: string, crs_reason: LocalText, conversion: string, encoding: string, layers: LayerCount[],
 *   buildings_with_estimated_population: number, problems: Problem[]}} ImportResult
 * @typedef {import('../jobs.js').JobOf<ImportResult>} Job
 */
export {};
