/** @import { Context } from '../context.js' */
import { byId, h } from '../dom.js';

/** The left rail: the question and its answer always, below them what belongs to the task. */
export class RailPanel {
  /**
   * @param {Context} context
   * @param {{question: any, headline: any, check: any, choose: any, report: any}} parts each with `element` and `render()`
   */
  constructor(context, parts) {
    this.context = context;
    this.parts = parts;
    this.element = byId('rail');
    this.handle = h('button', { class: 'sheet-handle', onclick: () => this.toggleSheet() });
    this.body = h('div', { class: 'rail-body' });
  }

  onAdd() {
    this.element.append(this.handle, this.parts.question.element, this.parts.headline.element, this.body);
    this.render();
  }

  onRemove() {
    this.element.replaceChildren();
  }

  render() {
    this.element.setAttribute('aria-label', this.context.t('railLabel'));
    this.handle.setAttribute('aria-label', this.context.t('dataSheet'));
    this.parts.question.render();
    this.parts.headline.render();
    this.renderTask();
  }

  /** What is tried has changed, the question has not. */
  renderFigures() {
    this.parts.headline.render();
    if (this.context.store.state.task === 'check') this.parts.check.render();
  }

  renderTask() {
    const part = this.parts[this.context.store.state.task];
    if (this.body.firstChild !== part.element) this.body.replaceChildren(part.element);
    part.render();
  }

  /** On a narrow screen the rail is a sheet that shows its head, or all of it. */
  toggleSheet() {
    const open = this.element.classList.toggle('is-open');
    this.handle.setAttribute('aria-expanded', String(open));
  }
}
