import { setTimeout } from 'node:timers/promises';
import { instantOf, type Clock } from '../src/domain/instant.ts';

export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal && { signal }),
};
