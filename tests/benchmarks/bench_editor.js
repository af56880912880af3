// The editor's filters without a browser: how long they take, and how near they come to a known truth.
//
// Half of `make bench-editor`; bench_editor_page.py has the other half. Errors are over all pixels that are soft in
// the truth or wrong in the answer: SAD in thousands of full levels, MSE and gradient error likewise, as is usual for
// mattes; of colours, the mean absolute difference of 255 levels, times alpha, over the soft pixels.

import { cpus } from 'node:os';
import { fitWithin, PREVIEW_SIDE_PX } from '../../static_site/js/document/picture.js';
import { estimateEdgeColours, updateEdgeColours } from '../../static_site/js/filters/edge-colours.js';
import { upsampleMatte } from '../../static_site/js/filters/guided-upsample.js';
import { growMatte, invertMatte } from '../../static_site/js/filters/morphology.js';
import { featherMatte, smoothMatte } from '../../static_site/js/filters/outline.js';
import { blurBackground, continueBackground } from '../../static_site/js/filters/own-background.js';
import { keepPart, removePart } from '../../static_site/js/filters/parts.js';
import { resizeMatte } from '../../static_site/js/filters/resize-matte.js';
import { subjectBounds } from '../../static_site/js/filters/subject-bounds.js';
import { writeCutoutRow } from '../../static_site/js/render/cutout-rows.js';
import { shrinkCutout } from '../../static_site/js/render/shrink-cutout.js';
import { drawScene } from './editor-scene.js';

/** @import { Cutout, Matte } from '../../static_site/js/document/picture.js' */
/** @import { KnownScene } from './editor-scene.js' */

const SIZES = { '12 MP': [4000, 3000], '24 MP': [6000, 4000] };
const ROUNDS = 5;

/** @param {() => unknown} work @returns {{median: number, range: string}} milliseconds, after one untimed turn */
function time(work) {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return { median: times[ROUNDS >> 1], range: `${times[0].toFixed(1)}-${times[ROUNDS - 1].toFixed(1)}` };
}

/** @param {Uint8Array} alpha @param {Matte} truth */
function matteErrors(alpha, { width, height, alpha: truth }) {
  const errors = { sad: 0, mse: 0, gradient: 0 };
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const difference = alpha[at] - truth[at];
      if (difference === 0 && (truth[at] === 0 || truth[at] === 255)) continue;
      const across = alpha[at + 1] - alpha[at - 1] - truth[at + 1] + truth[at - 1];
      const down = alpha[at + width] - alpha[at - width] - truth[at + width] + truth[at - width];
      errors.sad += Math.abs(difference) / 255e3;
      errors.mse += difference ** 2 / 65_025e3;
      errors.gradient += Math.hypot(across, down) / 510e3;
    }
  }
  return errors;
}

/** @param {Cutout} cutout @param {KnownScene} scene @returns {{kept: number, unmixed: number}} */
function colourErrors(cutout, { photo, truth, subject }) {
  const row = new Uint8Array(photo.width * 4);
  let [kept, unmixed, count] = [0, 0, 0];
  for (let y = 0; y < photo.height; y++) {
    writeCutoutRow(cutout, y, row);
    for (let x = 0; x < photo.width; x++) {
      const at = y * photo.width + x;
      const level = truth.alpha[at];
      if (level === 0 || level === 255) continue;
      count++;
      subject(x, y).forEach((colour, channel) => {
        kept += (Math.abs(photo.rgba[at * 4 + channel] - colour) * level) / 765;
        unmixed += (Math.abs(row[x * 4 + channel] - colour) * level) / 765;
      });
    }
  }
  return { kept: kept / count, unmixed: unmixed / count };
}

/** @param {string} size @param {KnownScene} scene */
function timeAll(size, { photo, truth, small }) {
  const edgeColours = estimateEdgeColours(photo, truth);
  const cutout = { original: photo, matte: truth, edgeColours };
  const background = continueBackground(cutout);
  const preview = fitWithin(photo.width, photo.height, PREVIEW_SIDE_PX);
  const middle = { x: photo.width / 2, y: photo.height / 2 };
  const left = { x: Math.round(photo.width * 0.3), y: Math.round(middle.y) };
  /** @type {Record<string, () => unknown>} */
  const tasks = {
    'matte to full size': () => upsampleMatte(small, photo),
    'edge colours': () => estimateEdgeColours(photo, truth),
    'edge colours around 200 x 200': () =>
      updateEdgeColours(edgeColours, photo, truth, { ...left, width: 200, height: 200 }),
    preview: () => shrinkCutout(cutout, preview),
    'preview, 300 x 300 of it': () => shrinkCutout(cutout, preview, { x: 500, y: 500, width: 300, height: 300 }),
    'grow by 5': () => growMatte(truth, 5),
    'grow by 50': () => growMatte(truth, 50),
    'shrink by 5': () => growMatte(truth, -5),
    'feather by 10': () => featherMatte(truth, 10),
    'smooth by 10': () => smoothMatte(truth, 10),
    invert: () => invertMatte(truth),
    'remove a part': () => removePart(truth, middle),
    'keep a part': () => keepPart(truth, middle),
    'subject’s bounds': () => subjectBounds(truth),
    'own background': () => continueBackground(cutout),
    'own background, another blur': () => blurBackground(background, 0.05),
  };
  for (const [name, work] of Object.entries(tasks)) {
    const { median, range } = time(work);
    console.log(`| ${size} | ${name} | ${median.toFixed(1)} | ${range} |`);
  }
}

console.log(`${cpus()[0].model}, ${cpus().length} cores; Node ${process.versions.node}\n`);
const scenes = Object.entries(SIZES).map(([name, [width, height]]) => ({ name, scene: drawScene(width, height) }));

console.log(`milliseconds: median and range of ${ROUNDS} runs\n\n| size | work | median | range |\n|---|---|---|---|`);
for (const { name, scene } of scenes) timeAll(name, scene);

console.log('\n| size | matte | SAD | MSE | gradient |\n|---|---|---|---|---|');
for (const { name, scene } of scenes) {
  const { photo, small, truth } = scene;
  for (const [method, { alpha }] of /** @type {const} */ ([
    ['bilinear', resizeMatte(small, photo)],
    ['guided', upsampleMatte(small, photo)],
  ])) {
    const { sad, mse, gradient } = matteErrors(alpha, truth);
    console.log(`| ${name} | ${method} | ${sad.toFixed(2)} | ${mse.toFixed(2)} | ${gradient.toFixed(2)} |`);
  }
}

console.log('\n| size | colours kept | unmixed |\n|---|---|---|');
for (const { name, scene } of scenes) {
  const cutout = {
    original: scene.photo,
    matte: scene.truth,
    edgeColours: estimateEdgeColours(scene.photo, scene.truth),
  };
  const { kept, unmixed } = colourErrors(cutout, scene);
  console.log(`| ${name} | ${kept.toFixed(2)} | ${unmixed.toFixed(2)} |`);
}
