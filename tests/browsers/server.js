// The site and the real function as `make dev` serves them, for browsers that are driven from node.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Promise<{address: string, stop: () => void}>} */
export async function serveLocally() {
  const environment = { ...process.env, PYTHONPATH: 'functions:.' };
  const server = spawn('.venv/bin/python', ['-m', 'infra.local', '--port', '0'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(server.stdout)) {
    const [address] = line.match(/http:\S+/) ?? [];
    if (address) {
      // What it says later is nobody's concern, but must not fill the pipe.
      server.stdout.resume();
      return { address, stop: () => server.kill() };
    }
  }
  throw new Error('the local server did not start');
}
