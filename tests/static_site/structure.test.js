import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { test } from 'node:test';

const JS = new URL('../../static_site/js/', import.meta.url);
const files = (await readdir(JS, { recursive: true })).filter((file) => file.endsWith('.js')).sort();

/**
 * What each folder may import besides itself:
 * main -> {ui, input, view, io, matting, tools} -> {render, workers} -> filters -> document.
 */
/** @type {Record<string, string[]>} */
const MAY_IMPORT = {
  '.': ['document', 'filters', 'render', 'workers', 'io', 'matting', 'tools', 'view', 'input', 'ui'],
  ui: ['document'],
  input: ['document'],
  view: ['render', 'document'],
  tools: ['filters', 'document'],
  io: ['render', 'workers', 'filters', 'document'],
  matting: ['render', 'workers', 'filters', 'document'],
  render: ['filters', 'document'],
  workers: ['document'],
  filters: ['document'],
  document: [],
};

/** What the pages load: they wire, and nothing imports them. */
const PAGE_SCRIPTS = ['main.js', 'footer.js'];

/** @param {string} file @returns {Promise<{imports: string[], types: string[], source: string}>} targets from js/ */
async function readModule(file) {
  const source = await readFile(new URL(file, JS), 'utf8');
  const resolve = (/** @type {RegExpMatchArray} */ match) => posix.join(posix.dirname(file), match[1]);
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const imports = [...code.matchAll(/(?:\bfrom|^import|\bimport\()\s*['"]([^'"]+)['"]/gm)].map(resolve);
  const types = [...source.matchAll(/@import .* from '([^']+)'/g)].map(resolve);
  return { imports, types, source };
}

for (const file of files) {
  const folder = posix.dirname(file);

  test(`${file} imports only in the direction of the design`, async () => {
    const { imports } = await readModule(file);
    assert.ok(folder in MAY_IMPORT, `${folder} has no place in the design`);
    for (const target of imports) {
      assert.ok(files.includes(target), `${target} does not exist`);
      const targetFolder = posix.dirname(target);
      // Of the top folder, whatever a page does not load itself.
      const inward = targetFolder === folder && !PAGE_SCRIPTS.includes(target);
      assert.ok(inward || MAY_IMPORT[folder].includes(targetFolder), `${file} must not import ${target}`);
      assert.ok(!target.endsWith('-worker.js'), `${target} is started as a worker, not imported`);
    }
  });

  test(`${file} opens with its job, and stays under 150 lines`, async () => {
    const { source } = await readModule(file);
    assert.match(source, /^\/\/ \S.*[.!]?\n\n/);
    assert.ok(source.split('\n').length <= 150);
  });
}

test('parts of ui never import each other', async () => {
  for (const file of files.filter((name) => name.startsWith('ui/'))) {
    const { imports } = await readModule(file);
    assert.deepEqual(
      imports.filter((target) => target.startsWith('ui/')),
      [],
      file,
    );
  }
});

test('the document knows neither page nor window', async () => {
  for (const file of files.filter((name) => name.startsWith('document/'))) {
    const code = (await readModule(file)).source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    assert.doesNotMatch(code, /\b(window|globalThis|navigator|document\.(?!original)\w+\()/, file);
  }
});

test('nothing keeps anything in the browser, and nothing evaluates text', async () => {
  const forbidden =
    /localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|outerHTML|insertAdjacentHTML|eval\(/;
  for (const file of files) assert.doesNotMatch((await readModule(file)).source, forbidden, file);
});

test('every type import names a module that exists', async () => {
  for (const file of files) {
    for (const target of (await readModule(file)).types) assert.ok(files.includes(target), `${file}: ${target}`);
  }
});
