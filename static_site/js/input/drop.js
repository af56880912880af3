// Files dropped anywhere on the page.

/** @param {DragEvent} event */
const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * @param {object} calls
 * @param {(file: File) => void} calls.onFile  the first file: the page works on one photo at a time
 * @param {() => void} calls.onNothing  something without a file was dropped
 * @param {(dragging: boolean) => void} calls.onDragging  files hover over the page, or no longer do
 */
export function listenForDrops({ onFile, onNothing, onDragging }) {
  // Each element under the pointer sends its own enter and leave; the page is left when all are left.
  let depth = 0;
  const setDepth = (/** @type {number} */ value) => {
    depth = Math.max(0, value);
    onDragging(depth > 0);
  };
  addEventListener('dragenter', (event) => {
    if (carriesFiles(event)) setDepth(depth + 1);
  });
  addEventListener('dragleave', (event) => {
    if (carriesFiles(event)) setDepth(depth - 1);
  });
  addEventListener('dragover', (event) => {
    // Without this the browser would open the photo in place of the page.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = carriesFiles(event) ? 'copy' : 'none';
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    setDepth(0);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
    else onNothing();
  });
}
