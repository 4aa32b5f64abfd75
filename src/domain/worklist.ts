import type { Coded, Priority } from './criteria.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { ReferralStateCode, ReferralVersion } from './referral.ts';
import type { Ubrn } from './ubrn.ts';
import type { Clinician } from './user.ts';

/** The lists of a provider; each may be narrowed. */
export const PROVIDER_LISTS = ['REFERRALS_FOR_REVIEW', 'APPOINTMENT_SLOT_ISSUES'] as const;

/** The lists of a referrer. Over HSCN there are none. */
export const REFERRER_LISTS = [
  'REJECTED_TRIAGE_RESPONSE',
  'ASSESSMENT_RETURNED_CANCELLED_DNA',
  'AWAITING_BOOKING',
  'LETTERS_OUTSTANDING',
] as const;

export type ProviderList = (typeof PROVIDER_LISTS)[number];
export type ReferrerList = (typeof REFERRER_LISTS)[number];

/** What every row has. There are no names of patients: those are the host's. */
interface Row {
  ubrn: Ubrn;
  patient: NhsNumber;
  priority: Priority;
}

interface ProviderRow extends Row {
  specialty: Coded;
  namedClinician?: Clinician | undefined;
  pathwayStart: Instant;
  clinicalInfoPrinted: boolean;
  /** Over HSCN it may be missing. */
  service?: { id: string; name?: string | undefined } | undefined;
}

/** A booked referral, or one in triage or deferred, that its service is to decide on. */
export interface ReviewRow extends ProviderRow {
  list: 'REFERRALS_FOR_REVIEW';
  /** What is new since it was last reviewed. */
  news:
    | 'NEVER_REVIEWED'
    | 'LETTER_CHANGED'
    | 'PRIORITY_CHANGED'
    | 'PRIORITY_AND_LETTER_CHANGED'
    | (string & {});
  referralType: 'APPOINTMENT' | 'TRIAGE_DEFERRAL' | (string & {});
  clinicalInfoFirstSubmitted?: Instant | undefined;
  clinicalInfoLastUpdated?: Instant | undefined;
  appointmentStart?: Instant | undefined;
  allocatedClinician?: Clinician | undefined;
  /** The API platform alone tells it. */
  version?: ReferralVersion | undefined;
}

/** A referral for which no appointment could be made: the provider is to make one. */
export interface SlotIssueRow extends ProviderRow {
  list: 'APPOINTMENT_SLOT_ISSUES';
  received?: Instant | undefined;
  /** The day by which the patient is to hear. */
  contactExpected?: LocalDate | undefined;
  lastContact?: Instant | undefined;
  /** PRESENT; NOT_APPLICABLE: none is intended or needed; intended: NOT_DUE yet, or OVERDUE. */
  clinicalInformation?:
    'PRESENT' | 'NOT_APPLICABLE' | 'NOT_DUE' | 'OVERDUE' | (string & {}) | undefined;
  /** Why it was deferred. */
  reason?: Coded | undefined;
}

interface ReferrerRow extends Row {
  created: Instant;
  /** Specialty and clinic type as e-RS writes them together: `CARDIOLOGY/ARRHYTHMIA`. */
  clinicalContext: string;
  referrer: Clinician;
}

/** A referral on which the referrer is to do something. */
export interface FollowUpRow extends ReferrerRow {
  list: Exclude<ReferrerList, 'LETTERS_OUTSTANDING'>;
  lastUpdated: Instant;
  /** A state that we do not know passes as it came. */
  state: { code: ReferralStateCode | (string & {}); display?: string | undefined };
  reason?: Coded | undefined;
}

/** A referral whose letter was promised and is not there. */
export interface LetterRow extends ReferrerRow {
  list: 'LETTERS_OUTSTANDING';
  due: LocalDate;
}

export type WorklistRow = ReviewRow | SlotIssueRow | FollowUpRow | LetterRow;
