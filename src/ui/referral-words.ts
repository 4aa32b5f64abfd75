import type { Coded, Priority } from '../domain/criteria.ts';
import type { DeferReason, ReferralStateCode } from '../domain/referral.ts';

// The words of e-RS's codes: the same in every widget.

export const PRIORITY_NAMES: Record<Priority, string> = {
  ROUTINE: 'Routine',
  URGENT: 'Urgent',
  TWO_WEEK_WAIT: '2 week wait',
};

/** Where a screen names the priority first. */
export function priorityInFull(priority: Priority): string {
  const name = PRIORITY_NAMES[priority];
  return priority === 'TWO_WEEK_WAIT' ? `${name} (urgent suspected cancer)` : name;
}

export const STATE_NAMES: Record<ReferralStateCode, string> = {
  AWAITING_PROVIDER: 'With the provider: deferred or in triage, e-RS does not say which',
  APPT_CANCELLED: 'Appointment cancelled, e-RS does not say by whom',
  NOT_BOOKED: 'Not booked',
  BOOKED: 'Booked',
  DEFERRED_TO_PROVIDER: 'Deferred to provider',
  AWAITING_TRIAGE: 'Awaiting triage',
  TRIAGED_PROVIDER_TO_ACTION: 'Triaged: provider to act',
  TRIAGE_RESPONSE: 'Triage response: returned with advice',
  REJECTED: 'Rejected by the provider',
  APPT_CANCELLED_BY_PATIENT: 'Appointment cancelled by or for the patient',
  APPT_CANCELLED_BY_PROVIDER: 'Appointment cancelled by the provider',
  DID_NOT_ATTEND: 'Did not attend',
  ASSESSMENT_RESULT: 'Assessment result',
  CANCELLED_REFERRAL: 'Referral cancelled',
};

export const DEFER_REASON_NAMES: Record<DeferReason, string> = {
  NO_SLOTS_AT_SERVICE: 'No slots at the service',
  SLOT_NOT_AVAILABLE: 'Slot not available',
  BOOKING_ATTEMPT_PROBLEM: 'Problem with the booking',
};

/**
 * e-RS's worklists give a specialty by its code alone: it is read as the words that it is made of,
 * as `GERIATRIC_MEDICINE` is.
 */
export function codedWords({ code, display }: Coded): string {
  if (display) return display;
  const words = code.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Why an appointment stands as it does; a code that is not known stays as e-RS wrote it. */
export function reasonWords({ code, display }: Coded): string {
  if (isDeferReason(code)) return DEFER_REASON_NAMES[code];
  return display ?? (code === 'TRIAGE' ? 'Triage' : code);
}

function isDeferReason(code: string): code is DeferReason {
  return code in DEFER_REASON_NAMES;
}

const KINDS: Record<string, string> = {
  DAY_CASE: 'Day case',
  FIRST_OUTPATIENT: 'First outpatient appointment',
  ASSESSMENT_SERVICE: 'Assessment service',
  GPSI: 'GP with special interest clinic',
  AHP_CLINIC: 'Allied health professional clinic',
  DIAGNOSTIC: 'Diagnostic test',
  NURSE_CLINIC: 'Nurse clinic',
  OPHTHALMOLOGIST: 'Ophthalmologist',
  TELEPHONE_ASSESSMENT: 'Telephone assessment',
};

/** What kind of appointment a service gives; a code that is not known stays as e-RS wrote it. */
export function kindName(appointmentType: string): string {
  return KINDS[appointmentType] ?? appointmentType;
}
