// Runs the npm client `remove.bg` against another host: `node removebg-client.js <host> <function> <options as JSON>`.
//
// The client has its host in a constant and no option for it. So its source is read, the host in it is exchanged, and
// nothing else: the package on the disk stays as it is, and so do all its dependencies. Intercepting its requests
// instead would replace the very part, how it speaks HTTP, that is on trial here.

import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';

const HOST = 'https://api.remove.bg';

/** @typedef {(options: object) => Promise<object>} Call */

/** @param {string} host @returns {Record<string, Call>} the client's functions */
function loadClient(host) {
  const file = createRequire(import.meta.url).resolve('remove.bg/dist/index.js');
  const source = readFileSync(file, 'utf8');
  if (source.split(HOST).length !== 2) throw new Error('the client names its host in another way than expected');
  const client = Object.assign(new Module(file), { filename: file, paths: pathsFrom(dirname(file)) });
  /** @type {any} */ (client)._compile(source.replace(HOST, host), file);
  return client.exports;
}

/** @param {string} folder @returns {string[]} where node looks for packages from there */
const pathsFrom = (folder) => /** @type {any} */ (Module)._nodeModulePaths(folder);

const [host, name, options] = process.argv.slice(2);
try {
  console.log(JSON.stringify({ resolved: await loadClient(host)[name](JSON.parse(options)) }));
} catch (rejection) {
  console.log(JSON.stringify({ rejected: rejection instanceof Error ? String(rejection) : rejection }));
}
