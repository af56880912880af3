import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readChannels } from '../../../static_site/js/io/site.js';

const good = { name: 'Mastodon', url: 'https://example.social/@fixshots', icon: 'mastodon' };

test('a complete channel with an https address is shown', () => {
  assert.deepEqual(readChannels({ social: [good] }), [good]);
});

test('no other kind of address ever becomes a link', () => {
  for (const url of [
    'http://example.social/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.social/',
    '/about.html',
    'https://user:secret@example.social/',
    'https://',
    '',
    7,
    null,
  ]) {
    assert.deepEqual(readChannels({ social: [{ ...good, url }] }), [], String(url));
  }
});

test('an icon is a plain name, never an address or a fragment', () => {
  for (const icon of ['../x', 'a#b', 'A', '', undefined]) {
    assert.deepEqual(readChannels({ social: [{ ...good, icon }] }), [], String(icon));
  }
});

test('a channel without a name is left out, its neighbours stay', () => {
  assert.deepEqual(readChannels({ social: [{ ...good, name: ' ' }, null, 'x', good] }), [good]);
});

test('a site.json of any other shape means no channels', () => {
  for (const site of [null, {}, [], 'text', { social: {} }, { social: null }]) assert.deepEqual(readChannels(site), []);
});

test('the site.json that ships is readable and all its channels are usable', async () => {
  const site = JSON.parse(await readFile(new URL('../../../static_site/site.json', import.meta.url), 'utf8'));
  assert.ok(Array.isArray(site.social));
  assert.equal(readChannels(site).length, site.social.length);
});
