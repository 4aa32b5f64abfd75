import type { Problem } from './problem.ts';

/** What reading something yields: its value, or the problem that stood in the way. Never both. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure<T>(problem: Problem): Result<T> {
  return { ok: false, problem };
}
