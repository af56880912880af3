// The choice of where a background is removed, and what it means: on the server, or on this device.

/**
 * What the switch shows; matting/engines.js has it.
 * @typedef {object} EngineChoice
 * @property {'server' | 'device'} chosen
 * @property {string | null} refusal  a failure's code when the device can't be chosen
 * @property {boolean} isModelKept
 * @property {number | null} seconds  that the photo in work took on this device
 * @property {'none' | 'offered' | 'missing' | 'wanted' | 'used' | 'refused'} gpu
 */

/** @type {Record<string, string>} */
const REFUSALS = {
  on_device_low_memory: 'This device has too little memory for it, so photos are sent to our server.',
  on_device_unsupported: 'This browser is too old for it, so photos are sent to our server.',
  on_device_out_of_memory: 'This device ran out of memory. The next photo is sent to our server.',
  on_device_failed: 'It did not work in this browser. The next photo is sent to our server.',
};

const GPU_WORDS = {
  none: '',
  offered: '',
  missing: 'This browser has no graphics processor to offer.',
  wanted: 'The next photo is done both ways, and the two results are compared.',
  used: 'The graphics processor is used.',
  refused: 'The graphics processor was slower or gave another result, so it is not used.',
};

/**
 * @param {object} elements
 * @param {HTMLElement} elements.fieldset  with a radio button for each engine, and parts named by data-part
 * @param {HTMLElement} elements.seconds  beside the status, where a photo's time is told
 * @param {object} calls
 * @param {(engine: 'server' | 'device') => void} calls.onChoose
 * @param {(wanted: boolean) => void} calls.onUseGpu
 * @param {() => void} calls.onDelete
 */
export function createEngineSwitch({ fieldset, seconds: told }, { onChoose, onUseGpu, onDelete }) {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll('input[type=radio]'));
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (fieldset.querySelector(`[data-part=${name}]`));
  for (const radio of radios) radio.addEventListener('change', () => onChoose(/** @type {any} */ (radio.value)));
  const gpuBox = /** @type {HTMLInputElement} */ (fieldset.querySelector('input[type=checkbox]'));
  gpuBox.addEventListener('change', () => onUseGpu(gpuBox.checked));
  const remove = part('delete');
  remove.addEventListener('click', () => {
    onDelete();
    // The button goes away with what it deletes; the keyboard stays in the switch.
    radios[0].focus();
  });

  return {
    /** @param {EngineChoice} choice */
    show({ chosen, refusal, isModelKept, seconds, gpu }) {
      for (const radio of radios) {
        radio.checked = radio.value === chosen;
        if (radio.value === 'device') radio.disabled = refusal !== null;
      }
      part('refusal').textContent = refusal ? (REFUSALS[refusal] ?? REFUSALS.on_device_failed) : '';
      told.textContent = seconds ? `${formatSeconds(seconds)} on this device` : '';
      part('gpu').hidden = gpu === 'none' || chosen === 'server';
      gpuBox.checked = gpu === 'wanted' || gpu === 'used';
      gpuBox.disabled = gpu === 'refused' || gpu === 'missing';
      part('gpu-says').textContent = GPU_WORDS[gpu];
      part('kept').hidden = remove.hidden = !isModelKept;
    },
  };
}

/** @param {number} seconds */
function formatSeconds(seconds) {
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
