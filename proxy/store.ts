import { millisecondsOf, type Clock } from '../src/domain/instant.ts';

/**
 * Where sessions, tickets and results of writes are kept. Values are JSON and are never changed in
 * place. They hold patient identifiers: a store outside this process seals what it keeps.
 */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  /**
   * Changes one value atomically and keeps it for so many milliseconds from now. `change` may run
   * more than once and returns the same value to leave it, or undefined to remove it.
   */
  update<T>(
    key: string,
    lifeMs: number,
    change: (before: T | undefined) => T | undefined,
  ): Promise<Update<T>>;
}

export interface Update<T> {
  before: T | undefined;
  after: T | undefined;
}

interface Entry {
  value: unknown;
  expiresAt: number;
}

const SWEEP_EVERY_MS = 60_000;

/** Keeps everything in this process: one proxy only, and a restart forgets it. */
export function createMemoryStore(clock: Clock): Store {
  const entries = new Map<string, Entry>();
  let sweptAt = millisecondsOf(clock.now());

  function read(key: string, now: number): unknown {
    const entry = entries.get(key);
    return entry && entry.expiresAt > now ? entry.value : undefined;
  }

  function sweep(now: number): void {
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key);
  }

  return {
    async get<T>(key: string) {
      return read(key, millisecondsOf(clock.now())) as T | undefined;
    },
    async update<T>(key: string, lifeMs: number, change: (before: T | undefined) => T | undefined) {
      const now = millisecondsOf(clock.now());
      sweep(now);
      const before = read(key, now) as T | undefined;
      const after = change(before);
      if (after === undefined) entries.delete(key);
      else entries.set(key, { value: after, expiresAt: now + lifeMs });
      return { before, after };
    },
  };
}
