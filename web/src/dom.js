/** @typedef {Node|string|number|null|undefined|false} Child */

/**
 * Creates an element. Text only ever becomes a text node, so nothing in the data can turn into markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [props] `class`, `on…` handlers, `data-…`/`aria-…` attributes, other properties
 * @param {...Child} children @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.includes('-') || name === 'role' || name === 'for' || name === 'list') element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...present(children));
  return element;
}

/** @param {Child[]} children @returns {(Node|string)[]} */
function present(children) {
  return children.filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/** @param {string} tag @param {Record<string, string|number>} [attributes] @param {...Child} children @returns {SVGElement} */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...present(children));
  return element;
}

/**
 * Replaces what an element holds and puts the keyboard focus back on the child of the same `data-key`, with what is being typed there.
 * @param {Element} element @param {...Child} children
 */
export function fill(element, ...children) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && element.contains(focused) ? focused.dataset.key : undefined;
  const typed = key !== undefined && focused instanceof HTMLInputElement && focused.type === 'text' ? focused : null;
  const caret = typed?.selectionStart ?? null;
  element.replaceChildren(...present(children));
  if (key === undefined) return;
  for (const candidate of element.querySelectorAll('[data-key]')) {
    if (!(candidate instanceof HTMLElement) || candidate.dataset.key !== key) continue;
    candidate.focus({ preventScroll: true });
    // What is being typed is not said yet, so the new field does not have it.
    if (typed && candidate instanceof HTMLInputElement) {
      candidate.value = typed.value;
      candidate.setSelectionRange(caret, caret);
    }
  }
}

/** An element of the page that index.html must have. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element #${id}.`);
  return element;
}

/** Sets the width of a bar; by script, because the page allows no inline styles. @param {HTMLElement} bar @param {number} share 0 to 1 */
export function setBar(bar, share) {
  bar.style.setProperty('--share', String(Math.max(0, Math.min(1, share))));
}

/** Gives the reader a file made in the page. @param {Blob} blob @param {string} name */
export function saveFile(blob, name) {
  const href = URL.createObjectURL(blob);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

// From here on the panels stand beside the map, not over its foot; styles/narrow.css has the same width.
const WIDE_FROM_PX = 1024;

/** True where panels cover the foot of the map. */
export const isNarrow = () => window.innerWidth < WIDE_FROM_PX;

/** What the panel at the side covers of the map. @returns {{right: number, bottom: number}} pixels */
export function coveredPx() {
  const side = byId('side');
  return isNarrow() ? { right: 0, bottom: side.offsetHeight } : { right: side.offsetWidth, bottom: 0 };
}
