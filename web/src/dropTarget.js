import { byId } from './dom.js';

/** Every file of what was dropped; folders are opened. @param {DataTransfer} transfer @returns {Promise<File[]>} */
export async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry?.() ?? null : null)).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const found = await Promise.all(entries.map(filesIn));
  return found.flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function filesIn(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {File[]} */
  const files = [];
  // A folder is told in parts of a hundred, the last of them empty.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return files;
    for (const child of part) if (!child.name.startsWith('.')) files.push(...await filesIn(child));
  }
}

/** Takes files that are dropped anywhere on the page. @param {(files: File[]) => void} take @param {() => string} words what to show meanwhile */
export function listenToDrops(take, words) {
  const veil = byId('drop');
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    veil.textContent = words();
    veil.hidden = false;
  });
  window.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
  // Left for another window: then nothing is entered instead.
  window.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) veil.hidden = true; });
  window.addEventListener('drop', async (event) => {
    veil.hidden = true;
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    const files = await filesOf(event.dataTransfer);
    if (files.length > 0) take(files);
  });
}
