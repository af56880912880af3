// A photo picked with the system's file dialogue.

/**
 * @param {HTMLInputElement} input  type=file
 * @param {Iterable<HTMLElement>} openers  each opens the dialogue when clicked
 * @param {(file: File) => void} onFile
 */
export function listenForPicks(input, openers, onFile) {
  for (const opener of openers) opener.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // Emptied, so that picking the same photo again is a change again.
    input.value = '';
    if (file) onFile(file);
  });
}
