/**
 * Moves the keyboard's focus between the rows of a list. One row is in the Tab order; the arrows move between rows.
 * @param {KeyboardEvent} event @param {HTMLElement[]} rows
 */
export function stepRows(event, rows) {
  const here = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1, PageDown: here + 10, PageUp: here - 10 };
  if (!(event.key in to) || here < 0) return;
  event.preventDefault();
  event.stopPropagation();
  rows[Math.max(0, Math.min(rows.length - 1, to[event.key]))].focus();
}
