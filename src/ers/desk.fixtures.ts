import { addMilliseconds, millisecondsOf, type Clock, type Instant } from '../domain/instant.ts';
import { createErsClient, type ErsClient } from './client.ts';
import type { CallOptions, ErsCall, ErsResponse, ErsTransport } from './transport.ts';

interface Timer {
  at: number;
  fire: () => void;
}

export interface SteppedClock extends Clock {
  /** Lets so much time pass, firing what falls due on the way, in order. */
  pass(milliseconds: number): Promise<void>;
}

/** Lets everything that is ready run. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

export function createSteppedClock(start = '2026-10-16T09:30:00.000Z'): SteppedClock {
  let now = start as Instant;
  const timers = new Set<Timer>();
  const nextBefore = (end: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const timer = { at: millisecondsOf(now) + milliseconds, fire: resolve };
        timers.add(timer);
        const stop = (): void => {
          timers.delete(timer);
          reject(signal?.reason as Error);
        };
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      }),
    async pass(milliseconds) {
      await settle();
      const end = millisecondsOf(now) + milliseconds;
      for (let due = nextBefore(end); due; due = nextBefore(end)) {
        timers.delete(due);
        now = addMilliseconds(now, due.at - millisecondsOf(now));
        due.fire();
        await settle();
      }
      now = addMilliseconds(now, end - millisecondsOf(now));
    },
  };
}

/** What the transport does with one call. */
export type Step = ErsResponse | Error | 'silence';

export interface Desk {
  client: ErsClient;
  clock: SteppedClock;
  calls: { call: ErsCall; options: CallOptions | undefined }[];
}

/** A client whose transport takes the steps one after the other, the last for ever. */
export function createDesk(...steps: [Step, ...Step[]]): Desk {
  const clock = createSteppedClock();
  const calls: Desk['calls'] = [];
  const transport: ErsTransport = {
    async request(call, options) {
      calls.push({ call, options });
      const step = steps[Math.min(calls.length, steps.length) - 1];
      if (step === 'silence') return new Promise<never>(() => undefined);
      if (step instanceof Error) throw step;
      return step as ErsResponse;
    },
  };
  let ids = 0;
  const newId = (): string => `c-${String((ids += 1))}`;
  const client = createErsClient({
    dialect: 'hscn',
    transport,
    contextId: 'x-1',
    clock,
    newId,
    random: () => 0,
  });
  return { client, clock, calls };
}
