/** @import { Problem } from './types.js' */

const ORDER = ['fatal', 'rejected', 'repaired', 'warning'];

/** @typedef {{severity: Problem['severity'], what: Problem['what'], remedy: Problem['remedy'], places: string[], count: number, examples: Problem[]}} ProblemGroup */

/** A sentence without what differs from row to row: quoted words and numbers. @param {string} sentence */
const shapeOf = (sentence) => sentence.replace(/“[^”]*”|'[^']*'|"[^"]*"/g, '“…”').replace(/\d+(?:[.,]\d+)*/g, '#');

/**
 * Problems by their sentence, the worst first; sentences that differ in numbers and quoted words alone are one group.
 * @param {Problem[]} problems @returns {ProblemGroup[]}
 */
export function groupProblems(problems) {
  /** @type {Map<string, ProblemGroup>} */
  const groups = new Map();
  for (const problem of problems) {
    const key = `${problem.severity} ${shapeOf(problem.what.en)}`;
    const group = groups.get(key) ?? { severity: problem.severity, what: problem.what, remedy: problem.remedy, places: [], count: 0, examples: [] };
    group.count++;
    if (problem.place !== null) group.places.push(problem.place);
    group.examples.push(problem);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count);
}

/** @param {string|null} text */
function cell(text) {
  const plain = text ?? '';
  // A spreadsheet would take these as a formula.
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** All problems as a table that Excel opens with its Chinese intact. @param {string} file @param {Problem[]} problems */
export function problemsCsv(file, problems) {
  const rows = [['file', 'severity', 'place', 'what_zh', 'remedy_zh', 'what', 'remedy'],
    ...problems.map(({ severity, place, what, remedy }) => [file, severity, place, what.zh, remedy.zh, what.en, remedy.en])];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A place of a file in the reader's language: they come as `line 7`, `feature 12`, `row 3`. @param {string} place @param {'zh'|'en'} lang */
export function placeText(place, lang) {
  if (lang === 'en') return place;
  const [, word, number] = /^(line|row|feature|record|byte) (\d+)$/.exec(place) ?? [];
  const words = /** @type {Record<string, (n: string) => string>} */ ({
    line: (n) => `第 ${n} 行`, row: (n) => `第 ${n} 行`, feature: (n) => `第 ${n} 个要素`, record: (n) => `第 ${n} 条记录`, byte: (n) => `第 ${n} 字节`,
  });
  return word ? words[word](number) : place;
}
