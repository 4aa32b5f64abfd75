import { FILE_ID, NUMBERED_ID, SDS_USER_ID, UBRN, VERSION } from '../forms.ts';

/** What may stand for each `{name}` of a route. */
export const PARAMETER_FORMS: Readonly<Record<string, RegExp>> = {
  appointmentId: NUMBERED_ID,
  clinician: SDS_USER_ID,
  // interactions.md §1.
  codeSystem:
    /^(SPECIALTY|CLINIC-TYPE|PRIORITY|(APPOINTMENT|REFERRAL)-CANCELLATION-REASON|APPOINTMENT-NON-ATTENDANCE-REASON)$/,
  count: /^([1-9]\d?|100)$/,
  id: FILE_ID,
  page: /^[1-9]\d{0,5}$/,
  priority: /^(ROUTINE|URGENT|TWO_WEEK_WAIT)$/,
  serviceId: NUMBERED_ID,
  serviceIds: /^\d{1,18}(,\d{1,18}){0,19}$/,
  ubrn: UBRN,
  version: VERSION,
};
