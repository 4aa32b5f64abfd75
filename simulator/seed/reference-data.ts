import type { BusinessFunction } from '../core/model.ts';
import { cell, rows } from './rows.ts';

export interface Reason {
  code: string;
  display: string;
  type: string;
  commentIsMandatory: boolean;
  effectiveTo: string;
  /** What the reason is for, where e-RS says so: REJECT, CANCEL or CANCEL_REFERRAL. */
  usage: string;
  businessFunctions: readonly BusinessFunction[];
  /** Whether it may be given for a referral with a booked appointment; of referrals only. */
  canCancelAppointment: boolean;
}

const referrers = ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'] as const;
const providers = ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'] as const;

const whose: Readonly<Record<string, readonly BusinessFunction[]>> = {
  referrers,
  providers,
  both: [...referrers, ...providers],
  nobody: [],
};

/** Why an appointment is cancelled or rejected. */
export const appointmentCancellationReasons: readonly Reason[] = reasons(`
  FURTHER_INFORMATION_REQUIRED|Further information required|PROVIDER_REJECT|no||REJECT|providers|
  OTHER|Other reason|PROVIDER_REJECT|no||REJECT|providers|
  OUTPATIENT_APPT_NOT_REQUIRED|Outpatient appointment not required|PROVIDER_REJECT|no||REJECT|providers|
  SERVICE_INAPPROPRIATE|Inappropriate service|PROVIDER_REJECT|no||REJECT|providers|
  SERVICE_PREREQUISITES_NOT_COMPLETE|Pre-requisites for service not complete|PROVIDER_REJECT|no||REJECT|providers|
  CLINIC_CANCELLED|Clinic cancelled|PROVIDER|no|||nobody|
  PROVIDER_CANCELLATION|Other - Provider cancellation|PROVIDER|yes|||nobody|
  PATIENT_HOLIDAY|Patient on holiday|PATIENT|no||CANCEL|referrers|
  PATIENT_ILL|Patient is sick|PATIENT|no||CANCEL|referrers|
  PATIENT_OTHER_ENGAGEMENT|Patient - Other more pressing engagement|PATIENT|yes||CANCEL|referrers|
  PATIENT_APPOINTMENT_CANCELLATION_OTHER|Other|PATIENT|yes||CANCEL|referrers|
  PATIENT_APPOINTMENT_CLASH|Patient - Clashes with another appointment|UNKNOWN|no|2007-06-01||nobody|
  WRONG_PROVIDER|Appt. made with wrong provider|UNKNOWN|no|2004-06-13||nobody|
`);

/** Why a whole referral is cancelled. */
export const referralCancellationReasons: readonly Reason[] = reasons(`
  PATIENT_DIED|Patient died|PATIENT|no||CANCEL_REFERRAL|both|yes
  INTEND_PRIVATE|Patient will go to a private clinic|PATIENT|no||CANCEL_REFERRAL|both|yes
  TREATMENT_NO_LONGER_REQUIRED|Referral no longer needed|PATIENT|no||CANCEL_REFERRAL|both|yes
  PATIENT_REQUEST_CANCELLATION_OTHER|Other|PATIENT|yes||CANCEL_REFERRAL|both|yes
  RAISED_IN_ERROR|Referral created by mistake|UNKNOWN|no||CANCEL_REFERRAL|referrers|yes
  REFERRER_CANCELLATION|Other - Referrer request cancellation|UNKNOWN|no||CANCEL_REFERRAL|referrers|yes
  BOOKED_OUTSIDE_CAB|Patient booked outside NHS e-Referral Service|PROVIDER|no||CANCEL_REFERRAL|providers|yes
  BOOKED_CLINICAL_NEED|Booked more urgently due to clinical need|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  COMMUNITY_SERVICE_NA|Sent to community service not available in this system|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  COMPLEX_PATHWAY|Complex pathway, multiple appointments needed|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  NO_LONGER_REQUIRED|Referral is no longer required|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  OTHER_OTHER|Other reason|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  OUTPATIENT_CLINICIAN_NA|Sent to outpatient service as named clinician is not available in this system|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  OUTPATIENT_SERVICE_NA|Sent to outpatient service not available in this system|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  STRAIGHT_TO_TEST|Sent straight to test / procedure|PROVIDER_TRIAGE|yes||CANCEL_REFERRAL|providers|no
  TRIAGE_ENDED|Triage Ended|PROVIDER_TRIAGE|no||CANCEL_REFERRAL|providers|no
`);

/** Why nobody came: no code of this system is published, so these are made up. */
export const nonAttendanceReasons: readonly Reason[] = reasons(`
  DID_NOT_ATTEND|Did not attend|UNKNOWN|no|||nobody|
  ARRIVED_LATE|Arrived too late to be seen|UNKNOWN|no|||nobody|
  NOT_RECORDED|Not recorded|UNKNOWN|no|2014-10-01||nobody|
`);

/** Working days within which the patient should hear: code, display, after deferral, after triage. */
export const priorityContactDays = rows(`
  ROUTINE|Routine|40|40
  URGENT|Urgent|10|5
  TWO_WEEK_WAIT|2 Week Wait|5|2
`).map((row) => ({
  code: cell(row, 0),
  display: cell(row, 1),
  deferToProviderContactDays: Number(cell(row, 2)),
  triageContactDays: Number(cell(row, 3)),
}));

function reasons(table: string): Reason[] {
  return rows(table).map((row) => ({
    code: cell(row, 0),
    display: cell(row, 1),
    type: cell(row, 2),
    commentIsMandatory: cell(row, 3) === 'yes',
    effectiveTo: cell(row, 4),
    usage: cell(row, 5),
    businessFunctions: whose[cell(row, 6)] ?? [],
    canCancelAppointment: cell(row, 7) === 'yes',
  }));
}
