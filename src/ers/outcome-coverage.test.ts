import { Session } from 'node:inspector/promises';
import { describe, expect, it } from 'vitest';
import type * as Outcome from './outcome.ts';

const FILE = '/src/ers/outcome.ts';
const FUNCTIONS = ['classifyWrite', 'outcomeOfStatus'];

/** One piece of evidence for each branch that there should be (reliability-and-security.md §4.1). */
const evidence: readonly Outcome.WriteEvidence[] = [
  { answer: 'none', sent: 'no' },
  { answer: 'none', sent: 'maybe' },
  { answer: 'proxy', mark: 'not-forwarded' },
  { answer: 'proxy' },
  { answer: 'e-rs', status: 409, identified: false },
  { answer: 'e-rs', status: 199, identified: true },
  { answer: 'e-rs', status: 201, identified: true },
  { answer: 'e-rs', status: 201, identified: false },
  { answer: 'e-rs', status: 504, identified: true },
];

interface Branches {
  run: number;
  neverRun: string[];
}

/** The branches of the classifier as V8 itself counts them, while it classifies what is given. */
async function branchesOf(given: readonly Outcome.WriteEvidence[]): Promise<Branches> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  // A copy of its own, which nothing has run before.
  const copy = `./outcome.ts?counted=${given.length}`;
  const { classifyWrite } = (await import(/* @vite-ignore */ copy)) as typeof Outcome;
  given.forEach(classifyWrite);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const counted = result
    .filter(({ url }) => url.includes(FILE))
    .flatMap(({ functions }) => functions)
    .filter(({ functionName }) => FUNCTIONS.includes(functionName))
    .flatMap(({ functionName, ranges }) => ranges.map((range) => ({ functionName, ...range })));
  const neverRun = counted.filter(({ count }) => count === 0);
  return {
    run: counted.length - neverRun.length,
    neverRun: neverRun.map(({ functionName, startOffset }) => `${functionName} ${startOffset}`),
  };
}

describe('the classifier of writes', () => {
  it('has every branch run by one of nine pieces of evidence: coverage is 100 %', async () => {
    const { run, neverRun } = await branchesOf(evidence);
    expect(neverRun).toEqual([]);
    expect(run).toBeGreaterThanOrEqual(evidence.length);
  });

  it('is counted truly: with one piece less, a branch is missing', async () => {
    const { neverRun } = await branchesOf(evidence.slice(1));
    expect(neverRun).not.toEqual([]);
  });
});
