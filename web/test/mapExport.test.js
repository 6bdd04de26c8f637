import test from 'node:test';
import assert from 'node:assert/strict';
import { hexOf, parseColour } from '../src/colour.js';
import { fitted, layoutOf, wrapped } from '../src/mapExport/layout.js';
import { groundPerPx_m, paperOf, PAPER_NAMES, pixelsOf, PX_PER_MM, roundedScale, scaleBar, scaleOfZoom, zoomOfScale } from '../src/mapExport/paper.js';
import { physicalSize, withResolution } from '../src/mapExport/png.js';
import { cleaned, fontOf } from '../src/mapExport/svgContext.js';

const SCREEN = { x: 1120, y: 856 };

test('an A4 sheet at 300 dots an inch has 3508 by 2480 dots', () => {
  assert.deepEqual(pixelsOf(paperOf('a4_landscape', SCREEN), 300), { width: 3508, height: 2480 });
  assert.deepEqual(pixelsOf(paperOf('a3_portrait', SCREEN), 200), { width: 2339, height: 3307 });
  assert.deepEqual(pixelsOf(paperOf('slide', SCREEN), 96), { width: 1280, height: 720 });
});

test('as the screen at 96 dots an inch has the dots of the screen', () => {
  assert.deepEqual(pixelsOf(paperOf('screen', SCREEN), 96), { width: 1120, height: 856 });
});

test('at the equator a px of zoom 0 is a 256th of the equator', () => {
  assert.equal(groundPerPx_m(0, 0).toFixed(3), (40075016.68558 / 256).toFixed(3));
});

test('scale and zoom are each other\'s inverse, and each zoom halves the scale', () => {
  for (const lat of [0, 28.1, 34.25, 60]) {
    assert.ok(Math.abs(scaleOfZoom(zoomOfScale(10_000, lat), lat) - 10_000) < 1e-6);
    assert.ok(Math.abs(scaleOfZoom(14, lat) / scaleOfZoom(15, lat) - 2) < 1e-12);
  }
});

test('on a sheet of 1:10,000 a centimetre is a hundred metres', () => {
  const zoom = zoomOfScale(10_000, 34.25);
  assert.ok(Math.abs(groundPerPx_m(zoom, 34.25) * PX_PER_MM * 10 - 100) < 1e-9);
});

test('a scale is rounded up to one that can be said, so that nothing wanted is cut off', () => {
  assert.deepEqual([9_800, 10_000, 10_001, 12_600, 24_999, 31_000, 81_000].map(roundedScale), [10_000, 10_000, 12_500, 15_000, 25_000, 40_000, 100_000]);
});

test('the scale bar is the longest of 1, 2 or 5 that fits, and as long as it says', () => {
  for (const n of [1000, 2500, 10_000, 25_000, 100_000]) {
    const { length_m, length_px } = scaleBar(n, 180);
    assert.ok(length_px <= 180 && length_px > 180 / 2.6, `${n}: ${length_px}`);
    assert.match(String(length_m), /^[125]0*$/);
    assert.ok(Math.abs(length_px / PX_PER_MM / 1000 * n - length_m) < 1e-9);
  }
});

test('the parts of every sheet lie on it and do not overlap', () => {
  for (const [name, hasLegend] of PAPER_NAMES.flatMap((paper) => /** @type {[string, boolean][]} */ ([[paper, true], [paper, false]]))) {
    const { width_mm, height_mm } = paperOf(name, SCREEN);
    const [width, height] = [width_mm * PX_PER_MM, height_mm * PX_PER_MM];
    const { title, map, legend, sources } = layoutOf(width, height, 3, hasLegend);
    const boxes = [title, map, legend, sources];
    for (const box of boxes) assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height && box.width > 150 && box.height > 30, name);
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, name);
    }));
    assert.ok(map.width * map.height > width * height * 0.45, `${name}: the map has most of the sheet`);
  }
});

const tenEach = (/** @type {string} */ text) => [...text].length * 10;

test('English breaks between words, Chinese anywhere, and nothing is lost', () => {
  assert.deepEqual(wrapped('one two three', 80, tenEach), ['one two', 'three']);
  assert.deepEqual(wrapped('步行十五分钟', 30, tenEach), ['步行十', '五分钟']);
  assert.equal(wrapped('规则 GB 50180-2018, 待核实', 60, tenEach).join('').replaceAll(' ', ''), '规则GB50180-2018,待核实');
});

test('a name of 10,000 letters is cut to fit, between letters', () => {
  const text = fitted('🏥'.repeat(10_000), 100, tenEach);
  assert.equal(text, `${'🏥'.repeat(9)}…`);
  assert.equal(fitted('short', 100, tenEach), 'short');
});

test('the chunk of the size on paper is well-formed: 300 dots an inch are 11,811 a metre', () => {
  const chunk = physicalSize(300);
  const view = new DataView(chunk.buffer);
  assert.equal(view.getUint32(0), 9);
  assert.equal(new TextDecoder().decode(chunk.subarray(4, 8)), 'pHYs');
  assert.deepEqual([view.getUint32(8), view.getUint32(12), chunk[16]], [11811, 11811, 1]);
  // The checksum of this chunk as other programs write it at 72 dots an inch.
  assert.equal(new DataView(physicalSize(72).buffer).getUint32(17), 0x009a9c18);
});

test('the chunk stands right behind the header and leaves the rest as it was', async () => {
  const png = Uint8Array.from({ length: 60 }, (_, i) => i);
  const bytes = new Uint8Array(await withResolution(new Blob([png]), 150).arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 33)], [...png.subarray(0, 33)]);
  assert.equal(new TextDecoder().decode(bytes.subarray(37, 41)), 'pHYs');
  assert.deepEqual([...bytes.subarray(54)], [...png.subarray(33)]);
});

test('colours of style sheets are read with their transparency', () => {
  assert.deepEqual(parseColour('#4a90c2'), { red: 74, green: 144, blue: 194, alpha: 1 });
  assert.deepEqual(parseColour('#fff'), { red: 255, green: 255, blue: 255, alpha: 1 });
  assert.deepEqual(parseColour('rgba(90, 84, 75, 0.5)'), { red: 90, green: 84, blue: 75, alpha: 0.5 });
  assert.equal(hexOf(/** @type {any} */ (parseColour('color(srgb 1 0.5 0 / 0.3)'))), '#ff8000');
  assert.deepEqual(['rgba(0, 0, 0, 0)', 'none', 'url(#hatch)', ''].map(parseColour), [null, null, null, null]);
});

test('what XML cannot hold is replaced, all else of a name stays', () => {
  assert.equal(cleaned('a\u0000\u001f\ud800<script>&"\u202e🏥\n'), 'a\ufffd\ufffd\ufffd<script>&"\u202e🏥\n');
});

test('a font is taken apart as contexts write it, and another is refused by name', () => {
  assert.deepEqual(fontOf('italic 12px system-ui, serif'), { style: 'italic', weight: '400', size: 12, family: 'system-ui, serif' });
  assert.deepEqual(fontOf('600 10.5px "Noto Sans"'), { style: 'normal', weight: '600', size: 10.5, family: '"Noto Sans"' });
  assert.throws(() => fontOf('large serif'), /large serif/);
});
