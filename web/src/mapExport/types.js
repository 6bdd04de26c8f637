/**
 * What a sheet is to be, for the type checker only.
 *
 * @typedef {import('../theme.js').Style} Style
 * @typedef {{format: 'png'|'svg', paper: string, dpi: number, style: Style, lang: 'zh'|'en', extent: string, scale: number|null, title: string, hasLegend: boolean}} Options
 * `extent` is `view`, `district`, `picked` or `place:NAME`; `scale` null is the largest that shows all of it; `title` empty is the usual one
 * @typedef {{boxes: import('./domBoxes.js').DomBox[], text: string, value: string, isHeading: boolean}} LegendRow
 * @typedef {{title: string, rows: LegendRow[]}} LegendBlock
 * @typedef {{title: string, subtitle: string, tags: string[], sources: string[], north: string, scaleNote: string, metre: string, kilometre: string}} Words
 * @typedef {{name: string, opacity: number, isWhole: boolean, draw: (context: any, frame: import('../layers/frame.js').Frame) => void}} Step one layer, from the ground up; `isWhole`: drawn at once and not piece by piece
 * @typedef {{width: number, height: number, paper: {width_mm: number, height_mm: number}, parts: ReturnType<import('./layout.js').layoutOf>, style: Style, colours: ReturnType<import('../theme.js').palette>,
 *   zoom: number, leftPx: number, topPx: number, scale: number, words: Words, legend: LegendBlock[], steps: Step[]}} Sheet
 * `leftPx`, `topPx`: of the map's corner, counted from the corner of the world
 */
export {};
