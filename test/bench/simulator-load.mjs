// How many reads a second the simulator answers over HTTP for ten minutes, if its memory stays flat,
// and how long the lists of a large trust take.
import { startServer } from '../../tools/servers.mjs';
import { measuredNow } from './figures.mjs';
import { mixedReads } from './mixed-reads.mjs';
import { readLoad } from './read-load.mjs';
import { longLists } from './trust-lists.mjs';

const LEAST_PER_SECOND = 300;
/** Of the last minute over the second: garbage comes and goes, a leak only comes. */
const MOST_GROWTH = 1.15;
const MOST_LIST_MS = 500;
/** Time to compile hot code; nothing is counted before. */
const WARM_UP_SECONDS = 5;

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/**
 * Resident megabytes of each minute, or of each tenth of a shorter run.
 * @param {readonly number[]} memory
 */
function byMinute(memory) {
  const minute = Math.max(1, Math.floor(memory.length / 10));
  return Array.from({ length: 10 }, (_, at) =>
    median(memory.slice(at * minute, (at + 1) * minute)),
  );
}

/** @param {readonly number[]} minutes */
function grows([, second = NaN, ...later]) {
  return (later.at(-1) ?? NaN) > second * MOST_GROWTH;
}

/** @param {readonly import('./trust-lists.mjs').LongList[]} lists */
function slowLists(lists) {
  return lists
    .filter(({ medianMs }) => medianMs >= MOST_LIST_MS)
    .map(({ list, odsCode }) => `${list} of ${odsCode} takes ${MOST_LIST_MS} ms or more`);
}

/**
 * Starts a simulator of the size, and ends it when what was to be done with it is done.
 * @template Result
 * @param {string} size
 * @param {(at: { base: string, pid: number }) => Promise<Result>} measure
 * @returns {Promise<Result>}
 */
async function withSimulator(size, measure) {
  const args = ['simulator/main.ts', '--port', '0', '--size', size];
  const server = await startServer({ name: 'simulator', args });
  try {
    const pid = server.process.pid ?? 0;
    return await measure({ base: `http://localhost:${server.port}`, pid });
  } finally {
    await server.stop();
  }
}

/** The long lists of a trust: what they take, and those that take too long. */
export async function measureLists() {
  const begun = measuredNow();
  const lists = await withSimulator('trust', ({ base }) => longLists(base));
  return { figures: { ...begun, lists }, failures: slowLists(lists) };
}

/**
 * A mix of reads without a pause: how many, how fast, and in how much memory.
 * @param {{ seconds: number, connections: number, isWhole: boolean }} asked
 */
export async function measureReads({ seconds, connections, isWhole }) {
  const begun = measuredNow();
  const load = await withSimulator('practice', async ({ base, pid }) => {
    const asking = { base, pid, connections, reads: await mixedReads(base) };
    await readLoad(asking, WARM_UP_SECONDS);
    return readLoad(asking, seconds);
  });
  const { memory: samples, notOk, ...reads } = load;
  const memory = { megabytesByMinute: byMinute(samples), mostGrowth: MOST_GROWTH };
  const failures = Object.entries(notOk).map(([what, times]) => `${what}, ${times} times`);
  if (reads.perSecond < LEAST_PER_SECOND) {
    failures.push(`fewer than ${LEAST_PER_SECOND} reads a second`);
  }
  // A shorter run ends while the process still grows to its size.
  if (isWhole && grows(memory.megabytesByMinute)) failures.push('memory grows');
  return { figures: { ...begun, seconds, connections, ...reads, memory }, failures };
}
