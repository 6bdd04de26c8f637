/** @import { Context } from '../context.js' */
import { ApiError } from '../api.js';
import { byId, fill, h, setBar } from '../dom.js';
import { count } from '../format.js';

/** Errors with the way on, and a line of progress with the number done. */
export class StatusPanel {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.notices = byId('notices');
    this.progress = byId('progress');
  }

  onAdd() {
    this.render();
  }

  onRemove() {
    this.notices.replaceChildren();
    this.progress.replaceChildren();
  }

  render() {
    this.renderProblems();
    this.renderProgress();
  }

  renderProblems() {
    const { context } = this;
    const { session } = context;
    fill(this.notices, ...[...session.problems].map(([what, { error, retry }]) => {
      const { title, detail } = wordsOf(context, error);
      const dismiss = () => {
        session.problems.delete(what);
        session.changed('problems');
      };
      const again = () => {
        dismiss();
        retry?.();
      };
      return h('div', { class: 'notice', 'data-problem': what }, h('strong', {}, title), h('span', { class: 'words' }, detail),
        retry && h('button', { 'data-key': `retry-${what}`, onclick: again }, context.t('retry')), h('button', { 'data-key': `dismiss-${what}`, onclick: dismiss }, context.t('dismiss')));
    }));
  }

  renderProgress() {
    const { context } = this;
    const { session } = context;
    const lines = [...session.reading].map(([name, { done, of }]) => {
      const bar = h('i', { class: 'now' });
      setBar(bar, of > 0 ? done / of : 0);
      const layer = context.name(session.workspace.layers.find((info) => info.name === name)?.title);
      return h('div', { class: 'progress-line' }, h('span', {}, context.t('loadingCount', { layer, done: count(done), of: count(of) })), h('span', { class: 'bar' }, bar));
    });
    if (session.isTakingUp) lines.push(h('div', { class: 'progress-line' }, h('span', {}, context.t('takingUp'))));
    if (session.computing) lines.push(h('div', { class: 'progress-line' }, h('span', {}, context.t('computing'))));
    fill(this.progress, ...lines);
  }
}

/** What an error says, in the reader's language. @param {Context} context @param {unknown} error */
export function wordsOf(context, error) {
  if (error instanceof ApiError) return error[context.lang];
  return { title: context.t('errorScript'), detail: error instanceof Error ? error.message : String(error) };
}
