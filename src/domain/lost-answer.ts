import type { Problem } from './problem.ts';

/** Of a write that was sent once and whose answer nobody waits for any more. */
export function lostAnswer(correlationId: string): Problem {
  return { reason: 'no-answer', source: 'proxy', correlationId, retry: 'after-reread' };
}
