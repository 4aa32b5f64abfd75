import type { Problem } from '../../src/domain/problem.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { ReviewReferralState } from '../../src/flows/review-referral.ts';
import type { ReferralCancelledDetail, ReviewRecordedDetail } from './referral-record.events.ts';

type RecordEvent =
  | { name: 'ers-review-recorded'; detail: ReviewRecordedDetail }
  | { name: 'ers-referral-cancelled'; detail: ReferralCancelledDetail }
  | { name: 'ers-write-unknown'; detail: { write: string; ubrn: Ubrn } }
  | { name: 'ers-problem'; detail: { reason: string } };

/** What the host is told when one state follows another. Keys only. */
export function eventsBetween(
  before: ReviewReferralState | undefined,
  now: ReviewReferralState,
): RecordEvent[] {
  const unseen = before?.endedUnseen ? undefined : now.endedUnseen;
  const endedUnseen =
    unseen?.state === 'done' ? [recorded(now.ubrn, unseen.action as ReviewAction)] : [];
  return [...endedUnseen, ...phaseEvents(before, now), ...readingEvents(before, now)];
}

/** Files and summary that could not be read. */
function readingEvents(
  before: ReviewReferralState | undefined,
  { files, summary }: ReviewReferralState,
): RecordEvent[] {
  const loads = [...files].flatMap(([url, { load }]) =>
    load === before?.files.get(url)?.load ? [] : [load],
  );
  const isNew = summary !== before?.summary;
  const read = [...loads, ...(isNew ? [summary] : [])];
  return read.flatMap((one) => (one.status === 'failed' ? [problemEvent(one.problem)] : []));
}

function phaseEvents(
  before: ReviewReferralState | undefined,
  { ubrn, phase }: ReviewReferralState,
): RecordEvent[] {
  if (before?.phase.status === phase.status) return [];
  switch (phase.status) {
    case 'done':
      return [recorded(ubrn, phase.action)];
    case 'unanswered':
      return [{ name: 'ers-write-unknown', detail: { write: phase.action, ubrn } }];
    default:
      return 'problem' in phase && phase.problem ? [problemEvent(phase.problem)] : [];
  }
}

function problemEvent({ reason }: Problem): RecordEvent {
  return { name: 'ers-problem', detail: { reason } };
}

function recorded(ubrn: Ubrn, action: ReviewAction): RecordEvent {
  return action === 'cancel-referral'
    ? { name: 'ers-referral-cancelled', detail: { ubrn } }
    : { name: 'ers-review-recorded', detail: { ubrn, action } };
}
