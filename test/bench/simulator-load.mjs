// How many reads a second the simulator answers over HTTP, and whether its memory stays flat.
// `npm run bench:simulator -- --seconds 600`: ends with exit code 1 when either is not as wanted.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startServer } from '../../tools/servers.mjs';
import { mixedReads } from './mixed-reads.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    size: { type: 'string', default: 'practice' },
    connections: { type: 'string', default: '16' },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);

const LEAST_PER_SECOND = 300;
/** Of the last quarter over the second: garbage comes and goes, a leak only comes. */
const MOST_GROWTH = 1.15;
const SAMPLE_MS = 1_000;
/** Time to compile hot code; nothing is counted before. */
const WARM_UP_MS = 5_000;

/** @param {number} pid */
function residentMb(pid) {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1_024;
}

/** @param {readonly number[]} numbers */
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * @param {readonly number[]} sorted
 * @param {number} share
 */
const quantile = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;

/**
 * @typedef {object} Tally
 * @property {number[]} durations milliseconds of each read
 * @property {Map<string, number>} wrong statuses that were not 200
 */

/**
 * One connection that asks, waits for the whole answer, and asks again.
 * @param {Pool} pool
 * @param {{ reads: readonly import('./mixed-reads.mjs').Read[], first: number, until: number }} job
 * @param {Tally} tally
 */
async function askOn(pool, { reads, first, until }, tally) {
  for (let turn = first; performance.now() < until; turn++) {
    const read = reads[turn % reads.length];
    if (!read) return;
    const began = performance.now();
    const { statusCode, body } = await pool.request(read.request);
    await body.dump({ limit: Infinity });
    tally.durations.push(performance.now() - began);
    if (statusCode !== 200) {
      const what = `${read.name} ${statusCode}`;
      tally.wrong.set(what, (tally.wrong.get(what) ?? 0) + 1);
    }
  }
}

/**
 * @param {Pool} pool
 * @param {readonly import('./mixed-reads.mjs').Read[]} reads
 * @param {number} ms
 * @returns {Promise<Tally>}
 */
async function load(pool, reads, ms) {
  /** @type {Tally} */
  const tally = { durations: [], wrong: new Map() };
  const until = performance.now() + ms;
  const lanes = Array.from({ length: connections }, (_, first) =>
    askOn(pool, { reads, first, until }, tally),
  );
  await Promise.all(lanes);
  return tally;
}

const server = await startServer({
  name: 'simulator',
  args: ['simulator/main.ts', '--port', '0', '--size', values.size],
});
const base = `http://localhost:${server.port}`;
const pool = new Pool(base, { connections, pipelining: 1 });
const reads = await mixedReads(base);
await load(pool, reads, WARM_UP_MS);

/** @type {number[]} */
const memory = [];
const sampling = setInterval(() => memory.push(residentMb(server.process.pid ?? 0)), SAMPLE_MS);
const { durations, wrong } = await load(pool, reads, seconds * 1_000);
clearInterval(sampling);
await pool.close();
await server.stop();

const quarter = Math.max(1, Math.floor(memory.length / 4));
const early = mean(memory.slice(quarter, 2 * quarter));
const late = mean(memory.slice(-quarter));
const perSecond = durations.length / seconds;
durations.sort((one, other) => one - other);
console.log(`${Math.round(perSecond)} reads/s over ${seconds} s on ${connections} connections`);
console.log(
  `median ${quantile(durations, 0.5).toFixed(1)} ms, 99 % ${quantile(durations, 0.99).toFixed(1)} ms`,
);
console.log(
  `memory ${early.toFixed(0)} MB in the second quarter, ${late.toFixed(0)} MB in the last`,
);
for (const [what, times] of wrong) console.log(`${what}: ${times} times`);

const failures = [
  perSecond < LEAST_PER_SECOND && `fewer than ${LEAST_PER_SECOND} reads/s`,
  late > early * MOST_GROWTH && 'memory grows',
  wrong.size > 0 && 'not every read was answered',
].filter(Boolean);
if (failures.length > 0) console.error(`Not as wanted: ${failures.join(', ')}.`);
process.exitCode = failures.length > 0 ? 1 : 0;
