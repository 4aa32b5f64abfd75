import type { Priority } from './criteria.ts';
import { addMilliseconds, type Instant } from './instant.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { Referral } from './referral.ts';
import type { Ubrn } from './ubrn.ts';
import type { FollowUpRow, WorklistRow } from './worklist.ts';

/** A create whose answer was lost. What it said is known to the page that sent it alone. */
export interface LostReferral {
  patient: NhsNumber;
  sentAt: Instant;
  /** Nothing comes of it after this. */
  quietAt: Instant;
  /** SDS user id of the clinician whom it names as referrer. */
  referrerId?: string | undefined;
  priority?: Priority | undefined;
  serviceIds?: readonly string[] | undefined;
}

/** Clocks of proxy and e-RS may differ by so much. */
const CLOCKS_DIFFER_MS = 5_000;

/**
 * Rows of AWAITING_BOOKING that may be it. A referral known to come of another create is none: two
 * alike of one patient are then told apart.
 */
export function mayBeLost(
  rows: readonly WorklistRow[],
  lost: LostReferral,
  knownElsewhere: ReadonlySet<Ubrn>,
): FollowUpRow[] {
  const earliest = addMilliseconds(lost.sentAt, -CLOCKS_DIFFER_MS);
  const latest = addMilliseconds(lost.quietAt, CLOCKS_DIFFER_MS);
  return rows
    .filter((row): row is FollowUpRow => row.list === 'AWAITING_BOOKING')
    .filter(
      ({ ubrn, patient, referrer, priority, created }) =>
        patient === lost.patient &&
        isSame(lost.referrerId, referrer.sdsUserId) &&
        isSame(lost.priority, priority) &&
        created >= earliest &&
        created <= latest &&
        !knownElsewhere.has(ubrn),
    );
}

/** What is not known of it speaks against nothing. */
function isSame<T>(known: T | undefined, found: T): boolean {
  return known === undefined || known === found;
}

/**
 * The row cannot tell which services were shortlisted; the referral can, where e-RS returns them.
 * `perhaps`: nothing speaks against it, and a person has to say.
 */
export function isLost(referral: Referral, lost: LostReferral): 'yes' | 'no' | 'perhaps' {
  const { patient, priority, shortlist } = referral;
  if (patient !== lost.patient) return 'no';
  if (priority && !isSame(lost.priority, priority)) return 'no';
  if (!shortlist || !lost.serviceIds) return 'perhaps';
  if (
    !sameIds(
      shortlist.map(({ id }) => id),
      lost.serviceIds,
    )
  )
    return 'no';
  return priority && lost.priority && lost.referrerId ? 'yes' : 'perhaps';
}

function sameIds(found: readonly string[], sent: readonly string[]): boolean {
  return [...found].sort().join() === [...sent].sort().join();
}
