import type { Problem } from '../domain/problem.ts';
import { referralChanges } from '../domain/referral-changes.ts';
import type { ReviewAction } from '../domain/review-decisions.ts';
import {
  isAllowed,
  takeReading,
  type ReviewDesk,
  type ReviewReading,
} from './review-referral-desk.ts';
import type { Conflict } from './review-referral.ts';

interface Compared {
  action: ReviewAction | undefined;
  /** Why e-RS has refused it. For a newer version it is a conflict whatever is read. */
  problem?: Problem | undefined;
}

/** Takes the new reading; a conflict where it is of another version, or the decision is no more. */
export function takeAndCompare(
  desk: ReviewDesk,
  reading: ReviewReading,
  { action, problem }: Compared,
): Conflict | undefined {
  const { ports, store } = desk;
  const { referral: before, readAt: beforeReadAt } = store.state;
  takeReading(desk, reading);
  if (!before || !beforeReadAt) return undefined;
  const now = reading.referral;
  const canSend = !action || isAllowed(desk, action);
  const isSaid = problem?.reason === 'referral-changed';
  if (!isSaid && canSend && now.version === before.version) return undefined;
  const changes = referralChanges(before, now);
  const at = ports.clock.now();
  return { status: 'conflict', action, before, beforeReadAt, now, changes, canSend, problem, at };
}
