/**
 * The shapes of docs/http.md, for the type checker only.
 *
 * @typedef {{zh: string, en: string}} LocalText
 * @typedef {{code: string, name: LocalText, limit_metres: number|null, limit_minutes: number|null, limit_m: number, limit_s: number,
 *   profile: string, group: string, source: LocalText, verification: string, facilities: number, room: Room|null}} Service
 * @typedef {{least_area_m2: number, most_area_m2: number|null, cost_per_m2_cny: number, source: LocalText, verification: string}} Room
 * @typedef {{code: string, name: LocalText, people: number}} Group
 * @typedef {{name: string, title: LocalText, geometry: string, count: number|null, result: boolean}} LayerInfo
 * @typedef {{name: LocalText, synthetic: boolean, version: string, fingerprint: string, last_edit: number, bbox: number[]|null, layers: LayerInfo[],
 *   rule_pack: {id: string, edition: string, name: LocalText}, profiles: {code: string, name: LocalText, speed_m_per_s: number}[],
 *   groups: Group[], services: Service[], totals: {people: number, dwellings: number, buildings: number},
 *   communities: {kind: string, note: LocalText|null}, population_estimated_share: number|null, warnings: LocalText[],
 *   imports: {file: string, layer: string, rows_taken: number, imported_at: string}[], base_map_origins?: string[]}} Workspace
 * @typedef {{level: string, code: string, name: string, name_en: string|null, service: string, limit_m: number, limit_s: number,
 *   group: string, denominator: string, total: number, covered: number, uncovered: number, share: number|null,
 *   covered_before?: number, profile?: string}} GapRow
 * @typedef {{service: string, limit_m: number, limit_s: number, limit_typed: string, profile: string, fingerprint: string,
 *   buildings: {metres: (number|null)[], seconds: (number|null)[], facility: (number|null)[]}, gaps: GapRow[]}} Coverage
 * @typedef {{people: number, group_people: number, buildings: number, dwellings: number}} Gain
 * @typedef {{service: string, limit_m: number, limit_s: number,
 *   buildings: {index: number[], metres: (number|null)[], seconds: (number|null)[]}, newly_covered: Gain, newly_uncovered: Gain,
 *   gaps: GapRow[], links: {lon: number, lat: number, linked: boolean, off_network_m: number|null}[]}} WhatIf
 * @typedef {{building: string, service: string, reached: boolean, covered: boolean, reason?: LocalText|null,
 *   facility?: {id: string, name: string|null, lon: number, lat: number}|null, metres?: number|null, seconds?: number|null,
 *   limit_m: number, limit_s: number, over_m?: number|null, over_s?: number|null,
 *   limit_typed?: string, parts?: WalkParts|null, people: number, group_people: number, community: string|null, path?: any,
 *   fixes?: Fix[], no_fix?: LocalText|null}} Explanation
 * @typedef {{off_network_m: number, off_network_s: number, street_m: number, street_s: number, crossing_m: number, crossing_s: number,
 *   steps_m: number, steps_s: number, delay_s: number}} WalkParts
 * @typedef {{kind: 'idle_space'|'open_gate'|'new_link', id: string|null, name: string|null, lon: number, lat: number,
 *   to: {lon: number, lat: number}|null, gap_m: number|null, cost_cny: number|null, metres: number, seconds: number}} Fix
 *
 * @typedef {{buildings: number, people: number, ids: string[]}} Certified
 * @typedef {{band_m: number, band_s: number, area_m2: number|null, covered_buildings: number, covered_people: number,
 *   covered_outside: Certified|null, uncovered_inside: Certified|null,
 *   circle: {area_m2: number, ratio: number|null, wrong: Certified, missed: Certified}}} BandCertificate
 * @typedef {{type: string, features: Feature[], certificate: BandCertificate[],
 *   links: {lon: number, lat: number, linked: boolean, off_network_m: number|null}[]}} Isochrones
 * @typedef {'contour'|'corridor'|'edges'} ReachMethod
 *
 * @typedef {{type: 'Feature', id?: string|number, properties: Record<string, any>, geometry: {type: string, coordinates: any}|null}} Feature
 * @typedef {{type: string, features: Feature[], numberMatched?: number, numberReturned?: number}} FeatureCollection
 *
 * @typedef {{kind: 'building', id: string} | {kind: 'area', level: string, code: string} | {kind: 'facility', id: string}
 *   | {kind: 'idle', id: string} | {kind: 'site', lon: number, lat: number, idle: string|null} | {kind: 'place', lon: number, lat: number}
 *   | {kind: 'link', id: string} | {kind: 'fault', id: string} | {kind: 'patch', id: string} | {kind: 'gate', id: string} | {kind: 'edge', id: string}} Selection
 * @typedef {{grade: 'problem'|'warning'|'note', code: string, layer: string, count: number, text: LocalText, ids: string[],
 *   places: {id: string, lon: number, lat: number}[]}} Finding
 *
 * @typedef {{lang: 'zh'|'en', task: 'check'|'choose'|'report', service: string|null, minutes: number|null, group: string|null,
 *   level: string, sort: 'people'|'share', reach: ReachMethod|null, overlays: string[], view: {lon: number, lat: number, zoom: number}|null, selection: Selection|null, panel: Panel|null, table: string|null,
 *   changes: import('./scenario/changes.js').Changes|null, scenario: string|null, compare: string[]|null, ask: import('./siting/types.js').Ask|null}} ViewState
 * @typedef {'import'|'health'|'results'|'rules'|'equity'|'siting'|'charts'|'scenario'|'edit'} Panel
 *
 * @typedef {{id: string, edition: string, name: LocalText, issuer: LocalText|null, document_no: string|null, city: LocalText|null,
 *   effective_from: string|null, effective_to: string|null, services: number, rules: number, unverified: number}} PackLine
 * @typedef {{name: string, seq: number, pack: string, version: number, edition: string, based_on: string|null, saved_at: string, note: string|null}} VersionLine
 * @typedef {{fixed: boolean, current: string, problem: LocalText|null, packs: PackLine[], versions: VersionLine[]}} RulesList
 * @typedef {{code: string, name: LocalText, limit_metres: number|null, limit_minutes: number|null, profile: string, group: string, source: LocalText,
 *   verification: string, people_per_place: number, people_per_place_source: LocalText|null, people_per_place_verification: string,
 *   room: RoomLine|null}} ServiceLine
 * @typedef {{least_area_m2: number, most_area_m2: number|null, area_per_place_m2: number|null, cost_per_m2_cny: number, lowest_storey: number,
 *   highest_storey: number|null, not_with: string[], source: LocalText, verification: string}} RoomLine
 * @typedef {{id: string, service: string|null, name: LocalText, tier: string|null, criterion: string, value: number, value_to: number|null,
 *   force: string, level: string, profile: string|null, measure: string|null, denominator: string|null, target_share: number|null,
 *   clause: string, source: LocalText, verification: string, note: LocalText|null, implied: boolean, services: string[]|null}} RuleLine
 * @typedef {{least_area_m2: number, wished_area_m2: number, least_functions: number, priority_services: string[], least_priority: number,
 *   clause: string, source: LocalText, verification: string}} ComplexLine
 * @typedef {{name: string, pack: PackLine, extends: string|null, sha256: string, services: ServiceLine[], rules: RuleLine[],
 *   complex: ComplexLine|null, json: any}} PackDetail
 * @typedef {{place: string, what: LocalText}} RulesProblem
 * @typedef {{value: number|null, source: string, verification: string}} RuleEdit
 */
export {};
