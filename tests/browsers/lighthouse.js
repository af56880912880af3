// Lighthouse over pages of a running site: `node lighthouse.js CHROMIUM CATEGORIES ADDRESS...` prints JSON, a line a run.

import { argv } from 'node:process';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'puppeteer-core';

const [chromium, categories, ...addresses] = argv.slice(2);

/** @type {[screen: string, config: import('lighthouse').Config | undefined][]} */
const SCREENS = [
  ['phone', undefined],
  ['desktop', desktopConfig],
];

/**
 * Nothing is slowed down on purpose. Times need 'provided', with which Lighthouse waits some seconds more after each
 * step; for all else 'simulate', which only calculates.
 */
const FLAGS = {
  onlyCategories: categories.split(','),
  throttlingMethod: /** @type {'provided' | 'simulate'} */ (
    categories.includes('performance') ? 'provided' : 'simulate'
  ),
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 500,
  cpuQuietThresholdMs: 500,
  disableFullPageScreenshot: true,
};

const browser = await launch({
  executablePath: chromium,
  // Chromium asks its makers' hosts for this and that on its own, and has no sandbox as root.
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
for (const address of addresses) {
  for (const [screen, config] of SCREENS) {
    const page = await browser.newPage();
    const result = await lighthouse(address, FLAGS, config, page);
    if (!result) throw new Error(`Lighthouse gave no result for ${address}`);
    console.log(JSON.stringify({ address, screen, ...summarise(result.lhr) }));
    await page.close();
  }
}
await browser.close();

/** @param {import('lighthouse').Result} report */
function summarise({ categories: scored, audits }) {
  const faults = Object.values(scored).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && Number(audits[id].score) < 1)
      .map(({ id }) => ({
        id,
        title: audits[id].title,
        details: JSON.stringify(audits[id].details ?? null).slice(0, 2000),
      })),
  );
  const scores = Object.fromEntries(Object.values(scored).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
  return { scores, faults, interactiveMs: audits.interactive?.numericValue ?? null };
}
