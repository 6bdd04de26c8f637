/** @import { Context } from '../../context.js' */
import { h } from '../../dom.js';

/** A button that makes a change, or takes it back where it is made. @param {Context} context @param {'close'|'open_gates'|'close_gates'|'close_paths'} list what the ids are in @param {string} id @param {{make: string, back: string}} words */
export function changeButton(context, list, id, words) {
  const { scenario } = context.session;
  const place = (scenario.changes[list] ?? []).indexOf(id);
  return h('button', { id: `change-${list}`, 'data-key': `change-${list}`, 'aria-pressed': String(place >= 0), onclick: () => (place >= 0 ? scenario.remove(list, place) : scenario.apply({ [list]: [id] })) }, context.t(place >= 0 ? words.back : words.make));
}

/** Which services a facility gives in the scenario, each to be switched. @param {Context} context @param {string} id @param {string} today codes joined by `;` */
export function serviceSwitches(context, id, today) {
  const { scenario, workspace } = context.session;
  const given = scenario.changes.set_services?.find((entry) => entry.id === id)?.services ?? today.split(';').filter(Boolean);
  const turn = (/** @type {string} */ code) => scenario.apply({ set_services: [{ id, services: given.includes(code) ? given.filter((other) => other !== code) : [...given, code] }] });
  return h('details', { class: 'more', open: given.join() !== today.split(';').join() }, h('summary', {}, context.t('changeServices')),
    h('div', { class: 'service-switches' }, ...workspace.services.map(({ code, name }) => h('label', { class: 'field is-check' },
      h('input', { type: 'checkbox', 'data-key': `switch-${code}`, 'data-service': code, checked: given.includes(code), onchange: () => turn(code) }), context.name(name)))));
}
