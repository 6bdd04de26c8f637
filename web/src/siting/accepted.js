/** @import { Placed, Plan, Tried } from './types.js' */

/** Degrees with 6 decimals are 0.1 m. @param {number} degrees */
const degreesText = (degrees) => String(Number(degrees.toFixed(6)));

/** A plan as an address holds it: `S001:meals+health;S002@108.95,34.25:culture`, a place only where the site was moved. @param {Placed[]} sites */
export function planText(sites) {
  return sites.map(({ id, services, lon, lat }) => `${encodeURIComponent(id)}${lon !== undefined && lat !== undefined ? `@${degreesText(lon)},${degreesText(lat)}` : ''}:${services.join('+')}`).join(';');
}

/** Reads what `planText` wrote; what cannot be read is left out. @param {string|null} text @returns {Placed[]} */
export function planOfText(text) {
  return (text ?? '').split(';').flatMap((part) => {
    const found = /^([^@:]+)(?:@(-?[\d.]+),(-?[\d.]+))?:([\w+]+)$/.exec(part);
    if (!found) return [];
    const [, id, lon, lat, services] = found;
    const at = lon === undefined ? {} : { lon: Number(lon), lat: Number(lat) };
    return [{ id: idOfText(id), services: services.split('+').filter(Boolean), ...at }];
  });
}

/** @param {string} text */
function idOfText(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The sites of a plan with those that were moved where they are now. @param {Plan} plan @param {ReadonlyMap<string, {lon: number, lat: number}>} moved @returns {Placed[]} */
export function placedOf(plan, moved) {
  return plan.sites.map(({ id, rooms }) => ({ id, services: rooms.map(({ service }) => service), ...moved.get(id) }));
}

/** The same as the server works it out anew. @param {Plan} plan @param {ReadonlyMap<string, {lon: number, lat: number}>} moved @returns {Tried[]} */
export function triedOf(plan, moved) {
  return plan.sites.map(({ id, rooms, year }) => ({
    id, year, rooms: rooms.map(({ service, capacity_people: places }) => ({ service, ...(places === null ? {} : { capacity_people: places }) })), ...moved.get(id),
  }));
}
