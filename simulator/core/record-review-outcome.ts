import { allowedActions } from './actions.ts';
import type { WantedFile } from './attachments.ts';
import { attachmentsOf, newAttachments } from './attachments.ts';
import type { Core } from './core.ts';
import type { Attachment, Caller, Priority, Referral } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';

/** The outcomes that a reviewer may record; the others only appear in answers. */
export const recordableOutcomes = [
  'ACCEPT_REFER_BOOK_LATER',
  'RETURN_TO_REFERRER_WITH_ADVICE',
] as const;

export interface OutcomeWanted {
  outcome: (typeof recordableOutcomes)[number];
  comments: string;
  priority?: Priority | undefined;
  files: readonly WantedFile[];
}

const nextState = {
  ACCEPT_REFER_BOOK_LATER: 'TRIAGED_PROVIDER_TO_ACTION',
  RETURN_TO_REFERRER_WITH_ADVICE: 'TRIAGE_RESPONSE',
} as const;

function checkPriority(referral: Referral, { outcome, priority }: OutcomeWanted): void {
  const field = 'reviewPriority';
  if (outcome === 'ACCEPT_REFER_BOOK_LATER' && !priority) {
    refuse('VALUE_IS_REQUIRED', field, 'is needed for this outcome.');
  }
  if (outcome === 'RETURN_TO_REFERRER_WITH_ADVICE' && priority && priority !== referral.priority) {
    refuse('PRIORITY_NOT_CURRENT', field, 'is not the current priority.');
  }
}

function providerFiles(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: OutcomeWanted },
): Attachment[] {
  return newAttachments(core, caller, {
    wanted: wanted.files,
    linking: {
      ubrn: referral.ubrn,
      type: 'PROVIDER',
      field: 'reviewAttachmentFile',
      held: attachmentsOf(referral),
    },
  });
}

/** A028: for a referral sent for triage or deferred, once its letter is there. */
export function recordReviewOutcome(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: OutcomeWanted },
): void {
  const { appointment } = referral;
  if (!appointment || !allowedActions(core, referral, caller).includes('RECORD_REVIEW_OUTCOME')) {
    return refuse('INVALID_REQUEST_STATE', 'UBRN', 'is not waiting for a review.');
  }
  requireText('reviewComments', wanted.comments, 2_000);
  checkPriority(referral, wanted);
  const added = providerFiles(core, caller, { referral, wanted });
  referral.otherAttachments = [...referral.otherAttachments, ...added];
  referral.appointment = {
    ...appointment,
    version: appointment.version + 1,
    reason: wanted.outcome,
    comment: wanted.comments,
  };
  referral.priority = wanted.priority ?? referral.priority;
  referral.state = nextState[wanted.outcome];
  referral.review = { status: 'REVIEWED', reviewed: true };
  record(core, referral, {
    step: versionSteps.reviewed,
    event: `review outcome ${wanted.outcome}`,
    by: caller.userId,
  });
}
