import { launchFirefox, openFrontPage, chooseSample } from './firefox-steps.js';
const b = await launchFirefox('/usr/bin/firefox-esr', '/tmp/dl');
const complaints = [];
const page = await openFrontPage(b, process.argv[2], complaints);
console.log(await b.version(), await page.evaluate(() => [crossOriginIsolated, navigator.hardwareConcurrency, 'serviceWorker' in navigator]));
await page.locator('#engine input[value=device]').click();
const t = Date.now();
await chooseSample(page, 'chelsea');
let last = '';
while (Date.now() - t < 200000) {
  const s = await page.$eval('#status', (e) => e.textContent); if (s !== last) console.log(Date.now() - t, (last = s));
  if (await page.$eval('#export', (e) => !e.disabled && e.checkVisibility()) && !(await page.$('[data-busy]'))) break;
  if (await page.$eval('#notice', (e) => !e.hidden)) { console.log(await page.$eval('#notice', (e) => e.textContent)); break; }
  await new Promise((r) => setTimeout(r, 100));
}
console.log(await page.$eval('#engine-seconds', (e) => e.textContent), complaints);
await new Promise((r) => setTimeout(r, 3000));
console.log(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).map((r) => r.active?.scriptURL)]));
await b.close();
