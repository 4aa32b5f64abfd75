import { millisecondsOf, type Clock } from '../domain/instant.ts';

export interface Rate {
  perSecond: number;
  /** How many may go at once after a rest. */
  burst: number;
}

/** What somebody is looking at, and is waiting for, goes before what may be wanted later. */
export type Urgency = 'looked-at' | 'ahead';

export interface Turn {
  /** Default: `looked-at`. */
  urgency?: Urgency | undefined;
  signal?: AbortSignal | undefined;
}

/** A token bucket for reads. Writes do not pass through it: none waits behind a read. */
export interface RateLimiter {
  /** Resolves when the next call may go, by urgency, then in the order of asking; rejects when aborted. */
  take(turn?: Turn): Promise<void>;
  /** Lets nothing go for so many milliseconds: e-RS has asked everyone here to wait. */
  holdOff(milliseconds: number): void;
}

export function createRateLimiter(clock: Clock, { perSecond, burst }: Rate): RateLimiter {
  const waiting: Record<Urgency, Set<() => void>> = { 'looked-at': new Set(), ahead: new Set() };
  const now = (): number => millisecondsOf(clock.now());
  let tokens = burst;
  let countedAt = now();
  let heldUntil = 0;
  let isAwake = false;

  function refill(): void {
    tokens = Math.min(burst, tokens + (Math.max(0, now() - countedAt) / 1000) * perSecond);
    countedAt = now();
  }

  const next = (): (() => void) | undefined => [...waiting['looked-at'], ...waiting.ahead][0];

  /** One timer at a time serves everyone who waits. */
  async function serve(): Promise<void> {
    if (isAwake) return;
    isAwake = true;
    for (let go = next(); go; go = next()) {
      refill();
      const wait = Math.max(heldUntil - now(), ((1 - tokens) / perSecond) * 1000);
      // Instants have whole milliseconds: a part of one would pass no time at all.
      if (wait > 0) await clock.wait(Math.ceil(wait));
      else {
        tokens -= 1;
        go();
      }
    }
    isAwake = false;
  }

  return {
    async take({ urgency = 'looked-at', signal } = {}) {
      const turn = queueUp(waiting[urgency], signal);
      void serve();
      await turn;
    },
    holdOff(milliseconds) {
      heldUntil = Math.max(heldUntil, now() + milliseconds);
    },
  };
}

/** Resolves when it is let go, rejects when it leaves the queue by itself. */
function queueUp(queue: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const leave = (): void => {
      queue.delete(go);
      reject(signal?.reason as Error);
    };
    const go = (): void => {
      queue.delete(go);
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    queue.add(go);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
