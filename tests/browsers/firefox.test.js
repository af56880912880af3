import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  awaitCutout,
  chooseSample,
  chooseThisDevice,
  eraseAcross,
  launchFirefox,
  openFrontPage,
  savePng,
  secondsOnThisDevice,
  writeAndReadWebp,
} from './firefox-steps.js';
import { serveLocally } from './server.js';

/** @returns {string} '' when there is none */
function findFirefox() {
  try {
    return execFileSync('sh', ['-c', 'command -v firefox-esr || command -v firefox'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

const firefox = findFirefox();
// CI must not pass without having tried it.
const skip = !firefox && !process.env.CI && 'no Firefox: install it, or run `make browsers` as root on Debian';

/** @param {import('node:test').TestContext} context */
async function visit(context) {
  assert.ok(firefox, '`make browsers` installs Firefox');
  const downloads = await mkdtemp(join(tmpdir(), 'fix-shots-'));
  context.after(() => rm(downloads, { recursive: true }));
  const server = await serveLocally();
  context.after(server.stop);
  const browser = await launchFirefox(firefox, downloads);
  context.after(() => browser.close());
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const asked = [];
  const page = await openFrontPage(browser, server.address, complaints, asked);
  return { page, downloads, complaints, asked };
}

test('Firefox: a sample photo is cut out, brushed and saved', { skip, timeout: 240_000 }, async (context) => {
  const { page, downloads, complaints } = await visit(context);
  await chooseSample(page, 'coffee');
  await awaitCutout(page);
  await eraseAcross(page, 40);
  const { name, width, height, rgba } = await savePng(page, downloads);

  assert.equal(name, 'coffee-cutout.png');
  assert.deepEqual([width, height], [600, 400]);
  const middle = rgba.subarray(width * 4 * 200, width * 4 * 201);
  assert.equal(countKept(middle.subarray(width * 4 * 0.2, width * 4 * 0.8)), 0, 'the brush erased nothing');
  const kept = countKept(rgba);
  assert.ok(kept > 0.2 && kept < 0.8, `${kept} of the photo was kept`);
  assert.ok(hidesNothing(rgba), 'colour was left under full transparency');
  assert.deepEqual(complaints, []);
});

for (const quality of [0.5, 1]) {
  const name = `Firefox: a WebP of quality ${quality} is as transparent as it was written`;
  test(name, { skip, timeout: 240_000 }, async (context) => {
    const { page, complaints } = await visit(context);
    const { type, worstAlpha, middle } = await writeAndReadWebp(page, quality);
    assert.deepEqual([type, worstAlpha], ['image/webp', 0]);
    for (const [channel, level] of [200, 90, 40, 255].entries()) assert.ok(Math.abs(middle[channel] - level) <= 3);
    assert.deepEqual(complaints, []);
  });
}

test('Firefox: a photo is cut out on the device, and the API is never asked', {
  skip,
  timeout: 300_000,
}, async (context) => {
  const { page, downloads, complaints, asked } = await visit(context);
  await chooseThisDevice(page);
  await chooseSample(page, 'coffee');
  await awaitCutout(page);
  assert.ok((await secondsOnThisDevice(page)) > 0);
  const { width, height, rgba } = await savePng(page, downloads);

  assert.deepEqual([width, height], [600, 400]);
  const kept = countKept(rgba);
  assert.ok(kept > 0.2 && kept < 0.8, `${kept} of the photo was kept`);
  assert.ok(asked.some((address) => address.endsWith('.onnx')));
  assert.deepEqual(
    asked.filter((address) => address.includes('/v1.0/')),
    [],
  );
  assert.deepEqual(complaints, []);
});

/** @param {Uint8Array} rgba @returns {number} the part of the pixels that can be seen, 0..1 */
function countKept(rgba) {
  let kept = 0;
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] > 0) kept += 4;
  return kept / rgba.length;
}

/** @param {Uint8Array} rgba */
function hidesNothing(rgba) {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0 && (rgba[at] || rgba[at + 1] || rgba[at + 2])) return false;
  }
  return true;
}
