import test from 'node:test';
import assert from 'node:assert/strict';
import { bindings, kmApart, likelySystems, orderOf, tableOf, tellingTexts, withField, withWord } from '../src/imports/corrections.js';
import { groupFiles, split } from '../src/imports/groups.js';
import { refusalOf } from '../src/imports/imports.js';
import { groupProblems, placeText, problemsCsv } from '../src/imports/problems.js';
import { byGrade, faultAt } from '../src/health.js';
import { bytes } from '../src/format.js';

/** @import { Choices, Field, Inspection, Problem, Table } from '../src/imports/types.js' */

/** @param {...string} names */
const files = (...names) => names.map((name) => new File(['x'], name));
/** @param {import('../src/imports/groups.js').Group[]} groups */
const named = (groups) => groups.map(({ name, files: parts, lacks }) => [name, parts.map((part) => part.name), lacks]);

test('the parts of a shapefile are one import, whatever the case of their names', () => {
  assert.deepEqual(named(groupFiles(files('a.csv', '建筑.SHP', '建筑.dbf', '建筑.shx', '建筑.prj', '建筑.shp.xml', '建筑.fields.csv', 'b.shp', 'b.dbf'))), [
    ['a.csv', ['a.csv'], null], ['建筑.SHP', ['建筑.SHP', '建筑.dbf', '建筑.shx', '建筑.prj', '建筑.shp.xml', '建筑.fields.csv'], null], ['b.shp', ['b.shp', 'b.dbf'], null],
  ]);
});

test('parts without the file that is opened say what is missing', () => {
  assert.deepEqual(named(groupFiles(files('a.prj', 'a.shx', 'a.cpg'))), [['a.prj', ['a.prj', 'a.shx', 'a.cpg'], 'shp']]);
  assert.deepEqual(named(groupFiles(files('alone.dbf', 'x.fields.csv'))), [['alone.dbf', ['alone.dbf'], null], ['x.fields.csv', ['x.fields.csv'], null]]);
});

test('a second file of one name comes from another folder', () => {
  assert.equal(groupFiles(files('a.shp', 'a.dbf', 'a.shp')).length, 2);
  assert.equal(groupFiles(files('a.csv', 'a.csv')).length, 2);
});

test('an ending may have two parts, and a name none', () => {
  assert.deepEqual(split('a.b.shp.xml'), ['a.b', 'shp.xml']);
  assert.deepEqual(split('a.b.SHP'), ['a.b', 'shp']);
  assert.deepEqual(split('README'), ['README', '']);
  assert.deepEqual(split('.shp'), ['.shp', '']);
});

test('what is too large, too many, empty or incomplete is refused before it travels', () => {
  const limits = { file_bytes: 5, import_bytes: 8, files: 10, imports: 2 };
  const group = (/** @type {number[]} */ sizes, /** @type {string|null} */ lacks = null) => ({ name: 'a', files: sizes.map((size, i) => new File(['x'.repeat(size)], `a${i}`)), lacks });
  assert.equal(refusalOf(group([5]), limits, 0), null);
  assert.match(refusalOf(group([6]), limits, 0)?.en.detail ?? '', /split it/);
  assert.match(refusalOf(group([4, 5]), limits, 0)?.en.detail ?? '', /split it/);
  assert.match(refusalOf(group([1]), limits, 2)?.en.detail ?? '', /At most 2/);
  assert.match(refusalOf(group([1], 'shp'), limits, 0)?.zh.detail ?? '', /缺少 \.shp/);
  assert.match(refusalOf(group([0]), limits, 0)?.zh.detail ?? '', /空/);
});

/** @param {string} en @param {string|null} place @param {Problem['severity']} [severity] @returns {Problem} */
const problem = (en, place, severity = 'rejected') => ({ severity, place, what: { zh: en, en }, remedy: { zh: '', en: 'mend it' } });

