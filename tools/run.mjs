import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * How one command ended.
 * @typedef {{ name: string, exitCode: number, seconds: number, output: string }} Ran
 */

/**
 * Runs a tool of node_modules, or of this folder, with Node.
 * @param {object} command
 * @param {string} command.name how a person calls it
 * @param {string[]} command.args the script, from the root, and its arguments
 * @param {boolean} [command.show] prints what it prints at once; else it is returned
 * @param {Record<string, string>} [command.env]
 * @returns {Promise<Ran>}
 */
export async function runNode({ name, args, show = false, env = {} }) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  /** @type {number} */
  const exitCode = await new Promise((resolve) => {
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
  return { name, exitCode, seconds: (performance.now() - begun) / 1000, output };
}

/** @param {{ name: string, seconds: number }} part */
export function timeLine({ name, seconds }) {
  return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`;
}
