import type { AdvicePart } from './advice-text.ts';
import type { Coded, Priority, SearchCriteria } from './criteria.ts';
import type { Instant } from './instant.ts';
import type { Letter } from './letter.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { Ubrn } from './ubrn.ts';
import type { BusinessFunction, Clinician } from './user.ts';

declare const adviceVersion: unique symbol;

/**
 * Of a request for advice. After its conversion the same UBRN names a referral too, whose version is
 * another. Taken from an answer, never computed.
 */
export type AdviceVersion = string & { readonly [adviceVersion]: true };

/** Whose turn it is, or how it ended. One that we do not know passes as it came. */
export type AdviceCategory =
  | 'PROVIDER_RESPONSE_REQUIRED'
  | 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION'
  | 'REFERRER_TO_REVIEW_RESPONSE'
  | 'CONVERSATION_ENDED_CANCELLED'
  | 'CONVERSATION_ENDED_CLOSED'
  | 'ADVICE_CONVERTED'
  | (string & {});

/** Somebody in the role in which they took part. */
export interface AdviceParticipant extends Clinician {
  /** ODS code. */
  odsCode: string;
  businessFunction?: BusinessFunction | undefined;
}

/** What a referrer asks a service's advice on. The messages are read apart. */
export interface AdviceRequest {
  ubrn: Ubrn;
  version: AdviceVersion;
  patient: NhsNumber;
  status: 'active' | 'cancelled' | 'completed' | (string & {});
  category: AdviceCategory;
  priority?: Priority | undefined;
  /** The service's as it is now, not as it was. */
  specialty?: Coded | undefined;
  service: { id: string; name?: string | undefined };
  criteria?: SearchCriteria | undefined;
  /** Whether the referrer allows the provider to make a referral of it; absent where untold. */
  mayConvert?: boolean | undefined;
  /** The referring clinician at its creation. */
  requester?: AdviceParticipant | undefined;
  /** Files that a clinical system of the referrer added: one set, apart from those of messages. */
  files: readonly Letter[];
}

export interface AdviceMessage {
  id: string;
  ubrn?: Ubrn | undefined;
  /**
   * REQUESTER or RESPONDER; REFERRER_CLINICAL_INFORMATION_UPDATED is a line of e-RS's own, which
   * says that there is something new among the files of the request.
   */
  sentBy: 'REQUESTER' | 'RESPONDER' | 'REFERRER_CLINICAL_INFORMATION_UPDATED' | (string & {});
  sent: Instant;
  text: readonly AdvicePart[];
  /** Who was at the keyboard. */
  sender?: AdviceParticipant | undefined;
  /** The clinician whose message it is, who may be another. */
  responsible?: AdviceParticipant | undefined;
  files: readonly Letter[];
  /** Files that e-RS names without telling what they are: they can be seen there alone. */
  untoldFiles: number;
}

/** A request with the message that was just sent in it. */
export interface AdviceSent {
  request: AdviceRequest;
  message: AdviceMessage;
}

/** One row of the provider's list of requests for advice. Names of patients are the host's. */
export interface AdviceRow {
  ubrn: Ubrn;
  patient: NhsNumber;
  priority: Priority;
  specialty: Coded;
  clinicType?: Coded | undefined;
  namedClinician?: Clinician | undefined;
  category: AdviceCategory;
  firstRequested: Instant;
  lastUpdated: Instant;
  referrer: Clinician;
  service: { id: string; name?: string | undefined };
  /** The API platform alone tells it. */
  version?: AdviceVersion | undefined;
}

/** What the referrer is to do with advice that was given. */
export type AdviceRecommendation =
  | 'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED'
  | 'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED'
  | 'REFERRAL_RECOMMENDED'
  | 'OTHER';
