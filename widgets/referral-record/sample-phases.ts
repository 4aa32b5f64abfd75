import type { Referral, ReferralVersion } from '../../src/domain/referral.ts';
import { referralChanges } from '../../src/domain/referral-changes.ts';
import type {
  Conflict,
  ReviewPhase,
  ReviewReferralState,
} from '../../src/flows/review-referral.ts';
import { at, decisions, pdf, pending, problem, toReview } from './sample-review.ts';
import { formsWith } from './still-review.ts';

type State = Partial<ReviewReferralState>;

const REJECTION =
  'The dermoscopic image is out of focus. Please send a new image, and say whether the lesion has bled more than once.';

/** A rejection that is filled in. */
export const rejecting: State = {
  chosen: 'reject-referral',
  forms: formsWith({ 'reject-referral': { reason: 'MORE_INFORMATION', comment: REJECTION } }),
};

const changed: Referral = {
  ...toReview,
  version: '12' as ReferralVersion,
  letters: [
    ...toReview.letters.filter(({ url }) => url !== pdf.url && url !== pending.url),
    {
      ...pdf,
      url: 'Binary/v2',
      name: 'Referral letter ABERNETHY v2.pdf',
      attachedAt: at('23T14:38:00'),
    },
    { ...pending, availability: 'AVAILABLE' },
  ],
};

const decided: Referral = {
  ...toReview,
  version: '12' as ReferralVersion,
  state: {
    code: 'TRIAGED_PROVIDER_TO_ACTION',
    derived: false,
    reason: {
      code: 'CANCEL_APPOINTMENT_ACTION_LATER',
      display: 'Cancel appointment, action later',
    },
  },
  appointment: { status: 'proposed', service: { id: '201', name: 'Suspected skin cancer' } },
};

function conflict(now: Referral, canSend = true): Conflict {
  return {
    status: 'conflict',
    action: 'reject-referral',
    before: toReview,
    beforeReadAt: at('23T14:33:00'),
    now,
    changes: referralChanges(toReview, now),
    canSend,
    at: at('23T14:42:00'),
  };
}

const conflictOf = (phase: Conflict): State => ({ ...rejecting, referral: phase.now, phase });

export const conflictChanged = conflictOf(conflict(changed));
export const conflictVersionOnly = conflictOf(
  conflict({ ...toReview, version: '11' as ReferralVersion }),
);
export const conflictDecided: State = {
  ...conflictOf(conflict(decided, false)),
  decisions: decisions({ 'reject-referral': ['decided', { who: 'provider-administrator' }] }),
};

const sentAt = at('23T14:32:00');

export const unanswered: Extract<ReviewPhase, { status: 'unanswered' }> = {
  status: 'unanswered',
  action: 'reject-referral',
  problem: problem('provider-silent', { httpStatus: 504 }),
  sentAt,
  readings: [
    { at: at('23T14:34:10'), found: 'unchanged' },
    { at: at('23T14:34:20'), found: 'not-read' },
  ],
  nextReadingAt: at('23T14:35:25'),
  settled: false,
};

export const settledUnanswered: typeof unanswered = {
  ...unanswered,
  readings: [...unanswered.readings, { at: at('23T14:35:10'), found: 'unchanged' }],
  nextReadingAt: undefined,
  settled: true,
};
