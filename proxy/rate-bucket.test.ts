import { describe, expect, it } from 'vitest';
import { instantOf, millisecondsOf, type Clock } from '../src/domain/instant.ts';
import { RateBucket } from './rate-bucket.ts';

/** A clock that jumps as far as anybody waits. */
function jumpingClock(): Clock {
  let now = 0;
  return {
    now: () => instantOf(now),
    wait: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

describe('P20: turns at e-RS', () => {
  it('are never more than 10 in any second, and about 8 a second for long', async () => {
    const clock = jumpingClock();
    const bucket = new RateBucket({ perSecond: 8, clock });
    const turns = Array.from({ length: 80 }, async () => {
      await bucket.take('read');
      return millisecondsOf(clock.now());
    });
    const times = await Promise.all(turns);
    for (const start of times) {
      const inSecond = times.filter((time) => time >= start && time < start + 1_000);
      expect(inSecond.length).toBeLessThanOrEqual(10);
    }
    const last = times.at(-1) ?? 0;
    expect(last).toBeGreaterThan(9_000);
    expect(last).toBeLessThan(10_500);
  });

  it('go to writes before reads that wait longer', async () => {
    const bucket = new RateBucket({ perSecond: 8, clock: jumpingClock() });
    const order: string[] = [];
    const take = async (name: string, turn: 'read' | 'write'): Promise<void> => {
      await bucket.take(turn);
      order.push(name);
    };
    await Promise.all([
      take('first', 'read'),
      take('second', 'read'),
      take('third', 'read'),
      take('booking', 'write'),
    ]);
    expect(order.indexOf('booking')).toBeLessThan(order.indexOf('third'));
  });

  it('are refused when too many wait', async () => {
    const bucket = new RateBucket({ perSecond: 8, clock: jumpingClock(), longestQueue: 3 });
    const turns = Array.from({ length: 8 }, () => bucket.take('read'));
    expect((await Promise.all(turns)).filter((turn) => !turn).length).toBeGreaterThan(0);
  });

  it('are not used up by a read that was given up', async () => {
    const clock = jumpingClock();
    const bucket = new RateBucket({ perSecond: 1, clock });
    const abort = new AbortController();
    const kept = [bucket.take('read'), bucket.take('read')];
    const given = bucket.take('read', abort.signal);
    const after = bucket.take('read');
    abort.abort();
    expect(await Promise.all(kept)).toEqual([true, true]);
    expect(await given).toBe(false);
    expect(await after).toBe(true);
    expect(millisecondsOf(clock.now())).toBe(1_000);
  });
});