test('problems are grouped by their sentence, the worst first', () => {
  const groups = groupProblems([problem('rounded', 'line 2', 'repaired'), problem('lon "a1" is not a number', 'line 3'), problem("lon 'b' is not a number", 'line 9'), problem('3 rows more', null, 'warning'), problem('lat is empty', 'line 4')]);
  assert.deepEqual(groups.map(({ severity, count, places }) => [severity, count, places]), [['rejected', 2, ['line 3', 'line 9']], ['rejected', 1, ['line 4']], ['repaired', 1, ['line 2']], ['warning', 1, []]]);
});

test('the table of problems survives quotes, commas and what looks like a formula', () => {
  const table = problemsCsv('a,"b".csv', [problem('=1+1', '-5'), problem('say "no"', null)]);
  assert.equal(table.split('\r\n')[1], `"a,""b"".csv",rejected,'-5,'=1+1,,'=1+1,mend it`);
  assert.equal(table.split('\r\n')[2], '"a,""b"".csv",rejected,,"say ""no""",,"say ""no""",mend it');
  assert.equal(table[0], '\uFEFF');
});

test('places are said in the reader\'s language', () => {
  assert.equal(placeText('line 7', 'zh'), '第 7 行');
  assert.equal(placeText('line 7', 'en'), 'line 7');
  assert.equal(placeText('way/4711', 'zh'), 'way/4711');
});

/** @param {string} name @param {string|null} column @param {string|null} [example] @returns {Field} */
const field = (name, column, example = null) => ({ name, type: 'text', example, column });
/** @param {Partial<Table>} [more] @returns {Table} */
const table = (more = {}) => ({
  name: 't', rows: null, encoding: { name: 'utf-8', origin: 'standard', where: '' }, geometry_types: ['Point'], fields: [field('编号', 'id', 'N1'), field('户数', 'households, dwellings', '3'), field('附注', null)],
  first_rows: [['N1', '3', null], ['N2', '北林', 'POLYGON ((1 2…']], suggested_layer: 'facilities', crs: { declared: null, code: 'EPSG:4326', reason: { zh: '', en: '' }, verdict: null, proposed: null, evidence: null, candidates: [] }, sample: { type: 'GeometryCollection', geometries: [] }, problems: [], ...more,
});
const layer = { name: 'l', title: { zh: '', en: '' }, geometry: 'point', columns: ['id', 'households', 'dwellings', 'note'].map((name) => ({ name, type: 'text', allowed: null, other_names: name === 'note' ? ['remark', '备注'] : [] })) };

test('each column has the field that fills it; one field may fill two', () => {
  assert.deepEqual(bindings(table(), layer, {}).map(({ column, field: name, example, hint }) => [column, name, example, hint]), [
    ['id', '编号', 'N1', ''], ['households', '户数', '3', ''], ['dwellings', '户数', '3', ''], ['note', null, null, '备注']]);
});

test('what is said of a column counts, also that it stays empty', () => {
  const rows = bindings(table(), layer, { map: { note: '附注', households: '' } });
  assert.deepEqual(rows.map(({ field: name, said }) => [name, said]), [['编号', false], [null, true], ['户数', false], ['附注', true]]);
});

test('a table without shapes is asked for its coordinates', () => {
  assert.deepEqual(bindings(table({ geometry_types: [] }), layer, {}).map(({ column }) => column).slice(-3), ['lon', 'lat', 'wkt']);
  assert.deepEqual(bindings(table({ geometry_types: [] }), { ...layer, geometry: 'none' }, {}).length, 4);
});

test('a word replaces the former, and empty words are taken back', () => {
  assert.deepEqual(withWord({ crs: 'GCJ-02', encoding: 'gbk' }, { crs: undefined, swap_axes: false, encoding: 'big5' }), { encoding: 'big5' });
  assert.deepEqual(withField({ map: { name: 'a' } }, 'name', null), { map: undefined });
  assert.deepEqual(withField({ map: { name: 'a' } }, 'note', ''), { map: { name: 'a', note: '' } });
});

