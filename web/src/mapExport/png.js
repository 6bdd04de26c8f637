// The chunk pHYs tells word processors how large a picture is on paper; browsers write none. PNG (ISO/IEC 15948) 11.3.5.3.
const SIGNATURE_AND_HEADER = 8 + 25;
const INCH_M = 0.0254;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** @param {number} dpi @returns {Uint8Array<ArrayBuffer>} the chunk with its length and checksum */
export function physicalSize(dpi) {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / INCH_M);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** A picture that says its size on paper. @param {Blob} png as a browser writes it @param {number} dpi */
export function withResolution(png, dpi) {
  return new Blob([png.slice(0, SIGNATURE_AND_HEADER), physicalSize(dpi), png.slice(SIGNATURE_AND_HEADER)], { type: 'image/png' });
}
