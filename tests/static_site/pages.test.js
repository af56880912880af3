import assert from 'node:assert/strict';
import { access, readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const SITE = new URL('../../static_site/', import.meta.url);
const pages = (await readdir(SITE)).filter((file) => file.endsWith('.html'));
const texts = new Map(
  await Promise.all(
    pages.map(async (page) => /** @type {const} */ ([page, await readFile(new URL(page, SITE), 'utf8')])),
  ),
);

/** A page's words, without tags and line breaks. @param {string} page */
const wordsOf = (page) => (texts.get(page) ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

for (const [page, html] of texts) {
  test(`${page} keeps the content security policy: nothing inline`, () => {
    assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=|javascript:/i);
    for (const [, attributes, content] of html.matchAll(/<script([^>]*)>([^<]*)/g)) {
      assert.match(attributes, /type="module" src="/);
      assert.equal(content, '');
    }
  });

  test(`${page} loads nothing from elsewhere, and everything it loads is there`, async () => {
    const loaded = [...html.matchAll(/<(?:script|img|link|use)[^>]*?(?:src|href)="([^"#]+)/g)].map(
      ([, address]) => address,
    );
    const linked = [...html.matchAll(/<a [^>]*href="(?!https:|#)([^"#]+)/g)].map(([, address]) => address);
    for (const address of [...loaded, ...linked]) {
      assert.doesNotMatch(address, /^\w+:|^\/\//);
      // vendor/ is filled by infra/vendor.py, which has its own tests.
      if (address.startsWith('vendor/') || address === './' || address === '/') continue;
      await access(new URL(address.replace(/^\//, ''), SITE));
    }
  });

  test(`${page} leads to home, about and privacy, and has a place for the channels`, () => {
    const footer = html.slice(html.indexOf('<footer'));
    assert.match(footer, /href="\.?\/">Home</);
    assert.match(footer, /href="\/?about\.html"/);
    assert.match(footer, /href="\/?privacy\.html"/);
    assert.match(footer, /id="social"[^>]* hidden>/);
    assert.match(html, /js\/footer\.js/);
  });
}

test('the privacy policy has its dates and its eight sections', () => {
  const words = wordsOf('privacy.html');
  assert.match(words, /Effective May 19, 2026 Last updated: November 22, 2026/);
  const headings = [...(texts.get('privacy.html') ?? '').matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading);
  assert.deepEqual(headings, [
    '1. Information we collect',
    '2. Third-party services',
    '3. GDPR compliance',
    '4. Data security',
    '5. Your rights',
    '6. Disclaimer of liability',
    '7. Changes to this policy',
    '8. Contact',
  ]);
});

for (const [promise, pattern] of /** @type {[string, RegExp][]} */ ([
  ['no accounts, no tracking cookies', /no accounts and no tracking cookies/],
  ['images are not stored, written to disk or logged', /No image data is written to disk, logged, or kept/],
  ['the copy’s size', /at most 1024 pixels/],
  ['when it is gone', /discards it as soon as it has answered/],
  ['nothing is kept unless asked for', /unless you choose to work on your own device, keeps nothing/],
  ['on this device nothing is sent', /“On this device”, nothing of the photo is sent at all/],
  ['what is kept on the device', /the model \(44 MB\), the program that runs it \(4 MB.*own pages and scripts/],
  ['where it is kept', /Cache Storage, under names that begin with “fix-shots-”/],
  ['how it is deleted', /“Delete the model” on the front page removes all of it/],
  ['the developers’ images', /posts a whole image/],
  ['the network address', /IP address.*do not record it/],
  ['Font Awesome, self-hosted', /Font Awesome.*our own delivery network/],
  ['analytics, if ever, self-hosted', /add analytics, we will host them ourselves/],
  ['GDPR: access, rectification, erasure', /access, rectification and erasure/],
  ['GDPR: lawful basis, no consent', /legitimate interest.*no consent/],
  ['encryption', /HTTPS \(TLS\)/],
  ['no database to breach', /no database of users/],
  ['anonymous use', /use the tool anonymously/],
  ['as is', /“as is”, without warranty of any kind, whether express or implied/],
  ['liability', /direct, indirect, incidental, consequential or special damages/],
  ['backups', /backups of your original files/],
  ['changes', /you accept the new version/],
  ['contact', /social media accounts.*no e-mail address, to keep spam away/],
])) {
  test(`the privacy policy says: ${promise}`, () => assert.match(wordsOf('privacy.html'), pattern));
}

for (const [fact, pattern] of /** @type {[string, RegExp][]} */ ([
  ['who we are', /Who we are/],
  ['the engine', /ISNet General Use.*onnxruntime.*rembg/],
  ['the server', /FastAPI/],
  ['the page', /plain JavaScript and HTML5 Canvas/],
  ['the icons and their licence', /Font Awesome.*CC BY 4\.0/],
  ['when the copy is gone', /as soon as it has answered/],
])) {
  test(`the about page says: ${fact}`, () => assert.match(wordsOf('about.html'), pattern));
}

test('every sample photo on the page is there and credited', async () => {
  const credits = await readFile(new URL('samples/CREDITS.txt', SITE), 'utf8');
  const samples = [...(texts.get('index.html') ?? '').matchAll(/data-photo="samples\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  assert.equal(samples.length, 3);
  for (const name of samples) assert.ok(credits.includes(name), name);
  const photos = (await readdir(new URL('samples/', SITE))).filter((name) => name.endsWith('.jpg'));
  assert.deepEqual(photos.sort(), samples.sort());
});
