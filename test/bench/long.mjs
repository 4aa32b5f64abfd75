// `npm run test:long`: what takes too long for every run of the tests. README.md says what.
import { parseArgs } from 'node:util';
import { writeFigures } from './figures.mjs';
import { measureScroll } from './list-scroll.mjs';
import { measureTests } from './long-tests.mjs';
import { measureMutants } from './mutants.mjs';
import { measureLists, measureReads } from './simulator-load.mjs';

const WHOLE_RUN_SECONDS = 600;
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: String(WHOLE_RUN_SECONDS) },
    connections: { type: 'string', default: '16' },
    part: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const isWhole = seconds >= WHOLE_RUN_SECONDS;

/** @type {Record<string, () => Promise<{ figures: object, failures: string[] }>>} */
const parts = {
  faultSequences: () =>
    measureTests({ project: 'node', files: 'test/faults', variable: 'FAULT_RUNS', runs: 20_000 }),
  pageCrashes: () =>
    measureTests({
      project: 'journeys',
      files: 'test/journeys/crash.test.ts',
      variable: 'CRASH_RUNS',
      runs: 200,
    }),
  mutationScore: measureMutants,
  listScroll: measureScroll,
  simulatorLists: measureLists,
  simulatorReads: () => measureReads({ seconds, connections, isWhole }),
};

const wanted = values.part?.toLowerCase() ?? '';
const chosen = Object.entries(parts).filter(([name]) => name.toLowerCase().includes(wanted));
if (chosen.length === 0) {
  console.error(`No such part: ${wanted}. There are ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
}

for (const [name, measure] of chosen) {
  const { figures, failures } = await measure();
  console.log(JSON.stringify({ [name]: figures }, null, 2));
  if (isWhole) await writeFigures(name, figures);
  if (failures.length === 0) continue;
  console.error(`Not as wanted: ${failures.join('; ')}.`);
  process.exitCode = 1;
}
