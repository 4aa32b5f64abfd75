import type { Priority } from '../domain/criteria.ts';
import type { ReferralStateCode } from '../domain/referral.ts';

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
