// Hands a finished file to the browser's own 'save'.

/** Safari reads the address some time after the click; a minute is generous, and then the memory is free again. */
const KEEP_ADDRESS_MS = 60_000;

/**
 * @param {Blob} blob
 * @param {string} fileName  already made safe by file-name.js
 */
export function downloadBlob(blob, fileName) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS_MS);
}
