import type { Coded, Priority } from './criteria.ts';
import type { Instant } from './instant.ts';
import type { BusinessFunction } from './user.ts';

/** A concept of e-RS reference data with the time it is valid. */
export interface ReferenceConcept extends Coded {
  display: string;
  effectiveFrom?: Instant | undefined;
  effectiveTo?: Instant | undefined;
}

export interface ClinicType extends ReferenceConcept {
  specialty: string;
}

export interface PriorityConcept extends ReferenceConcept {
  code: Priority;
  /** Working days within which a provider contacts a deferred patient. */
  deferToProviderContactDays?: number | undefined;
  /** Working days within which a patient who is in triage hears of it. */
  triageContactDays?: number | undefined;
}

/** Why something is cancelled, with what e-RS ties to the reason. */
interface CancellationReason extends ReferenceConcept {
  commentIsMandatory: boolean;
  /** Who may give it. Empty where e-RS does not say, as over HSCN. */
  businessFunctions: readonly BusinessFunction[];
}

export interface AppointmentCancellationReason extends CancellationReason {
  type: 'PROVIDER_REJECT' | 'PROVIDER' | 'PATIENT' | 'UNKNOWN' | (string & {});
  /** Absent where e-RS does not say, as over HSCN it may not. */
  willCancelWholeRequest?: boolean | undefined;
  /** Absent: for neither. The API platform alone says it. */
  usage?: 'REJECT' | 'CANCEL' | (string & {}) | undefined;
}

export interface ReferralCancellationReason extends CancellationReason {
  type: 'PROVIDER' | 'PATIENT' | 'PROVIDER_TRIAGE' | 'UNKNOWN' | (string & {});
  /** Whether it may be given while there is an appointment, which is then cancelled too. */
  canCancelAppointment: boolean;
  /** Absent: not for cancelling a referral. */
  referrerUsage?: 'CANCEL_REFERRAL' | (string & {}) | undefined;
}

/** The lists of e-RS by its own names, and what is in each. */
export interface ReferenceLists {
  SPECIALTY: ReferenceConcept;
  'CLINIC-TYPE': ClinicType;
  PRIORITY: PriorityConcept;
  'APPOINTMENT-CANCELLATION-REASON': AppointmentCancellationReason;
  'REFERRAL-CANCELLATION-REASON': ReferralCancellationReason;
  'APPOINTMENT-NON-ATTENDANCE-REASON': ReferenceConcept;
}

export type ReferenceListName = keyof ReferenceLists;

/** One list, whole, under its name: also what is no longer or not yet effective. */
export type ReferenceList = { readonly [Name in ReferenceListName]?: ReferenceLists[Name][] };

/** What may be offered now. Data met with an expired code is still shown by its name. */
export function effectiveAt<T extends ReferenceConcept>(concepts: readonly T[], now: Instant): T[] {
  return concepts.filter(
    ({ effectiveFrom, effectiveTo }) =>
      (!effectiveFrom || effectiveFrom <= now) && (!effectiveTo || effectiveTo >= now),
  );
}
