/** @import { Context } from '../../context.js' */
/** @import { Photo } from '../../editing/api.js' */
import { fill, h } from '../../dom.js';
import { date } from '../../format.js';
import { deletePhoto, getPhotos, photoUrl, postPhoto } from '../../editing/api.js';
import { scaled } from '../../editing/scaled.js';

/** The photos of an idle space, and the camera. */
export class PhotoStrip {
  /** @param {Context} context @param {() => string|null} author */
  constructor(context, author) {
    this.context = context;
    this.author = author;
    this.element = h('div', { class: 'photo-strip' });
    this.input = h('input', { type: 'file', id: 'photo-file', accept: 'image/*', capture: 'environment', multiple: true, hidden: true, onchange: () => this.add() });
    /** @type {string|null} */
    this.id = null;
    /** @type {Photo[]|null} */
    this.photos = null;
    this.shown = '';
  }

  /** @param {string|null} id of the idle space; null: has no photos */
  render(id) {
    this.element.hidden = id === null;
    if (id !== this.id) {
      this.id = id;
      this.photos = null;
      if (id !== null) this.read(id);
    }
    const signature = JSON.stringify([id, this.context.lang, this.photos?.map((photo) => photo.id) ?? null]);
    if (signature !== this.shown) this.draw();
    this.shown = signature;
  }

  draw() {
    const { context } = this;
    fill(this.element, h('span', { class: 'label' }, context.t('photos')), this.input,
      h('div', { class: 'photos' }, ...(this.photos ?? []).map((photo) => this.photo(photo)),
        h('button', { type: 'button', id: 'photo-add', 'data-key': 'photo-add', onclick: () => this.author() !== null && this.input.click() }, context.t('photoAdd'))));
  }

  /** @param {Photo} photo */
  photo(photo) {
    const { context } = this;
    const words = [photo.author, date(photo.taken_at, context.lang)].filter(Boolean).join(' · ');
    return h('figure', {}, h('a', { href: photoUrl(photo.id), target: '_blank', rel: 'noopener' }, h('img', { src: photoUrl(photo.id), alt: context.t('photoOf', { words }), loading: 'lazy' })), h('figcaption', {}, h('bdi', {}, words)),
      h('button', { type: 'button', class: 'close', 'aria-label': `${context.t('photoDelete')}: ${words}`, title: context.t('photoDelete'), onclick: () => this.remove(photo) }, '×'));
  }

  /** @param {string} id */
  async read(id) {
    await this.context.session.attempt('photos', () => this.read(id), async () => {
      const photos = await getPhotos('idle_spaces', id);
      if (id !== this.id) return;
      this.photos = photos;
      this.render(id);
    });
  }

  async add() {
    const { id, input } = this;
    const files = [...(input.files ?? [])];
    input.value = '';
    const author = this.author();
    if (id === null || author === null) return;
    for (const file of files) await this.send(id, file, author);
    await this.read(id);
  }

  /** @param {string} id @param {File} file @param {string} author */
  async send(id, file, author) {
    await this.context.session.attempt('photo', () => this.send(id, file, author).then(() => this.read(id)), async () => {
      await postPhoto('idle_spaces', id, await scaled(file), author);
    });
  }

  /** @param {Photo} photo */
  async remove(photo) {
    const author = this.author();
    if (author === null) return;
    await this.context.session.attempt('photo', () => this.remove(photo), async () => {
      await deletePhoto(photo.id, author);
    });
    if (this.id !== null) await this.read(this.id);
  }
}
