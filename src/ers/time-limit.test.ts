import { describe, expect, it } from 'vitest';
import type { Clock, Instant } from '../domain/instant.ts';
import { withinTime } from './time-limit.ts';

/** Time never passes; the waiting for it ends with its signal. */
const stopped: Clock = {
  now: () => '2026-10-16T09:30:00.000Z' as Instant,
  wait: (_, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Ended', 'AbortError')));
    }),
};

describe('waiting for a call', () => {
  it('that throws at once rejects, and leaves nothing behind that rejects unheard', async () => {
    const unheard: unknown[] = [];
    const note = (reason: unknown): unknown => unheard.push(reason);
    process.on('unhandledRejection', note);
    const throwing = (): never => {
      throw new RangeError('at once');
    };
    await expect(withinTime(throwing, { clock: stopped, limit: 60_000 })).rejects.toThrow(
      'at once',
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unheard).toEqual([]);
  });
});