test('what was said of one table or layer is not said of another', () => {
  const said = { table: 'a', layer: 'facilities', map: { name: 'x' }, crs: 'BD-09', encoding: 'gbk' };
  assert.deepEqual(withWord(said, { table: 'b' }), { table: 'b', encoding: 'gbk' });
  assert.deepEqual(withWord(said, { layer: 'buildings' }), { table: 'a', layer: 'buildings', crs: 'BD-09', encoding: 'gbk' });
});

test('what is shown is what is done: table and layer go along', () => {
  /** @type {Inspection} */
  const inspection = { file: 'f', format: 'XLSX', bytes: 1, tables: [table({ name: 'notes', suggested_layer: null }), table({ name: 'rows' })] };
  assert.equal(tableOf(inspection, {})?.name, 'rows');
  assert.deepEqual(orderOf(inspection, { crs: 'BD-09' }), { crs: 'BD-09', table: 'rows', layer: 'facilities' });
  assert.deepEqual(orderOf({ ...inspection, tables: [] }, {}), {});
});

test('zones around the district are offered before the others', () => {
  /** @type {Choices['coordinate_systems']} */
  const systems = [['EPSG:4326', null], ['GCJ-02', null], ['EPSG:4545', 108], ['EPSG:4546', 111], ['EPSG:4534', 75]].map(([code, meridian]) => ({ code: String(code), name: { zh: '', en: '' }, central_meridian: /** @type {number|null} */ (meridian), needs_shift: false }));
  const likely = likelySystems(systems, 108.95);
  assert.deepEqual(likely.near.map(({ code }) => code), ['EPSG:4545', 'EPSG:4546']);
  assert.deepEqual(likely.others.map(({ code }) => code), ['EPSG:4534']);
  assert.equal(likelySystems(systems, null).near.length, 0);
});

test('a file that lies elsewhere is told by its kilometres', () => {
  const at = (/** @type {number} */ lon, /** @type {number} */ lat) => ({ geometries: [{ type: 'Point', coordinates: [lon, lat] }] });
  assert.equal(kmApart(at(10.5, 0.5), [10, 0, 11, 1]), 0);
  assert.equal(Math.round(kmApart(at(10.5, 2), [10, 0, 11, 1])), 111);
  assert.equal(Math.round(kmApart(at(12, 60.5), [10, 60, 11, 61])), 55);
  assert.equal(kmApart(at(12, 60), null), 0);
  assert.equal(kmApart({ geometries: [{ type: 'Polygon', coordinates: [] }] }, [10, 0, 11, 1]), 0);
});

test('texts that tell an encoding have letters beyond ASCII', () => {
  assert.deepEqual(tellingTexts(table()), ['编号', '户数', '附注', '北林']);
});

test('findings stand by grade and layer', () => {
  const finding = (/** @type {any} */ grade, /** @type {string} */ name, /** @type {string} */ code) => ({ grade, code, layer: name, count: 1, text: { zh: '', en: '' }, ids: [], places: [] });
  const grades = byGrade([finding('note', 'a', '1'), finding('problem', 'b', '2'), finding('note', 'c', '3'), finding('note', 'a', '4')]);
  assert.deepEqual(grades.map(({ grade, layers }) => [grade, layers.map(({ layer: name, findings }) => [name, findings.map(({ code }) => code)])]), [['problem', [['b', ['2']]]], ['note', [['a', ['1', '4']], ['c', ['3']]]]]);
});

test('a fault is found by its place', () => {
  /** @type {any[]} */
  const rows = [{ properties: { id: 'a' }, geometry: { type: 'Point', coordinates: [1, 2] } }, { properties: { id: 'b' }, geometry: null }];
  assert.equal(faultAt(rows, { lon: 1.0000001, lat: 2 })?.properties.id, 'a');
  assert.equal(faultAt(rows, { lon: 1.1, lat: 2 }), null);
  assert.equal(faultAt(null, { lon: 1, lat: 2 }), null);
});

test('sizes of files are read as people read them', () => {
  assert.deepEqual([0, 900, 1024, 8944212, 104857600, 4 * 2 ** 30].map(bytes), ['0 B', '900 B', '1.0 KB', '8.5 MB', '100 MB', '4.0 GB']);
});
