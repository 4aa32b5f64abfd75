import type { Result } from './check.ts';
import type { Harness } from './harness.ts';
import type { Tried } from './run.ts';

/** What a supplier files: which adapter, when, in what, and what each check has found. */
export interface Report {
  host: string;
  adapter: string;
  adapterVersion: string;
  protocol: string;
  /** ISO, UTC. */
  at: string;
  browser: string;
  counts: Record<Result, number>;
  checks: readonly { id: string; must: string; because: string; result: Result; seen: string }[];
}

export function reportOf(
  { host, adapterVersion }: Harness,
  tried: readonly Tried[],
  { adapter, at, browser }: { adapter: string; at: string; browser: string },
): Report {
  const count = (wanted: Result): number => tried.filter(({ result }) => result === wanted).length;
  return {
    host,
    adapter,
    adapterVersion,
    protocol: '1',
    at,
    browser,
    counts: {
      passed: count('passed'),
      failed: count('failed'),
      'not-offered': count('not-offered'),
    },
    checks: tried.map(({ check: { id, must, because }, result, seen }) => ({
      id,
      must,
      because,
      result,
      seen,
    })),
  };
}
