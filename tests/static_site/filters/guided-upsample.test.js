import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upsampleMatte } from '../../../static_site/js/filters/guided-upsample.js';
import { resizeMatte } from '../../../static_site/js/filters/resize-matte.js';
import { disc, drawMatte, drawPicture, meanDifference, mix, noise } from './drawn.js';

const [WIDTH, HEIGHT, SHRINK] = [240, 200, 5];
const SMALL = { width: WIDTH / SHRINK, height: HEIGHT / SHRINK };
const FRONT = [210, 90, 40];
const BACK = [30, 120, 170];

/** @param {(x: number, y: number) => number} level */
function scene(level) {
  const truth = drawMatte(WIDTH, HEIGHT, level);
  const random = noise(3);
  const photo = drawPicture(WIDTH, HEIGHT, (x, y) => {
    const alpha = truth.alpha[Math.floor(y) * WIDTH + Math.floor(x)];
    return mix(FRONT, BACK, alpha).map((value) => value + random() * 6 - 3);
  });
  const small = drawMatte(SMALL.width, SMALL.height, (x, y) => {
    let sum = 0;
    for (let row = Math.floor(y) * SHRINK; row < Math.ceil(y) * SHRINK; row++) {
      for (let column = Math.floor(x) * SHRINK; column < Math.ceil(x) * SHRINK; column++) {
        sum += truth.alpha[row * WIDTH + column];
      }
    }
    return sum / SHRINK ** 2;
  });
  return { truth, photo, small };
}

/** Strands of two to three pixels, narrower than a pixel of the small matte. @param {number} x @param {number} y */
const hair = (x, y) => (y < 60 ? 0 : y < 150 ? 255 * (1.4 - Math.abs(((x + y * 0.2) % 16) - 8)) : 255);

for (const [name, level] of /** @type {const} */ ([
  ['a sharp outline', disc(120, 100, 70)],
  ['hair', hair],
])) {
  test(`${name} is found again: half the error of a bilinear matte, or less`, () => {
    const { truth, photo, small } = scene(level);
    const guided = meanDifference(upsampleMatte(small, photo).alpha, truth.alpha);
    const bilinear = meanDifference(resizeMatte(small, photo).alpha, truth.alpha);
    assert.ok(guided < bilinear / 2, `${guided} of ${bilinear}`);
  });
}

test('what is all subject or all background stays so to the last pixel, whatever the photo shows there', () => {
  const random = noise(9);
  const photo = drawPicture(WIDTH, HEIGHT, () => [random() * 255, random() * 255, random() * 255]);
  const small = drawMatte(SMALL.width, SMALL.height, disc(24, 20, 12, 2));
  const { alpha } = upsampleMatte(small, photo);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const distance = Math.hypot(x + 0.5 - 120, y + 0.5 - 100);
      if (distance < 40) assert.equal(alpha[y * WIDTH + x], 255);
      if (distance > 85) assert.equal(alpha[y * WIDTH + x], 0);
    }
  }
});

test('on a photo of one colour there is nothing to follow: the matte is the bilinear one', () => {
  const photo = drawPicture(WIDTH, HEIGHT, () => [90, 90, 90]);
  const small = drawMatte(SMALL.width, SMALL.height, disc(24, 20, 12, 3));
  const bilinear = resizeMatte(small, photo).alpha;
  upsampleMatte(small, photo).alpha.forEach((level, at) => {
    assert.ok(Math.abs(level - bilinear[at]) <= 1);
  });
});

test('a matte of the photo’s own size is a copy of it', () => {
  const { truth, photo } = scene(hair);
  const { alpha, width, height } = upsampleMatte(truth, photo);
  assert.deepEqual({ alpha, width, height }, truth);
  assert.notEqual(alpha, truth.alpha);
});

test('a matte larger than the photo is made smaller', () => {
  const photo = drawPicture(2, 2, () => [1, 2, 3]);
  const matte = drawMatte(4, 4, (x) => (x < 2 ? 0 : 255));
  assert.deepEqual([...upsampleMatte(matte, photo).alpha], [0, 255, 0, 255]);
});

test('progress grows from 0 and never passes 1', () => {
  /** @type {number[]} */
  const seen = [];
  const photo = drawPicture(2, 1000, () => [0, 0, 0]);
  upsampleMatte(
    drawMatte(1, 10, () => 7),
    photo,
    (fraction) => seen.push(fraction),
  );
  assert.deepEqual(seen, [0, 0.256, 0.512, 0.768]);
});
