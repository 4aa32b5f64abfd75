import { millisecondsOf, type Clock } from '../domain/instant.ts';

export interface Rate {
  perSecond: number;
  /** How many may go at once after a rest. */
  burst: number;
}

/** A token bucket for reads. Writes do not pass through it: none waits behind a read. */
export interface RateLimiter {
  /** Resolves when the next call may go, in the order of asking; rejects when aborted. */
  take(signal?: AbortSignal): Promise<void>;
}

export function createRateLimiter(clock: Clock, { perSecond, burst }: Rate): RateLimiter {
  let tokens = burst;
  let countedAt = millisecondsOf(clock.now());
  return {
    async take(signal) {
      const now = millisecondsOf(clock.now());
      tokens = Math.min(burst, tokens + (Math.max(0, now - countedAt) / 1000) * perSecond);
      countedAt = now;
      tokens -= 1;
      if (tokens < 0) await clock.wait((-tokens / perSecond) * 1000, signal);
    },
  };
}
