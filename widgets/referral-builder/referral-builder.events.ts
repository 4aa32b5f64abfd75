import type { Ubrn } from '../../src/domain/ubrn.ts';

export interface ReferralDetail {
  ubrn: Ubrn;
}

declare global {
  interface HTMLElementEventMap {
    'ers-referral-created': CustomEvent<ReferralDetail>;
    'ers-sent-for-triage': CustomEvent<ReferralDetail>;
    'ers-letters-linked': CustomEvent<ReferralDetail>;
    'ers-safety-net': CustomEvent<ReferralDetail>;
    'ers-write-unknown': CustomEvent<{ write: string; ubrn?: string | undefined }>;
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}
