import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSteppedClock } from './desk.fixtures.ts';
import { createRateLimiter, type Urgency } from './rate-limiter.ts';

describe('the rate limiter', () => {
  it('lets a burst through, then so many a second', async () => {
    const clock = createSteppedClock();
    const limiter = createRateLimiter(clock, { perSecond: 2, burst: 3 });
    let gone = 0;
    for (let i = 0; i < 6; i += 1) void limiter.take().then(() => (gone += 1));
    await clock.pass(0);
    expect(gone).toBe(3);
    await clock.pass(500);
    expect(gone).toBe(4);
    await clock.pass(1_000);
    expect(gone).toBe(6);
  });

  it('is rested by time, up to its burst', async () => {
    const clock = createSteppedClock();
    const limiter = createRateLimiter(clock, { perSecond: 1, burst: 2 });
    await limiter.take();
    await limiter.take();
    await clock.pass(3_600_000);
    let gone = 0;
    for (let i = 0; i < 3; i += 1) void limiter.take().then(() => (gone += 1));
    await clock.pass(0);
    expect(gone).toBe(2);
  });

  it('never lets through more than burst + rate × time', async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(gaps, async (waits) => {
        const clock = createSteppedClock();
        const limiter = createRateLimiter(clock, { perSecond: 2, burst: 5 });
        let gone = 0;
        let passed = 0;
        for (const wait of waits) {
          for (let i = 0; i < 3; i += 1) void limiter.take().then(() => (gone += 1));
          await clock.pass(wait);
          passed += wait;
          expect(gone).toBeLessThanOrEqual(5 + (2 * passed) / 1_000);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets those go first whom somebody waits for', async () => {
    const clock = createSteppedClock();
    const limiter = createRateLimiter(clock, { perSecond: 1, burst: 1 });
    const gone: string[] = [];
    const ask = (name: string, urgency: Urgency): void =>
      void limiter.take({ urgency }).then(() => gone.push(name));
    ask('first', 'ahead');
    ask('second', 'ahead');
    ask('looked at', 'looked-at');
    await clock.pass(2_000);
    expect(gone).toEqual(['first', 'looked at', 'second']);
  });

  it('lets nobody go while it is held off, and loses nobody', async () => {
    const clock = createSteppedClock();
    const limiter = createRateLimiter(clock, { perSecond: 2, burst: 5 });
    limiter.holdOff(4_000);
    let gone = 0;
    for (let i = 0; i < 3; i += 1) void limiter.take().then(() => (gone += 1));
    await clock.pass(3_999);
    expect(gone).toBe(0);
    await clock.pass(1);
    expect(gone).toBe(3);
  });

  it('passes the turn on when somebody leaves', async () => {
    const clock = createSteppedClock();
    const limiter = createRateLimiter(clock, { perSecond: 1, burst: 1 });
    await limiter.take();
    const leaves = new AbortController();
    const left = expect(limiter.take({ signal: leaves.signal })).rejects.toThrow('enough');
    let gone = 0;
    void limiter.take().then(() => (gone += 1));
    leaves.abort(new Error('enough'));
    await left;
    await clock.pass(1_000);
    expect(gone).toBe(1);
  });

  it('stops waiting when aborted', async () => {
    const limiter = createRateLimiter(createSteppedClock(), { perSecond: 1, burst: 1 });
    await limiter.take();
    await expect(limiter.take({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});
