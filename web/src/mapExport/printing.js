import { h } from '../dom.js';

/**
 * Prints a drawing on a page of its size, or lets the browser save it as PDF; what is printed is the drawing and no picture of it.
 * @param {SVGElement} drawing @param {{width_mm: number, height_mm: number}} paper
 */
export function printDrawing(drawing, { width_mm, height_mm }) {
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${width_mm}mm ${height_mm}mm; margin: 0; }`);
  const stage = h('div', { id: 'printed-sheet' }, drawing);
  document.body.append(stage);
  document.body.classList.add('prints-sheet');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  window.addEventListener('afterprint', () => {
    stage.remove();
    document.body.classList.remove('prints-sheet');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== rules);
  }, { once: true });
  window.print();
}
