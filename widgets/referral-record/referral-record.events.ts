import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';

// Details are keys only: never demographics or clinical text.

export interface ReviewRecordedDetail {
  ubrn: Ubrn;
  action: Exclude<ReviewAction, 'cancel-referral'>;
}

export interface ReferralCancelledDetail {
  ubrn: Ubrn;
}

/** What a referrer does in the referral builder. */
export type BuilderAct = 'attach-letters' | 'book';

interface ActRequestDetail {
  ubrn: Ubrn;
  action: BuilderAct;
}

declare global {
  interface HTMLElementEventMap {
    'ers-review-recorded': CustomEvent<ReviewRecordedDetail>;
    'ers-referral-cancelled': CustomEvent<ReferralCancelledDetail>;
    'ers-act-request': CustomEvent<ActRequestDetail>;
    'ers-close-request': CustomEvent<{ ubrn?: Ubrn | undefined }>;
    'ers-write-unknown': CustomEvent<{ write: string; ubrn?: string | undefined }>;
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}
