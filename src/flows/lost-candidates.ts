import { addMilliseconds, instantOf, type Instant } from '../domain/instant.ts';
import { mayBeLost, type LostReferral } from '../domain/lost-referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { FollowUpRow, WorklistRow } from '../domain/worklist.ts';
import type { Intent } from '../journal/ports.ts';

/** A create whose end is not known. */
export type UnknownCreate = Extract<Intent, { state: 'unknown' }>;

/** The create, and what its times mean by this page's clock. */
export interface LostCreate extends LostReferral {
  /** The call has ended by then. */
  endedAt: Instant;
  /** Its times are of another clock than ours: they do not say which referral it is. */
  isOfAnotherClock: boolean;
}

/** The proxy's call ends at the latest so long after it began, where its end is not known. */
const LONGEST_CALL_MS = 190_000;
/** No latest time of a create is documented. */
export const QUIET_MS = 120_000;
const CLOCKS_DIFFER_MS = 5_000;

/** A call whose end is told to lie ahead has ended by now at the latest. */
export function lostCreate(intent: UnknownCreate, now: Instant): LostCreate {
  const { endedAt: told, sentAt } = intent;
  const isOfAnotherClock = (told ?? sentAt) > addMilliseconds(now, CLOCKS_DIFFER_MS);
  const atLatest = addMilliseconds(isOfAnotherClock ? now : sentAt, LONGEST_CALL_MS);
  const endedAt = isOfAnotherClock && told ? now : (told ?? atLatest);
  return { ...intent, endedAt, quietAt: addMilliseconds(endedAt, QUIET_MS), isOfAnotherClock };
}

export interface Candidates {
  rows: readonly FollowUpRow[];
  /** They were made within its time; others a person has to look at. */
  inTime: boolean;
}

/** Rows that may be it: by its time, and where none is, whenever they were made since. */
export function candidatesOf(
  rows: readonly WorklistRow[],
  lost: LostCreate,
  knownElsewhere: ReadonlySet<Ubrn>,
): Candidates {
  const inTime = lost.isOfAnotherClock ? [] : mayBeLost(rows, lost, knownElsewhere);
  if (inTime.length > 0) return { rows: inTime, inTime: true };
  const sentAt = lost.isOfAnotherClock ? instantOf(0) : lost.sentAt;
  const whenever = { ...lost, sentAt, quietAt: LAST };
  return { rows: mayBeLost(rows, whenever, knownElsewhere), inTime: false };
}

/** The 9 999th year: no latest time. */
const LAST = instantOf(253_402_300_000_000);
