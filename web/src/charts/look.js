/**
 * Colours of a chart, which are those of the page in the theme that holds: style sheets know them, so they are asked there.
 * @typedef {{ink: string, quiet: string, line: string, paper: string, accent: string, bad: string, fill: string, bands: string[]}} Look
 */

const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

/** @returns {Look} */
export function look() {
  // A custom property keeps its light-dark(); only a colour that is used is worked out.
  const probe = document.createElement('i');
  document.body.append(probe);
  const of = (/** @type {string} */ name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: of('--ink'), quiet: of('--ink-2'), line: of('--line-2'), paper: of('--paper'), accent: of('--accent'), bad: of('--bad'), fill: of('--fill'),
    bands: [0, 1, 2, 3, 4].map((band) => of(`--band-${band}`)),
  };
  probe.remove();
  return colours;
}

/** What all charts have in common: fonts, quiet axes, tips that are drawn as text and never read as markup, no motion but for who wants it. @param {Look} colours */
export function common(colours) {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 12, color: colours.ink },
    grid: { left: 4, right: 12, top: 40, bottom: 4, outerBoundsMode: /** @type {const} */ ('same'), outerBoundsContain: /** @type {const} */ ('all') },
    tooltip: { renderMode: /** @type {const} */ ('richText'), backgroundColor: colours.paper, borderColor: colours.line, textStyle: { color: colours.ink, fontFamily: FONT, fontSize: 12 }, confine: true },
    legend: { top: 0, left: 'left', itemWidth: 14, itemHeight: 8, textStyle: { color: colours.quiet, fontFamily: FONT } },
  };
}

/** An axis in the colours of the page. @param {Look} colours @param {Record<string, any>} more */
export function axis(colours, more) {
  return {
    axisLine: { lineStyle: { color: colours.line } }, axisTick: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.quiet },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } }, nameTextStyle: { color: colours.quiet }, ...more,
  };
}
