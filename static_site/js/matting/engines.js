// The two matting engines behind one function, and which of them is chosen.

import { failureFacts } from '../document/failure.js';
import { forgetSite, keepSite } from '../workers/offline.js';
import { matte as matteOnServer } from './function.js';
import { forgetModel, isModelKept } from './model-store.js';
import { mayTryGpu, whyNotOnDevice } from './on-device-support.js';

/**
 * @import { MattingEngine } from './function.js'
 * @import { Gpu } from './on-device.js'
 */

/**
 * @typedef {'server' | 'device'} EngineName
 * @typedef {object} EngineStatus
 * @property {EngineName} chosen
 * @property {string | null} refusal  a failure's code when the device can't be chosen
 * @property {boolean} isModelKept  on this device
 * @property {number | null} seconds  that the photo in work took on this device
 * @property {Gpu} gpu
 */

/** After these this device is not tried again until the page is loaded anew. */
const FINAL_CODES = ['on_device_out_of_memory', 'on_device_failed'];

/**
 * Nothing of the engine on the device is loaded before it is chosen. What is kept of it on this device says that it
 * was chosen before; nothing else is remembered.
 * @param {(status: EngineStatus) => void} onChange
 */
export function createEngines(onChange) {
  /** @type {EngineStatus} */
  let status = {
    chosen: 'server',
    refusal: whyNotOnDevice(),
    isModelKept: false,
    seconds: null,
    gpu: mayTryGpu() ? 'offered' : 'none',
  };
  const change = (/** @type {Partial<EngineStatus>} */ changes) => {
    status = { ...status, ...changes };
    onChange(status);
  };

  /** @type {Promise<ReturnType<typeof import('./on-device.js').createOnDevice>> | undefined} */
  let onDevice;
  const loadOnDevice = () => {
    onDevice ??= import('./on-device.js').then(({ createOnDevice }) => createOnDevice(change));
    return onDevice;
  };

  /** @type {MattingEngine} */
  async function matteOnDevice(copy, options) {
    try {
      return await (await loadOnDevice()).matte(copy, options);
    } catch (error) {
      const { code } = failureFacts(error);
      // Nothing is sent by itself: the next photo goes to the server, and the page says so.
      if (FINAL_CODES.includes(code)) change({ refusal: code, chosen: 'server' });
      throw error;
    } finally {
      await noticeModel();
    }
  }

  let isSiteKept = false;
  async function noticeModel() {
    const isKept = await isModelKept();
    // The tool without a network comes with the model, and goes with it.
    if (isKept && !isSiteKept) keepSite();
    isSiteKept = isKept;
    change({ isModelKept: isKept });
  }

  /** Until it is known what is kept here, nothing may be sent. */
  let started = Promise.resolve();
  async function restoreChoice() {
    await noticeModel();
    if (status.isModelKept && !status.refusal) change({ chosen: 'device' });
  }

  return {
    /** Show what is chosen: the device, when its model is here. */
    start() {
      started = restoreChoice();
      return started;
    },
    /** @param {EngineName} chosen */
    choose(chosen) {
      change({ chosen });
    },
    /** @param {boolean} wanted */
    async useGpu(wanted) {
      const { hasRealGpu } = await import('./on-device-gpu.js');
      const isReal = wanted && (await hasRealGpu());
      (await loadOnDevice()).useGpu(isReal);
      change({ gpu: isReal ? 'wanted' : wanted ? 'missing' : 'offered' });
    },
    async deleteModel() {
      await Promise.all([forgetModel(), forgetSite()]);
      isSiteKept = false;
      change({ chosen: 'server', isModelKept: false });
    },
    /** @type {MattingEngine} */
    async matte(copy, options) {
      await started;
      change({ seconds: null });
      return status.chosen === 'device' ? matteOnDevice(copy, options) : matteOnServer(copy, options);
    },
  };
}
