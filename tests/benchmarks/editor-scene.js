// A photo of any size whose matte and colours are known to the last pixel, for bench_editor.js.

/** @import { Matte, Picture } from '../../static_site/js/document/picture.js' */

const TAU = 2 * Math.PI;

/**
 * @typedef {object} KnownScene
 * @property {Picture} photo
 * @property {Matte} truth  of the photo's size
 * @property {Matte} small  the truth at 1024 pixels, each the mean of those under it
 * @property {(x: number, y: number) => number[]} subject  true colour of the subject, wherever it is
 */

/**
 * A disc as wide as half the height. Its right half has an outline as sharp as a lens gives; from its left half
 * strands of hair stand off, one to three thousandths of the height wide, crossing, more or less opaque.
 * @param {number} width
 * @param {number} height
 * @returns {KnownScene}
 */
export function drawScene(width, height) {
  const alpha = new Uint8Array(width * height);
  const radius = height / 4;
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const distance = Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY);
      alpha[at] = Math.min(Math.max(radius - distance + 0.5, 0), 1) * 255;
    }
  }
  const random = noise(7);
  for (let strand = 0; strand < 500; strand++) {
    const from = TAU * (0.25 + 0.5 * random());
    const [length, bend, level] = [radius * (0.1 + 0.7 * random()), random() - 0.5, 90 + 165 * random()];
    const thickness = height * (0.001 + 0.002 * random());
    for (let step = 0; step < length; step += 0.5) {
      const angle = from + bend * (step / length) ** 2;
      const reach = radius * 0.97 + step;
      dab(alpha, width, middleX + reach * Math.cos(angle), middleY + reach * Math.sin(angle), thickness / 2, level);
    }
  }
  const truth = { width, height, alpha };
  return { photo: compose(truth, random), truth, small: shrinkMatte(truth, 1024), subject: subjectAt };
}

/** @param {number} x @param {number} y */
const subjectAt = (x, y) => [
  150 + 60 * Math.sin(x / 90),
  90 + 40 * Math.sin(y / 140),
  60 + 30 * Math.sin((x + y) / 60),
];

/** @param {number} x @param {number} y */
const backgroundAt = (x, y) => [
  60 + 40 * Math.sin(y / 170),
  130 + 50 * Math.sin(x / 210),
  170 + 40 * Math.sin((x - y) / 120),
];

/** @param {Uint8Array} alpha @param {number} width @param {number} x @param {number} y @param {number} radius @param {number} level */
function dab(alpha, width, x, y, radius, level) {
  for (let row = Math.floor(y - radius - 1); row <= y + radius + 1; row++) {
    for (let column = Math.floor(x - radius - 1); column <= x + radius + 1; column++) {
      const covered = Math.min(Math.max(radius - Math.hypot(column + 0.5 - x, row + 0.5 - y) + 0.5, 0), 1);
      const at = row * width + column;
      alpha[at] = Math.max(alpha[at], covered * level);
    }
  }
}

/** With a sensor's noise of four levels. @param {Matte} truth @param {() => number} random @returns {Picture} */
function compose({ width, height, alpha }, random) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const share = alpha[at] / 255;
      const [front, back] = [subjectAt(x, y), backgroundAt(x, y)];
      for (let channel = 0; channel < 3; channel++) {
        const grain = (random() + random() + random() - 1.5) * 8;
        rgba[at * 4 + channel] = share * front[channel] + (1 - share) * back[channel] + grain;
      }
      rgba[at * 4 + 3] = 255;
    }
  }
  return { width, height, rgba };
}

/** @param {Matte} matte @param {number} side @returns {Matte} */
function shrinkMatte({ width, height, alpha }, side) {
  const scale = side / Math.max(width, height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const sums = new Float64Array(size.width * size.height);
  const counts = new Uint32Array(sums.length);
  for (let y = 0, from = 0; y < height; y++) {
    const row = Math.floor((y * size.height) / height) * size.width;
    for (let x = 0; x < width; x++, from++) {
      const at = row + Math.floor((x * size.width) / width);
      sums[at] += alpha[from];
      counts[at]++;
    }
  }
  return { ...size, alpha: Uint8Array.from(sums, (sum, at) => Math.round(sum / counts[at])) };
}

/** @param {number} seed @returns {() => number} 0..1 */
function noise(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
