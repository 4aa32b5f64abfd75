import type { Clock } from '../domain/instant.ts';
import { TransportError } from './transport.ts';

export interface TimeLimit {
  clock: Clock;
  /** Milliseconds. */
  limit: number;
  /** The caller's own; ends the waiting at once. */
  signal?: AbortSignal | undefined;
}

/**
 * Waits for a call so long and no longer. The call's own signal is aborted when the waiting ends, so
 * that a call that honours it stops; one that does not finishes unheard.
 */
export async function withinTime<T>(
  call: (signal: AbortSignal) => Promise<T>,
  { clock, limit, signal }: TimeLimit,
): Promise<T> {
  const over = new AbortController();
  const both = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  const timeUp = clock.wait(limit, both).then(() => {
    throw new TransportError('timed-out', 'maybe');
  });
  try {
    return await Promise.race([timeUp, (async () => call(both))()]);
  } finally {
    over.abort();
  }
}
