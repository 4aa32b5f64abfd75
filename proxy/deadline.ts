import type { Clock } from '../src/domain/instant.ts';

export interface Deadline {
  /** Aborted when the time is over. */
  signal: AbortSignal;
  cancel(): void;
}

export function startDeadline(clock: Clock, limitMs: number): Deadline {
  const deadline = new AbortController();
  const timer = new AbortController();
  void clock.wait(limitMs, timer.signal).then(
    () => deadline.abort(),
    () => {},
  );
  return { signal: deadline.signal, cancel: () => timer.abort() };
}
