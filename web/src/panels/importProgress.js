/** @import { Context } from '../context.js' */
/** @import { FileImport } from '../imports/fileImport.js' */
import { h } from '../dom.js';
import { bytes, count } from '../format.js';
import { wordsOf } from './status.js';

/** How far each file has come on its way to the server. @param {Context} context @param {FileImport} item */
export function uploadRows(context, item) {
  const isSent = item.sent.every((sent, i) => sent === item.files[i].size) && item.stage !== 'waiting';
  return h('div', { class: 'upload' }, h('p', { class: 'note' }, context.t(item.stage === 'waiting' ? 'importWaiting' : isSent ? 'importLooking' : 'importUploading')),
    ...item.files.map((file, i) => h('div', { class: 'upload-row' }, h('span', { class: 'name' }, file.name),
      h('span', { class: 'quiet', title: `${item.sent[i]} / ${file.size}` }, `${bytes(item.sent[i])} / ${bytes(file.size)}`),
      h('progress', { max: Math.max(1, file.size), value: item.sent[i], 'aria-label': file.name }))));
}

/** How far the reading or writing has come, in bytes where it tells them, and in rows. @param {Context} context @param {FileImport} item */
export function jobProgress(context, item) {
  const { job } = item;
  const inBytes = job?.rows !== null && job?.rows !== undefined;
  const amount = inBytes ? bytes : count;
  const done = job?.done ?? null;
  const total = job?.total ?? null;
  return h('div', { class: 'upload' }, h('p', { class: 'note' }, context.t(`importStage_${item.stage}`)),
    h('div', { class: 'upload-row' }, h('span', { class: 'name' }, job && inBytes ? context.t('importRows', { n: count(job.rows ?? 0) }) : item.name),
      h('span', { class: 'quiet' }, done === null ? '' : total === null ? context.t('importRows', { n: count(done) }) : `${amount(done)} / ${amount(total)}`),
      // Without a value the bar says that something goes on, not how far.
      done === null || total === null ? h('progress', { 'aria-label': item.name }) : h('progress', { max: Math.max(1, total), value: done, 'aria-label': item.name })));
}

/** What went wrong, and the way on. @param {Context} context @param {FileImport} item */
export function failureNote(context, item) {
  if (!item.failure) return null;
  const { error, retry } = item.failure;
  const { title, detail } = wordsOf(context, error);
  return h('div', { class: 'note is-bad', role: 'alert', id: 'import-failure' }, h('strong', {}, title), h('span', {}, detail),
    retry && h('button', { 'data-key': 'import-retry', onclick: retry }, context.t('retry')));
}
