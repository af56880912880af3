// A photo pasted with Ctrl+V or Cmd+V.

/**
 * @param {object} calls
 * @param {(file: File) => void} calls.onFile
 * @param {() => void} calls.onNothing  the clipboard held no picture
 */
export function listenForPastes({ onFile, onNothing }) {
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const file = files.find(({ type }) => type.startsWith('image/')) ?? files[0];
    event.preventDefault();
    if (file) onFile(file);
    else onNothing();
  });
}
