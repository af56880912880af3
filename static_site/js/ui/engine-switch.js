// The choice of where a background is removed, and what it means: on the server, or on this device.

/**
 * What the switch shows; matting/engines.js has it.
 * @typedef {object} EngineChoice
 * @property {'server' | 'device'} chosen
 * @property {string | null} refusal  a failure's code when the device can't be chosen
 * @property {boolean} isModelKept
 * @property {number | null} seconds  that the last photo took on this device
 */

/** @type {Record<string, string>} */
const REFUSALS = {
  on_device_low_memory: 'This device has too little memory for it, so photos are sent to our server.',
  on_device_unsupported: 'This browser is too old for it, so photos are sent to our server.',
  on_device_out_of_memory: 'This device ran out of memory. The next photo is sent to our server.',
  on_device_failed: 'It did not work in this browser. The next photo is sent to our server.',
};

/**
 * @param {HTMLElement} fieldset  with a radio button for each engine, and parts named by data-part
 * @param {{onChoose: (engine: 'server' | 'device') => void, onDelete: () => void}} calls
 */
export function createEngineSwitch(fieldset, { onChoose, onDelete }) {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll('input[type=radio]'));
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (fieldset.querySelector(`[data-part=${name}]`));
  for (const radio of radios) radio.addEventListener('change', () => onChoose(/** @type {any} */ (radio.value)));
  const remove = part('delete');
  remove.addEventListener('click', () => {
    onDelete();
    // The button goes away with what it deletes; the keyboard stays in the switch.
    radios[0].focus();
  });

  return {
    /** @param {EngineChoice} choice */
    show({ chosen, refusal, isModelKept, seconds }) {
      for (const radio of radios) {
        radio.checked = radio.value === chosen;
        if (radio.value === 'device') radio.disabled = refusal !== null;
      }
      part('refusal').textContent = refusal ? (REFUSALS[refusal] ?? REFUSALS.on_device_failed) : '';
      part('seconds').textContent = seconds ? `The last photo took ${formatSeconds(seconds)} on this device.` : '';
      part('kept').hidden = remove.hidden = !isModelKept;
    },
  };
}

/** @param {number} seconds */
function formatSeconds(seconds) {
  return seconds < 10 ? `${seconds.toFixed(1)} seconds` : `${Math.round(seconds)} seconds`;
}
