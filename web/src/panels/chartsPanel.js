/** @import { Context } from '../context.js' */
import { byAge } from '../charts/byAge.js';
import { Chart } from '../charts/chart.js';
import { buildingsOfBar, MINUTES, walkTimes } from '../charts/walkTimes.js';
import { fill, h } from '../dom.js';
import { count } from '../format.js';
import { groupPeople } from '../groups.js';

/** What the map shows, as charts: how long people walk, and who is covered at which age. */
export class ChartsPanel {
  /** @param {Context} context @param {() => {seconds: Float64Array}|null} walks of the map, what is tried included @param {(buildings: number[]) => void} mark outlines buildings on the map */
  constructor(context, walks, mark) {
    this.context = context;
    this.walks = walks;
    this.mark = mark;
    this.times = new Chart(context, 'walks');
    this.ages = new Chart(context, 'ages');
    /** The bar whose buildings are outlined. @type {number|null} */
    this.bar = null;
    this.said = h('p', { class: 'note', role: 'status' });
    this.area = h('p', {});
    this.element = h('div', { class: 'side-part' }, h('div', { class: 'side-scroll charts' }, this.times.element, this.said, this.ages.element, this.area));
  }

  enter() {}

  leave() {
    this.pick(null);
    this.times.close();
    this.ages.close();
  }

  render() {
    const { context } = this;
    const { session, store } = context;
    const walks = this.walks();
    if (!walks || !session.coverage) return fill(this.said, context.t('chartsAsking'));
    this.times.show(walkTimes(context, walks.seconds, this.bar, (minute) => this.pick(minute === this.bar ? null : minute)));
    this.renderBar(walks.seconds);
    const { selection } = store.state;
    const rows = session.coverage.gaps;
    const picked = selection?.kind === 'area' ? rows.find(({ level, code }) => level === selection.level && code === selection.code) : null;
    const row = picked ?? rows.find(({ level }) => level === 'district');
    const shown = row && byAge(context, row, row.level === 'district' ? context.name(session.workspace.name) : context.areaName(row));
    this.ages.element.hidden = !shown;
    if (shown) this.ages.show(shown);
    fill(this.area, selection?.kind === 'area' && h('button', { class: 'link', 'data-key': 'charts-all', onclick: () => context.select(null) }, context.t('chartAll')));
  }

  /** @param {number|null} bar */
  pick(bar) {
    if (this.bar === bar) return;
    this.bar = bar;
    if (bar === null) this.mark([]);
    if (this.context.store.state.panel === 'charts') this.render();
  }

  /** Outlines the buildings of the bar and says how many they are. @param {Float64Array} seconds */
  renderBar(seconds) {
    const { context } = this;
    if (this.bar === null) return fill(this.said);
    const people = groupPeople(context.session.features.buildings, context.session.group);
    const buildings = buildingsOfBar(seconds, people, this.bar, MINUTES);
    this.mark(buildings);
    fill(this.said, context.t('chartWalksPicked', { buildings: count(buildings.length), people: context.people(buildings.reduce((sum, building) => sum + people[building], 0)) }), ' ',
      h('button', { class: 'link', 'data-key': 'charts-clear', onclick: () => this.pick(null) }, context.t('chartWalksClear')));
  }
}
