import { adviceChanges, type AdviceThread } from '../domain/advice-changes.ts';
import type { AdviceAct } from '../domain/advice-form.ts';
import type { Problem } from '../domain/problem.ts';
import { isAllowed, takeThread, threadOf, type AdviceDesk } from './answer-advice-desk.ts';
import { learnNames } from './answer-advice-reading.ts';
import type { AdviceConflict } from './answer-advice.ts';

/**
 * Takes the new reading; a conflict where it is of another version, has a message that was not on
 * screen (e-RS checks the version alone, hscn.md §8), or permits the act no more. `problem`: why e-RS
 * has refused it; for a newer version it is a conflict whatever is read.
 */
export function takeAndCompare(
  desk: AdviceDesk,
  now: AdviceThread,
  { act, problem }: { act: AdviceAct; problem?: Problem | undefined },
): AdviceConflict | undefined {
  const { ports, store } = desk;
  const before = threadOf(desk);
  const { readAt: beforeReadAt } = store.state;
  takeThread(desk, now);
  void learnNames(desk);
  if (!before || !beforeReadAt) return undefined;
  const canSend = isAllowed(desk, act);
  const changes = adviceChanges(before, now);
  const isSame = now.request.version === before.request.version && changes.length === 0;
  if (isSame && canSend && problem?.reason !== 'referral-changed') return undefined;
  const at = ports.clock.now();
  return { status: 'conflict', act, beforeReadAt, changes, canSend, problem, at };
}
