import { ApiError } from '../api.js';
import { byId, fill, h } from '../dom.js';
import { text } from '../i18n.js';

/** What is on screen when not even the workspace could be read. @param {unknown} error @param {'zh'|'en'} lang */
export function showStartFailure(error, lang) {
  const words = error instanceof ApiError ? error[lang] : { title: text(lang, 'errorScript'), detail: error instanceof Error ? error.message : String(error) };
  fill(byId('notices'), h('div', { class: 'notice' }, h('strong', {}, words.title), h('span', { class: 'words' }, words.detail),
    h('button', { onclick: () => location.reload() }, text(lang, 'retry'))));
}
