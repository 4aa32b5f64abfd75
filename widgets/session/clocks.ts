import { instantOf, parseInstant, type Clock } from '../../src/domain/instant.ts';

/** The time of this computer. */
export const browserClock: Clock = {
  now: () => instantOf(Date.now()),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const giveUp = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', giveUp);
    }),
};

/**
 * A clock that runs on from a given moment, for a training system whose e-RS has a time of its own.
 * @param start ISO 8601 with a zone
 */
export function clockStartingAt(start: string): Clock {
  const offset = Date.parse(parseInstant(start) ?? browserClock.now()) - Date.now();
  return { ...browserClock, now: () => instantOf(Date.now() + offset) };
}
