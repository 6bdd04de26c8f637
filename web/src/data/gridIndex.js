// A uniform grid fits: the shapes of a city are small, alike in size and evenly spread, so a cell holds a handful. It is built in two
// counting passes into two arrays and needs no library.
const SHAPES_PER_CELL = 4;
const MAX_SIDE_CELLS = 512;

/** Which boxes touch a rectangle. Built once, then read only. */
export class GridIndex {
  /** @param {Float32Array} boxes left, top, right, bottom of each item; an item without geometry has left > right */
  constructor(boxes) {
    this.boxes = boxes;
    const count = boxes.length / 4;
    const [left, top, width, height] = extent(boxes);
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.side = Math.max(1, Math.min(MAX_SIDE_CELLS, Math.ceil(Math.sqrt(count / SHAPES_PER_CELL))));
    /** First entry of each cell; one more than cells. */
    this.firstItem = new Uint32Array(this.side * this.side + 1);
    for (let item = 0; item < count; item++) this.eachCell(item, (cell) => this.firstItem[cell + 1]++);
    for (let cell = 0; cell < this.side * this.side; cell++) this.firstItem[cell + 1] += this.firstItem[cell];
    this.items = new Uint32Array(this.firstItem[this.side * this.side]);
    const next = this.firstItem.slice();
    for (let item = 0; item < count; item++) this.eachCell(item, (cell) => { this.items[next[cell]++] = item; });
  }

  /** @param {number} x */
  column(x) {
    return Math.max(0, Math.min(this.side - 1, Math.floor(((x - this.left) / this.width) * this.side)));
  }

  /** @param {number} y */
  row(y) {
    return Math.max(0, Math.min(this.side - 1, Math.floor(((y - this.top) / this.height) * this.side)));
  }

  /** @param {number} item @param {(cell: number) => void} visit */
  eachCell(item, visit) {
    const [left, top, right, bottom] = this.boxes.subarray(item * 4, item * 4 + 4);
    if (left > right) return;
    for (let row = this.row(top); row <= this.row(bottom); row++) {
      for (let column = this.column(left); column <= this.column(right); column++) visit(row * this.side + column);
    }
  }

  /** Items whose box touches the rectangle, in ascending order. @param {number} left @param {number} top @param {number} right @param {number} bottom @returns {Uint32Array} */
  search(left, top, right, bottom) {
    const { boxes, items, firstItem, side } = this;
    if (right < this.left || left > this.left + this.width || bottom < this.top || top > this.top + this.height) return new Uint32Array(0);
    const [firstRow, lastRow, firstColumn, lastColumn] = [this.row(top), this.row(bottom), this.column(left), this.column(right)];
    /** @type {number[]} */
    const found = [];
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = row * side + column;
        for (let k = firstItem[cell]; k < firstItem[cell + 1]; k++) {
          const i = items[k] * 4;
          if (boxes[i] > right || boxes[i + 2] < left || boxes[i + 1] > bottom || boxes[i + 3] < top) continue;
          // One that lies in several cells is found in the first of them: the others need no memory of it.
          if (Math.max(firstRow, this.row(boxes[i + 1])) === row && Math.max(firstColumn, this.column(boxes[i])) === column) found.push(items[k]);
        }
      }
    }
    return Uint32Array.from(found).sort();
  }
}

/** Left, top, width and height of all boxes. @param {Float32Array} boxes */
function extent(boxes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    if (boxes[i] < left) left = boxes[i];
    if (boxes[i + 1] < top) top = boxes[i + 1];
    if (boxes[i + 2] > right) right = boxes[i + 2];
    if (boxes[i + 3] > bottom) bottom = boxes[i + 3];
  }
  return [left, top, Math.max(right - left, 1e-9), Math.max(bottom - top, 1e-9)];
}
