import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ROOT } from './run.mjs';

const END_WITH_PARENT = './tools/end-with-parent.mjs';
const KEPT_LINES = 200;

/**
 * A server of ours, running as a process of its own.
 * @typedef {object} RunningServer
 * @property {string} name
 * @property {number} port the port it says it listens on
 * @property {import('node:child_process').ChildProcess} process
 * @property {readonly string[]} lines the last lines it printed, both streams
 * @property {Promise<string>} ended resolves with a sentence once the process is gone
 * @property {() => Promise<void>} stop ends the process and waits until it is gone
 */

/**
 * @typedef {object} ServerOptions
 * @property {string} name how a person calls it, for messages
 * @property {string[]} args the script and its flags, run by Node with TypeScript support
 * @property {Record<string, string>} [env] added to this process's environment
 * @property {number} [readyWithinMs] how long it may take to listen; 60 seconds unless told
 */

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} name
 * @returns {Promise<string>}
 */
async function sentenceAtEnd(child, name) {
  try {
    const end = /** @type {[number | null, string | null]} */ (await once(child, 'close'));
    const [code, signal] = end;
    return `The ${name} stopped (${signal ?? `exit code ${code ?? 'unknown'}`}).`;
  } catch (error) {
    return `The ${name} did not start: ${String(error)}`;
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const harder = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(harder);
}

/**
 * The port in a line such as {"listening":"proxy","port":4181}.
 * @param {string} line
 * @returns {number | undefined}
 */
export function portOfReadyLine(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    /** @type {unknown} */
    const ready = JSON.parse(line);
    if (!(ready instanceof Object && 'listening' in ready && 'port' in ready)) return undefined;
    return typeof ready.port === 'number' ? ready.port : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string[]} lines
 * @param {(port: number) => void} onReady
 */
function readLines(child, lines, onReady) {
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      const port = stream === child.stdout ? portOfReadyLine(line) : undefined;
      if (port !== undefined) onReady(port);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    });
  }
}

/**
 * Starts one server and waits until it says, in one line of JSON, that it listens. Rejects, with
 * what it printed, when it ends or stays silent instead. It never outlives this process.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startServer({ name, args, env = {}, readyWithinMs = 60_000 }) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', END_WITH_PARENT, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = sentenceAtEnd(child, name);

  /** @type {string[]} */
  const lines = [];
  /** @type {NodeJS.Timeout | undefined} */
  let deadline;
  /** @type {Promise<number>} */
  const port = new Promise((resolve, reject) => {
    readLines(child, lines, resolve);
    const fail = (/** @type {string} */ why) => {
      reject(new Error([why, ...lines.slice(-20)].join('\n')));
    };
    void ended.then(fail);
    deadline = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`The ${name} did not say within ${readyWithinMs / 1000} s that it listens.`);
    }, readyWithinMs);
  });
  try {
    return { name, port: await port, process: child, lines, ended, stop: () => stop(child) };
  } finally {
    clearTimeout(deadline);
  }
}
