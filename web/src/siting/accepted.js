/** @import { Added } from '../scenario/changes.js' */
/** @import { Plan, Tried } from './types.js' */

/** The sites of a plan as new places of a scenario, those that were moved where they are now. @param {Plan} plan @param {ReadonlyMap<string, {lon: number, lat: number}>} moved @returns {Added[]} */
export function placedOf(plan, moved) {
  return plan.sites.map(({ id, rooms, lon, lat }) => ({ lon, lat, ...moved.get(id), services: rooms.map(({ service }) => service), from: id }));
}

/** The same as the server works it out anew. @param {Plan} plan @param {ReadonlyMap<string, {lon: number, lat: number}>} moved @returns {Tried[]} */
export function triedOf(plan, moved) {
  return plan.sites.map(({ id, rooms, year }) => ({
    id, year, rooms: rooms.map(({ service, capacity_people: places }) => ({ service, ...(places === null ? {} : { capacity_people: places }) })), ...moved.get(id),
  }));
}
