/** @typedef {{name: string, files: File[], lacks: string|null}} Group files that are imported as one; `lacks` is the ending of a part that has to be there */

/** Endings of files that come in parts, by the ending of the part that is opened. @type {Record<string, string[]>} */
const PARTS = {
  shp: ['dbf', 'shx', 'prj', 'cpg', 'qpj', 'sbn', 'sbx', 'qix', 'cst', 'shp.xml', 'fields.csv', 'texts.csv'],
  tab: ['dat', 'map', 'id', 'ind'],
  mif: ['mid'],
};

// These are files of their own where the part that is opened is not among what was dropped.
const ALONE = new Set(['dbf', 'dat', 'map', 'id', 'fields.csv', 'texts.csv']);

/** Name without its ending, and the ending in small letters. @param {string} name @returns {[string, string]} */
export function split(name) {
  const [, base, ending] = /^(.+)\.(shp\.xml|fields\.csv|texts\.csv)$/i.exec(name) ?? /^(.+)\.([^.]+)$/.exec(name) ?? [name, name, ''];
  return [base, ending.toLowerCase()];
}

/** The part that is opened of the files that a part belongs to. @param {string} ending @returns {string|null} */
function mainOf(ending) {
  if (ending in PARTS) return ending;
  return Object.keys(PARTS).find((main) => PARTS[main].includes(ending)) ?? null;
}

/**
 * Puts parts of one data set together by their base name (case aside), in the order in which they came.
 * @param {File[]} files @returns {Group[]}
 */
export function groupFiles(files) {
  /** @type {Map<string, File[]>} */
  const groups = new Map();
  files.forEach((file, i) => {
    const [base, ending] = split(file.name);
    const main = mainOf(ending);
    const together = main ? `${main} ${base.toLowerCase()}` : `${i}`;
    const group = groups.get(together);
    // A second file of one name comes from another folder and belongs to something else.
    if (group && !group.some((other) => other.name.toLowerCase() === file.name.toLowerCase())) group.push(file);
    else groups.set(group ? `${together} ${i}` : together, [file]);
  });
  return [...groups.values()].flatMap(groupsOf);
}

/** @param {File[]} files of one base name @returns {Group[]} */
function groupsOf(files) {
  const main = mainOf(split(files[0].name)[1]);
  const opened = files.find((file) => split(file.name)[1] === main) ?? null;
  if (!main || opened) return [{ name: (opened ?? files[0]).name, files, lacks: null }];
  if (files.length === 1 && ALONE.has(split(files[0].name)[1])) return [{ name: files[0].name, files, lacks: null }];
  return [{ name: files[0].name, files, lacks: main }];
}
