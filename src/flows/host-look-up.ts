import type { Clock } from '../domain/instant.ts';

/** What a host is given to answer a look-up. */
const LOOK_UP_LIMIT_MS = 10_000;

/**
 * Asks the host and waits a limited time. `undefined` when the host lacks the look-up, fails or is
 * silent: none of them may stand in the way of a referral.
 */
export async function askHost<T>(
  ask: (signal: AbortSignal) => Promise<T> | undefined,
  {
    clock,
    signal,
    limit = LOOK_UP_LIMIT_MS,
  }: { clock: Clock; signal: AbortSignal; limit?: number },
): Promise<T | undefined> {
  const attempt = new AbortController();
  const giveUp = (): void => attempt.abort();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const silence = clock.wait(limit, attempt.signal).then(() => undefined);
    return await Promise.race([ask(attempt.signal), silence]);
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}
