/** @import { Context } from '../context.js' */
/** @import { Changes } from './changes.js' */
import { LISTS } from './changes.js';

/** Every change as a line, with the place that takes it out again. @param {Context} context @param {Changes} changes @returns {{list: keyof Changes, place: number, text: string}[]} */
export function linesOf(context, changes) {
  return LISTS.flatMap((list) => (/** @type {any[]} */ (changes[list] ?? [])).map((entry, place) => ({ list, place, text: lineOf(context, list, entry) })));
}

/** What a step does, in a few words; null: several things or something taken out. @param {Context} context @param {Changes|null} step */
export function stepText(context, step) {
  const lines = step ? linesOf(context, step) : [];
  if (lines.length === 0) return context.t('changeOut');
  return lines.length === 1 ? lines[0].text : context.t('changeSeveral', { n: lines.length });
}

/** @param {Context} context @param {keyof Changes} list @param {any} entry */
function lineOf(context, list, entry) {
  const facility = (/** @type {string} */ id) => { const found = context.find('facilities', id); return found ? found.properties.name || id : id; };
  switch (list) {
    case 'add': return context.t('change_add', { services: context.serviceNames(entry.services.join(';')), name: placeName(context, entry) });
    case 'move': return context.t('change_move', { name: facility(entry.id) });
    case 'close': return context.t('change_close', { name: facility(entry) });
    case 'set_services': return context.t('change_set_services', { name: facility(entry.id), services: context.serviceNames(entry.services.join(';')) || context.t('changeNone') });
    case 'add_paths': return context.t('change_add_paths', { n: entry.coordinates.length });
    default: return context.t(`change_${list}`, { id: entry });
  }
}

/** What a new place of the scenario is called; null for a facility that is there. @param {Context} context @param {string} id as answers have it: `+1` is the first new place */
export function newPlaceName(context, id) {
  const place = id.startsWith('+') ? context.session.scenario.changes.add?.[Number(id) - 1] : undefined;
  return place ? placeName(context, place) : null;
}

/** @param {Context} context @param {import('./changes.js').Added} place */
function placeName(context, { from, name, lon, lat }) {
  const space = from ? context.find('idle_spaces', from) ?? context.find('facilities', from) : null;
  return space?.properties.name || name || from || `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}
