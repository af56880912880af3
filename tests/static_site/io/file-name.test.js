import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutoutFileName } from '../../../static_site/js/io/file-name.js';

/** @type {[string, string, string][]} */
const CASES = [
  ['the photo’s base name is kept', 'holiday.jpg', 'holiday-cutout.png'],
  ['only the extension goes', 'v1.2 final.tar.jpeg', 'v1.2 final.tar-cutout.png'],
  ['letters of all scripts are kept', 'Übergröße 写真.webp', 'Übergröße 写真-cutout.png'],
  ['no path can be smuggled in', '../../etc/passwd', 'etc passwd-cutout.png'],
  ['nor one of Windows', 'C:\\temp\\x.png', 'C temp x-cutout.png'],
  ['invisible direction marks cannot disguise a name', 'a\u202egpj.exe.jpg', 'a gpj.exe-cutout.png'],
  ['control characters go', 'a\u0000b\nc.png', 'a b c-cutout.png'],
  ['a name never starts with a dot', '.hidden.png', 'hidden-cutout.png'],
  ['a name of nothing but dots becomes a plain one', '...', 'photo-cutout.png'],
  ['so does an empty one', '', 'photo-cutout.png'],
  ['quotes and wildcards go', 'a"b*c?d.png', 'a b c d-cutout.png'],
];

for (const [promise, given, expected] of CASES) {
  test(`${promise}: ${JSON.stringify(given)}`, () => assert.equal(cutoutFileName(given), expected));
}

test('a long name is cut between characters, not within one', () => {
  const name = cutoutFileName(`${'🐈'.repeat(300)}.jpg`);
  assert.equal(name, `${'🐈'.repeat(50)}-cutout.png`);
  assert.ok(Buffer.byteLength(name) <= 255);
});

test('the extension is the format’s', () => {
  assert.equal(cutoutFileName('cat.heic', 'jpeg'), 'cat-cutout.jpg');
  assert.equal(cutoutFileName('cat.heic', 'webp'), 'cat-cutout.webp');
});
