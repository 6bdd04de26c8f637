/** Longest side of a photo that is kept, in pixels: enough to read a sign, and some hundred kilobytes. */
export const LONGEST_PX = 1600;
const QUALITY = 0.85;

/** Size with the longest side within the limit; smaller ones stay. @param {number} width @param {number} height */
export function sizeWithin(width, height) {
  const scale = Math.min(1, LONGEST_PX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The picture of a file, drawn anew: smaller, upright, and without what the camera wrote into it (place, owner). @param {File} file @returns {Promise<Blob>} JPEG */
export async function scaled(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = sizeWithin(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture cannot be drawn.'))), 'image/jpeg', QUALITY));
}
