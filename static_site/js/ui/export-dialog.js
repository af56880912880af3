// The export: format, quality and size, with the file made and its bytes shown before it is saved, copied or shared.

/**
 * @import { Artboard } from '../document/scene.js'
 * @import { FailureFacts } from '../document/failure.js'
 * @import { JobOptions, Progress } from '../document/state.js'
 */

/**
 * @typedef {'png' | 'jpeg' | 'webp'} Format
 * @typedef {{format: Format, quality: number, size: {width: number, height: number}}} Choice
 */

/** So long after the last change a file is made. */
const PAUSE_MS = 300;

/**
 * @param {HTMLDialogElement} dialog
 * @param {object} calls
 * @param {(choice: Choice, options: JobOptions) => Promise<Blob>} calls.encode
 * @param {(error: unknown) => FailureFacts} calls.facts
 * @param {(failure: FailureFacts) => {what: string, toDo: string}} calls.words
 * @param {(bytes: number) => string} calls.formatBytes
 * @param {(blob: Blob, format: Format) => void} calls.onSave
 * @param {(png: Promise<Blob>) => Promise<void>} calls.onCopy
 * @param {(blob: Blob, format: Format) => Promise<void>} calls.onShare
 * @param {(blob: Blob, format: Format) => boolean} calls.canShare
 * @param {boolean} calls.canCopy
 */
export function createExportDialog(dialog, calls) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (dialog.querySelector(`[data-part="${name}"]`));
  const formats = /** @type {NodeListOf<HTMLInputElement>} */ (dialog.querySelectorAll('[name=export-format]'));
  const hints = /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll('[data-format]'));
  /** @type {Artboard} */
  let artboard = { width: 1, height: 1 };
  let making = new AbortController();
  /** @type {Promise<Blob>} */
  let file = new Promise(() => {});

  /** @returns {Choice} */
  const read = () => {
    const format = /** @type {Format} */ ([...formats].find(({ checked }) => checked)?.value ?? 'png');
    const size = { width: part('width').valueAsNumber, height: part('height').valueAsNumber };
    return { format, quality: part('quality').valueAsNumber / 100, size };
  };

  /** Once all is drawn, the browser's own encoder tells nothing. @param {Choice} choice @param {AbortSignal} signal */
  const encode = (choice, signal) => {
    const onProgress = (/** @type {Progress} */ { fraction = 0 }) =>
      fraction < 1 ? part('progress').setAttribute('value', `${fraction}`) : part('progress').removeAttribute('value');
    return calls.encode(choice, { signal, onProgress });
  };

  /** @param {unknown} error */
  const showFailure = (error) => {
    const failure = calls.facts(error);
    const { what, toDo } = calls.words(failure);
    part('bytes').textContent = '';
    part('failure').textContent = `${what} ${toDo}`;
    part('use-largest').hidden = !failure.largest;
    part('use-largest').value = String(failure.largest?.width ?? '');
  };

  /** @param {AbortSignal} signal @param {number} pauseMs */
  const make = async (signal, pauseMs) => {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    signal.throwIfAborted();
    return encode(read(), signal);
  };

  const refresh = async (pauseMs = PAUSE_MS) => {
    making.abort();
    making = new AbortController();
    const { signal } = making;
    const { format } = read();
    for (const hint of hints) hint.hidden = !hint.dataset.format?.split(' ').includes(format);
    part('quality-value').textContent = part('quality').value;
    part('failure').textContent = '';
    part('use-largest').hidden = part('share').hidden = true;
    part('bytes').textContent = 'Making the file …';
    part('progress').hidden = false;
    part('save').disabled = false;
    file = make(signal, pauseMs);
    try {
      const blob = await file;
      if (signal.aborted) return;
      part('bytes').textContent = calls.formatBytes(blob.size);
      part('share').hidden = !calls.canShare(blob, format);
    } catch (error) {
      if (signal.aborted) return;
      showFailure(error);
      part('save').disabled = true;
    }
    part('progress').hidden = true;
  };

  /** Both sides keep the artboard's proportions. @param {'width' | 'height'} side @param {number} length */
  const setSide = (side, length) => {
    const factor = Math.max(Math.round(length), 1) / artboard[side];
    part('width').value = String(Math.max(1, Math.round(artboard.width * factor)));
    part('height').value = String(Math.max(1, Math.round(artboard.height * factor)));
    refresh();
  };

  for (const format of formats) format.addEventListener('change', () => refresh());
  part('quality').addEventListener('input', () => refresh());
  for (const side of /** @type {const} */ (['width', 'height'])) {
    part(side).addEventListener('change', () => setSide(side, part(side).valueAsNumber || artboard[side]));
  }
  part('use-largest').addEventListener('click', () => setSide('width', Number(part('use-largest').value)));
  dialog.addEventListener('close', () => making.abort());

  /** @param {(choice: Choice) => Promise<unknown>} act @param {boolean} [closes] */
  const press = async (act, closes = false) => {
    const { signal } = making;
    try {
      await act(read());
      if (closes) dialog.close();
    } catch (error) {
      if (!signal.aborted) showFailure(error);
    }
  };
  part('save').addEventListener('click', () => press(async ({ format }) => calls.onSave(await file, format), true));
  part('copy').hidden = !calls.canCopy;
  part('copy').addEventListener('click', () => {
    const png = read().format === 'png' ? file : encode({ ...read(), format: 'png' }, making.signal);
    return press(async () => {
      await calls.onCopy(png);
      part('bytes').textContent = 'Copied, as a PNG.';
    });
  });
  part('share').addEventListener('click', () => press(async ({ format }) => calls.onShare(await file, format)));

  return {
    /**
     * @param {Artboard} size  of the scene
     * @param {Format} [suggested]  the format that a shop asks for
     */
    open(size, suggested) {
      artboard = size;
      for (const format of formats) if (suggested) format.checked = format.value === suggested;
      part('width').value = String(size.width);
      part('height').value = String(size.height);
      dialog.showModal();
      refresh(0);
    },
  };
}
