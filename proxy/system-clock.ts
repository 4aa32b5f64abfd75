import { setTimeout } from 'node:timers/promises';
import { instantOf, millisecondsOf, type Clock, type Instant } from '../src/domain/instant.ts';

export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal && { signal }),
};

/** Runs on from that moment. */
export function clockFrom(start: Instant): Clock {
  const offset = millisecondsOf(start) - Date.now();
  return { ...systemClock, now: () => instantOf(Date.now() + offset) };
}
