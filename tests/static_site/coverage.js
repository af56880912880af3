// Fails when a pure module has a line that no test runs: node tests/static_site/coverage.js build/lcov.info

import { readdir, readFile } from 'node:fs/promises';

const JS = 'static_site/js/';

/** What runs without a page, and so must be tested without one. */
const PURE = ['document/', 'filters/', 'render/', 'tools/', 'view/viewport.js', 'view/camera.js', 'view/window.js'];

/**
 * @param {string} lcov
 * @returns {Map<string, number[]>} from each file that was loaded to its lines that did not run
 */
function readMissedLines(lcov) {
  /** @type {Map<string, number[]>} */
  const missed = new Map();
  for (const record of lcov.split('end_of_record')) {
    const file = /^SF:(.*)$/m.exec(record)?.[1];
    if (!file) continue;
    const lines = [...record.matchAll(/^DA:(\d+),0$/gm)].map((match) => Number(match[1]));
    missed.set(file, lines);
  }
  return missed;
}

const missed = readMissedLines(await readFile(process.argv[2], 'utf8'));
const files = (await readdir(JS, { recursive: true })).filter((file) => file.endsWith('.js'));
const pure = files.filter((file) => PURE.some((start) => file.startsWith(start)));
// A module with nothing in it but types runs nowhere.
const faults = [];
for (const file of pure) {
  const lines = missed.get(`${JS}${file}`);
  const isTypesOnly = /^export \{\};$/m.test(await readFile(`${JS}${file}`, 'utf8'));
  if (!lines && !isTypesOnly) faults.push(`${file}: no test loads it`);
  else if (lines?.length) faults.push(`${file}: lines ${lines.join(', ')} never ran`);
}
for (const fault of faults) console.error(fault);
console.log(`coverage: ${pure.length - faults.length} of ${pure.length} pure modules have every line run by a test`);
process.exitCode = faults.length ? 1 : 0;
