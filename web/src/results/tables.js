/** @import { Feature } from '../types.js' */

/**
 * The results that the panel shows as tables, in the order of a planner's questions: what should be there, is there room, what is
 * missing, what is asked for, who serves it, where to begin, how fair, how sure. `filters` are what one asks the server for first;
 * `ofService`: it
 * begins with the chosen service alone; `hidden` are columns that the panel leaves to the export.
 * @typedef {{layer: string, filters?: Record<string, string>, ofService?: boolean, sort?: {name: string, down: boolean}, hidden?: string[]}} Table
 */

/** @type {readonly Table[]} */
export const TABLES = [
  {
    layer: 'indicators', filters: { official: 'true' }, ofService: true, sort: { name: 'share', down: false },
    hidden: ['rule', 'criterion', 'group', 'profile', 'limit_s', 'network', 'circle', 'source_zh', 'source_en', 'note_zh', 'note_en', 'rule_note_zh', 'rule_note_en'],
  },
  {
    layer: 'needs', sort: { name: 'priority', down: false },
    hidden: ['is_sum', 'rule', 'value_to', 'group', 'households_source', 'largest', 'score', 'source_zh', 'source_en', 'note_zh', 'note_en', 'rule_note_zh', 'rule_note_en'],
  },
  { layer: 'capacity_split', ofService: true, sort: { name: 'no_capacity', down: true }, hidden: ['group', 'profile', 'limit_m', 'limit_s'] },
  { layer: 'facility_load', ofService: true, sort: { name: 'load_share', down: true }, hidden: ['facility', 'services'] },
  { layer: 'room_audit', sort: { name: 'shortfall_m2', down: true } },
  { layer: 'rectification' },
  { layer: 'demand_list', ofService: true, sort: { name: 'demand_people', down: true } },
  { layer: 'survey_left_out' },
  { layer: 'resource_list' },
  { layer: 'need_matches' },
  { layer: 'pilots', sort: { name: 'order', down: false } },
  { layer: 'gap_patches', ofService: true, sort: { name: 'rank', down: false } },
  { layer: 'equity', ofService: true },
  { layer: 'sensitivity', ofService: true, hidden: ['group', 'low_out', 'high_out', 'swing', 'rank'] },
];

/** Columns that say which area a row is of; the panel shows one name instead. */
const OF_THE_AREA = new Set(['id', 'level', 'code', 'name', 'name_en', 'community_code', 'community', 'community_name']);

/** @typedef {'area'|'service'|'services'|'group'|'mark'|'word'|'percent'|'count'|'decimal'|'flag'|'text'} Kind */

/** What a column holds, by its name and its first value. @param {string} name @param {unknown} value @returns {Kind} */
export function kindOf(name, value) {
  if (name === 'service') return 'service';
  if (name === 'services' || name.endsWith('_services') || name === 'services_missing') return 'services';
  if (name === 'group' || name === 'age_group') return 'group';
  if (name.endsWith('verification')) return 'mark';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') {
    if (name === 'share' || name.endsWith('_share') || name.startsWith('share_') || name === 'response_rate') return 'percent';
    return Number.isInteger(value) || Math.abs(value) >= 100 ? 'count' : 'decimal';
  }
  return WORDS.has(name) ? 'word' : 'text';
}

/** Columns whose values are words of ours, with a text each. */
const WORDS = new Set(['criterion', 'measure', 'denominator', 'verdict', 'force', 'need_kind', 'tier', 'unit', 'kind', 'state', 'findings', 'action', 'assumption', 'moved_most_by', 'low_setting', 'high_setting', 'split', 'reason', 'note', 'households_source', 'basis', 'warnings', 'resource_kind', 'reach', 'channel']);

/**
 * The columns to show, in the order of the layer: those of the area are one, texts in two languages are one.
 * @param {Feature[]} rows @param {Table} table @param {'zh'|'en'} lang @returns {{name: string, kind: Kind}[]}
 */
export function columnsOf(rows, table, lang) {
  const [first] = rows;
  if (!first) return [];
  const other = lang === 'zh' ? '_en' : '_zh';
  const hidden = new Set([...table.hidden ?? [], ...Object.keys(table.filters ?? {})]);
  const names = Object.keys(first.properties).filter((name) => !OF_THE_AREA.has(name) && !hidden.has(name) && !name.endsWith(other));
  // A column of which the first rows know nothing shows its kind further down.
  const sample = (/** @type {string} */ name) => rows.find(({ properties }) => properties[name] !== null && properties[name] !== undefined)?.properties[name];
  const shown = names.filter((name) => sample(name) !== undefined).map((name) => ({ name, kind: kindOf(name, sample(name)) }));
  // How sure a figure is stands after the figures.
  shown.sort((a, b) => Number(a.kind === 'mark') - Number(b.kind === 'mark'));
  return nameOf(first) === '' ? shown : [{ name: 'area', kind: /** @type {Kind} */ ('area') }, ...shown];
}

/** Name of the area or thing that a row is of. @param {Feature} row @param {'zh'|'en'} [lang] @returns {string} */
export function nameOf({ properties }, lang = 'zh') {
  return (lang === 'en' && properties.name_en) || properties.name || properties.community_name || properties.community || properties.community_code || properties.code || '';
}

/**
 * Rows in the order of a column; without a value they stand last, however it is turned.
 * @param {Feature[]} rows @param {{name: string, down: boolean}|null} sort @returns {Feature[]}
 */
export function sorted(rows, sort) {
  if (!sort) return rows;
  const { name, down } = sort;
  const valueOf = (/** @type {Feature} */ row) => (name === 'area' ? nameOf(row) : row.properties[name]);
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || x === undefined) return y === null || y === undefined ? 0 : 1;
    if (y === null || y === undefined) return -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh');
    return down ? -order : order;
  });
}

/** The layer's own filters with those of the reader, where the layer has the column. @param {Table} table @param {Record<string, string|null>} asked @param {Set<string>} has */
export function filtersOf(table, asked, has) {
  const own = Object.entries(asked).filter(([name, value]) => value !== null && has.has(name));
  return { ...table.filters, .../** @type {Record<string, string>} */ (Object.fromEntries(own)) };
}
