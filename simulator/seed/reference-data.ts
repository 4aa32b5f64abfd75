import { cell, rows } from './rows.ts';

export interface Reason {
  code: string;
  display: string;
  type: string;
  commentIsMandatory: boolean;
  effectiveTo: string;
}

/** Why an appointment is cancelled or rejected: code, display, type, comment needed, end date. */
export const appointmentCancellationReasons: readonly Reason[] = reasons(`
  FURTHER_INFORMATION_REQUIRED|Further information required|PROVIDER_REJECT|no|
  OTHER|Other reason|PROVIDER_REJECT|no|
  OUTPATIENT_APPT_NOT_REQUIRED|Outpatient appointment not required|PROVIDER_REJECT|no|
  SERVICE_INAPPROPRIATE|Inappropriate service|PROVIDER_REJECT|no|
  SERVICE_PREREQUISITES_NOT_COMPLETE|Pre-requisites for service not complete|PROVIDER_REJECT|no|
  CLINIC_CANCELLED|Clinic cancelled|PROVIDER|no|
  PROVIDER_CANCELLATION|Other - Provider cancellation|PROVIDER|yes|
  PATIENT_HOLIDAY|Patient on holiday|PATIENT|no|
  PATIENT_ILL|Patient is sick|PATIENT|no|
  PATIENT_OTHER_ENGAGEMENT|Patient - Other more pressing engagement|PATIENT|yes|
  PATIENT_APPOINTMENT_CLASH|Patient - Clashes with another appointment|UNKNOWN|no|2007-06-01
  WRONG_PROVIDER|Appt. made with wrong provider|UNKNOWN|no|2004-06-13
`);

/** Why a whole referral is cancelled. */
export const referralCancellationReasons: readonly Reason[] = reasons(`
  PATIENT_DIED|Patient died|PATIENT|no|
  INTEND_PRIVATE|Patient will go to a private clinic|PATIENT|no|
  TREATMENT_NO_LONGER_REQUIRED|Referral no longer needed|PATIENT|no|
  PATIENT_REQUEST_CANCELLATION_OTHER|Other|PATIENT|yes|
  RAISED_IN_ERROR|Referral created by mistake|UNKNOWN|no|
  REFERRER_CANCELLATION|Other - Referrer request cancellation|UNKNOWN|no|
  TRIAGE_ENDED|Triage Ended|PROVIDER_TRIAGE|no|
`);

/** Why nobody came: no code of this system is published, so these are made up. */
export const nonAttendanceReasons: readonly Reason[] = reasons(`
  DID_NOT_ATTEND|Did not attend|UNKNOWN|no|
  ARRIVED_LATE|Arrived too late to be seen|UNKNOWN|no|
  NOT_RECORDED|Not recorded|UNKNOWN|no|2014-10-01
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
  }));
}
