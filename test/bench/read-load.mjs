import { readFileSync } from 'node:fs';
import { Pool } from 'undici';

/**
 * @typedef {object} Load
 * @property {number} requests answered reads
 * @property {number} perSecond
 * @property {number} medianMs
 * @property {number} slowest1In100Ms
 * @property {number[]} memory resident megabytes of the process asked, each second
 * @property {Record<string, number>} notOk reads that were not answered 200, and how often
 *
 * @typedef {object} Asking
 * @property {string} base
 * @property {number} pid of the process that answers
 * @property {readonly import('./mixed-reads.mjs').Read[]} reads
 * @property {number} connections that each ask, wait for the whole answer and ask again
 */

const SAMPLE_MS = 1_000;

/** @param {number} pid */
function residentMb(pid) {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kb) / 1_024);
}

/**
 * Counts of durations by tenths of a millisecond: a list of ten minutes' reads would itself need
 * the time and memory that are to be measured.
 */
class Durations {
  /** @type {Map<number, number>} */
  counts = new Map();
  total = 0;

  /** @param {number} ms */
  add(ms) {
    const tenths = Math.round(ms * 10);
    this.counts.set(tenths, (this.counts.get(tenths) ?? 0) + 1);
    this.total += 1;
  }

  /** @param {number} share of the reads that were no slower */
  within(share) {
    let seen = 0;
    for (const [tenths, count] of [...this.counts].sort(([one], [other]) => one - other)) {
      seen += count;
      if (seen >= share * this.total) return tenths / 10;
    }
    return NaN;
  }
}

/**
 * @param {Pool} pool
 * @param {{ reads: Asking['reads'], first: number, until: number }} job
 * @param {{ durations: Durations, notOk: Record<string, number> }} tally
 */
async function askOn(pool, { reads, first, until }, { durations, notOk }) {
  for (let turn = first; performance.now() < until; turn++) {
    const read = reads[turn % reads.length];
    if (!read) return;
    const began = performance.now();
    const { statusCode, body } = await pool.request(read.request);
    await body.dump({ limit: Infinity });
    durations.add(performance.now() - began);
    const what = `${read.name} ${statusCode}`;
    if (statusCode !== 200) notOk[what] = (notOk[what] ?? 0) + 1;
  }
}

/**
 * Asks without a pause for so many seconds.
 * @param {Asking} asking
 * @param {number} seconds
 * @returns {Promise<Load>}
 */
export async function readLoad({ base, pid, reads, connections }, seconds) {
  const pool = new Pool(base, { connections, pipelining: 1 });
  const tally = { durations: new Durations(), notOk: {} };
  /** @type {number[]} */
  const memory = [];
  const sampling = setInterval(() => memory.push(residentMb(pid)), SAMPLE_MS);
  const until = performance.now() + seconds * 1_000;
  const lanes = Array.from({ length: connections }, (_, first) =>
    askOn(pool, { reads, first, until }, tally),
  );
  await Promise.all(lanes);
  clearInterval(sampling);
  await pool.close();
  const { durations, notOk } = tally;
  return {
    requests: durations.total,
    perSecond: Math.round(durations.total / seconds),
    medianMs: durations.within(0.5),
    slowest1In100Ms: durations.within(0.99),
    memory,
    notOk,
  };
}
