// What a person does on the page, in Firefox, a step at a time.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import { readPng } from './png-reader.js';

/** @import { Browser, Page } from 'puppeteer-core' */

/** On the device the model takes tens of seconds on a busy machine. */
const WAIT_MS = 150_000;

/** A PNG's last bytes: the name of its last chunk, which is empty, and its checksum. */
const PNG_END = Buffer.from('IEND\xae\x42\x60\x82', 'latin1');

/**
 * @param {string} executablePath
 * @param {string} downloads  folder to save in without asking
 * @returns {Promise<Browser>}
 */
export function launchFirefox(executablePath, downloads) {
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
}

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {string[]} complaints  receives whatever goes wrong on the page
 * @param {string[]} asked  receives the address of each request
 * @returns {Promise<Page>}
 */
export async function openFrontPage(browser, address, complaints, asked) {
  const page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  return page;
}

/** @param {Page} page @param {string} photo  such as 'coffee' */
export function chooseSample(page, photo) {
  return page.locator(`[data-photo="samples/${photo}.jpg"]`).setTimeout(WAIT_MS).click();
}

/** @param {Page} page */
export function chooseThisDevice(page) {
  return page.locator('#engine [value=device]').setTimeout(WAIT_MS).click();
}

/** @param {Page} page @returns {Promise<number>} what the page says that the photo took; NaN when it says nothing */
export async function secondsOnThisDevice(page) {
  const text = await page.$eval('#engine-seconds', (element) => element.textContent ?? '');
  return Number.parseFloat(text.replace(/^\D+/, ''));
}

/** @param {Page} page */
export async function awaitCutout(page) {
  await page.waitForSelector('#export:not(:disabled)', { visible: true, timeout: WAIT_MS });
}

/**
 * Erases a stripe across the picture's middle.
 * @param {Page} page
 * @param {number} sizePx  of the brush, on the screen
 */
export async function eraseAcross(page, sizePx) {
  await page.locator('#tab-brush').click();
  await page.locator('[data-part=brushPx]').fill(String(sizePx));
  const frame = await page.$('.frame');
  const box = await frame?.boundingBox();
  if (!box) throw new Error('the picture is not in sight');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, y, { steps: 12 });
  await page.mouse.up();
  await page.waitForSelector('#undo:not(:disabled)', { timeout: WAIT_MS });
}

/**
 * @param {Page} page
 * @param {string} downloads
 * @returns {Promise<{name: string, width: number, height: number, rgba: Uint8Array}>}
 */
export async function savePng(page, downloads) {
  await page.locator('#export').click();
  await page.locator('#export-dialog [data-part=save]').click();
  const { name, file } = await awaitPng(downloads);
  return { name, ...readPng(file) };
}

/**
 * Writes a soft disc as a WebP, and has the browser read it.
 * @param {Page} page
 * @param {number} quality  0..1
 * @returns {Promise<{type: string, worstAlpha: number, middle: number[]}>} RGBA of its middle, 200, 90, 40 if exact
 */
export function writeAndReadWebp(page, quality) {
  return page.evaluate(async (quality) => {
    const address = '/js/io/webp-writer.js';
    const { writeWebp } = await import(address);
    const [width, height] = [301, 201];
    /** @param {number} x @param {number} y */
    const levelAt = (x, y) => Math.min(Math.max((80 - Math.hypot(x - 150, y - 100)) * 8, 0), 255) | 0;
    const writeRow = (/** @type {number} */ y, /** @type {Uint8Array} */ row) => {
      for (let x = 0; x < width; x++) row.set(levelAt(x, y) ? [200, 90, 40, levelAt(x, y)] : [0, 0, 0, 0], x * 4);
    };
    /** @type {Blob} */
    const blob = await writeWebp({ width, height, opaque: false, writeRow }, { quality, onProgress() {} });
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
    let worstAlpha = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        worstAlpha = Math.max(worstAlpha, Math.abs(data[(y * width + x) * 4 + 3] - levelAt(x, y)));
      }
    }
    const middle = (100 * width + 150) * 4;
    return { type: blob.type, worstAlpha, middle: Array.from(data.slice(middle, middle + 4)) };
  }, quality);
}

/**
 * Waits for the first PNG that is whole: a file has its name before it has its bytes.
 *
 * @param {string} folder
 * @returns {Promise<{name: string, file: Buffer}>}
 */
async function awaitPng(folder) {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(100)) {
    for (const name of (await readdir(folder)).filter((name) => name.endsWith('.png'))) {
      const file = await readFile(join(folder, name));
      if (file.subarray(-PNG_END.length).equals(PNG_END)) return { name, file };
    }
  }
  throw new Error(`nothing was saved: ${await readdir(folder)}`);
}
