// What a person does on the page, in Firefox, a step at a time.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import { readPng } from './png-reader.js';

/** @import { Browser, Page } from 'puppeteer-core' */

const WAIT_MS = 90_000;

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
 * @returns {Promise<Page>}
 */
export async function openFrontPage(browser, address, complaints) {
  const page = await browser.newPage();
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
export async function awaitCutout(page) {
  await page.waitForSelector('#download', { visible: true, timeout: WAIT_MS });
}

/**
 * @param {Page} page
 * @param {string} downloads
 * @returns {Promise<{name: string, width: number, height: number, rgba: Uint8Array}>}
 */
export async function savePng(page, downloads) {
  await page.locator('#download').click();
  const name = await awaitFile(downloads);
  return { name, ...readPng(await readFile(join(downloads, name))) };
}

/** @param {string} folder @returns {Promise<string>} the name of the first file that is complete */
async function awaitFile(folder) {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(100)) {
    const names = await readdir(folder);
    const [finished] = names.filter((name) => !name.endsWith('.part'));
    if (finished && names.length === 1) return finished;
  }
  throw new Error(`nothing was saved: ${await readdir(folder)}`);
}
