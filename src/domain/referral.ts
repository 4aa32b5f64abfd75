import type { Coded, Priority, SearchCriteria } from './criteria.ts';
import type { Instant } from './instant.ts';
import type { Letter } from './letter.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { Ubrn } from './ubrn.ts';
import type { Clinician } from './user.ts';

declare const referralVersion: unique symbol;

/** Taken from an answer of e-RS, never computed: one write may raise it by any number. */
export type ReferralVersion = string & { readonly [referralVersion]: true };

/**
 * The states of e-RS, and two of our own for what a derived state cannot tell: `AWAITING_PROVIDER`
 * (deferred or in triage, e-RS does not say which) and `APPT_CANCELLED` (it does not say by whom).
 */
export type ReferralStateCode =
  | 'AWAITING_PROVIDER'
  | 'APPT_CANCELLED'
  | 'NOT_BOOKED'
  | 'BOOKED'
  | 'DEFERRED_TO_PROVIDER'
  | 'AWAITING_TRIAGE'
  | 'TRIAGED_PROVIDER_TO_ACTION'
  | 'TRIAGE_RESPONSE'
  | 'REJECTED'
  | 'APPT_CANCELLED_BY_PATIENT'
  | 'APPT_CANCELLED_BY_PROVIDER'
  | 'DID_NOT_ATTEND'
  | 'ASSESSMENT_RESULT'
  | 'CANCELLED_REFERRAL';

export interface ReferralState {
  code: ReferralStateCode;
  /** HSCN sends no state; it is then derived from the appointment. */
  derived: boolean;
  reason?: Coded | undefined;
  /** What was said with it, as to why a referral came back. */
  comments?: string | undefined;
}

export interface Appointment {
  /** Absent in a referral that does not say where its appointment is. */
  id?: string | undefined;
  status: 'booked' | 'proposed' | 'cancelled' | 'noshow' | (string & {});
  service: { id: string; name?: string | undefined };
  /** NHS number, where e-RS names the patient. */
  patient?: string | undefined;
  start?: Instant | undefined;
  end?: Instant | undefined;
  clinician?: Clinician | undefined;
  reason?: Coded | undefined;
  comment?: string | undefined;
  created?: Instant | undefined;
}

export interface ShortlistedService {
  id: string;
  name?: string | undefined;
}

export interface Referral {
  ubrn: Ubrn;
  version: ReferralVersion;
  patient: NhsNumber;
  state: ReferralState;
  priority?: Priority | undefined;
  specialty?: Coded | undefined;
  /** Absent where e-RS does not return it: then the screen says so. */
  shortlist?: readonly ShortlistedService[] | undefined;
  criteria?: SearchCriteria | undefined;
  /** ODS code; needed for slots. Absent where e-RS does not return it. */
  commissioningRuleOrganisation?: string | undefined;
  appointment?: Appointment | undefined;
  letters: readonly Letter[];
  clinicalInfoFirstSubmitted?: Instant | undefined;
  clinicalInfoLastUpdated?: Instant | undefined;
  /** Other UBRNs of the same pathway. */
  related: readonly Ubrn[];
  /** Advice requests of the pathway; a converted one has the referral's own UBRN. */
  advice?: readonly Ubrn[] | undefined;
  /** When the time to treatment began, where it is not the making of the referral. */
  pathwayStart?: Instant | undefined;
  /** TRANSPORT, INTERPRETER, ADVOCACY: they may get lost when the shortlist is changed. */
  additionalRequirements?: readonly Coded[] | undefined;
  /** e-RS's own id of the request, `r.<uuid>`. */
  requestId?: string | undefined;
}

export type LetterIntention = 'NEED_TO_ADD_LATER' | 'NOT_INTENDING_TO_ADD';

/** The three lawful causes of a deferral; set by what happened, never chosen. */
export type DeferReason = 'NO_SLOTS_AT_SERVICE' | 'SLOT_NOT_AVAILABLE' | 'BOOKING_ATTEMPT_PROBLEM';

/** Characters (interactions.md §6). */
export const DEFER_COMMENT_LIMIT = 1000;
