/**
 * The shapes of docs/http.md about siting, for the type checker only.
 *
 * @typedef {import('../types.js').LocalText} LocalText
 * @typedef {'must'|'must_not'} Lock
 * @typedef {{budget_cny?: number, site_budget_cny?: number, max_sites?: number, services?: string[], weights?: Record<string, number>, equal_groups?: boolean, use_demand?: boolean, gap_priority?: number,
 *   must?: string[], must_not?: string[], year_budgets_cny?: number[], carry_over?: boolean, least_per_subdistrict?: number, least_community_share?: number,
 *   count_capacity?: boolean, target_share?: number, extend?: boolean, time_limit_s?: number}} Ask
 *
 * @typedef {{service: string, area_m2: number, cost_cny: number, capacity_people: number|null, new_people: number, marginal_gain: number,
 *   alone_gain: number}} Room
 * @typedef {{id: string, name: string|null, community_code: string|null, lon: number, lat: number, floor_area_m2: number, used_area_m2: number,
 *   cost_cny: number, year: number, typology: 'complex'|'infill', reasons: LocalText[], rooms: Room[], marginal_gain: number, alone_gain: number,
 *   is_required: boolean}} Site
 * @typedef {{service: string, total: number, covered_before: number, covered_after: number, rooms: number, area_m2: number}} ServiceChange
 * @typedef {{code: string, name: string|null, service: string, total: number, covered_before: number, covered_after: number}} CommunityChange
 * @typedef {{id: string, name: string|null, reason: LocalText, loss_if_forced: number|null}} NotChosen
 * @typedef {{out: string, in: string, loss: number}} Swap
 * @typedef {{id: string, name: string|null, gain: number, cost_cny: number, services: string[]}} Reserve
 * @typedef {{status: 'optimal'|'stopped'|'infeasible'|'no_answer', objective: number, bound: number, gap: number, cost_cny: number,
 *   budget_cny: number|null, sites: Site[], not_chosen: NotChosen[], services: ServiceChange[], communities: CommunityChange[], swaps: Swap[],
 *   alternative: {sites: string[], loss: number, is_proved: boolean}|null, repairs: LocalText[], reserve: Reserve[], problem: LocalText|null}} Plan
 *
 * @typedef {{ms: number, stage: string, objective: number|null, bound: number|null}} Step
 * @typedef {{fingerprint: string, question: Ask, plan: Plan, warnings: LocalText[], trace: Step[], seconds: number}} PlanResult
 * @typedef {{cost_cny: number, gain: number, bound: number, worst_share: number, worst_community: string|null, sites: string[], is_knee: boolean}} Point
 * @typedef {{fingerprint: string, points: Point[], seconds: number}} ParetoResult
 * @typedef {{id: string, rooms: {service: string, capacity_people?: number}[], year: number, lon?: number, lat?: number}} Tried
 * @typedef {{fingerprint: string, gain: number, gain_in_place: number, loss: number, new_people: number,
 *   services: {service: string, new_people: number, new_people_in_place: number}[], links: {id: string, linked: boolean, off_network_m: number|null}[]}} Evaluation
 */
export {};
