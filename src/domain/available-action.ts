import type { ReferralVersion } from './referral.ts';
import type { Ubrn } from './ubrn.ts';

/** Codes of e-RS (interactions.md §10). One that we do not know passes as it came. */
export type AvailableActionCode =
  | 'RECORD_REVIEW_OUTCOME'
  | 'CREATE_APPOINTMENT'
  | 'CHANGE_SHORTLIST'
  | 'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE'
  | 'CANCEL_REFERRAL'
  | 'CANCEL_DIRECTLY_BOOKED_APPOINTMENT'
  | (string & {});

/**
 * Something that e-RS lets this user do with one version of a referral, at the moment of asking:
 * never to be kept.
 */
export interface AvailableAction {
  code: AvailableActionCode;
  ubrn: Ubrn;
  version: ReferralVersion;
}
