/**
 * Everything a person can do through e-RS, in words. The client maps each to what its dialect
 * offers, so that no operation id leaves `src/ers`.
 */
export const ACTIONS = [
  'search-services',
  'create-referral',
  'open-referral',
  'upload-file',
  'attach-letters',
  'see-slots',
  'book-appointment',
  'defer-to-provider',
  'send-for-triage',
  'print-patient-letter',
  'change-shortlist',
  'see-provider-worklist',
  'see-referrer-worklist',
  'open-file',
  'print-clinical-information',
  'accept-referral',
  'reject-referral',
  'cancel-and-act-later',
  'record-review-outcome',
  'see-available-actions',
  'cancel-appointment',
  'cancel-referral',
  'see-appointment',
  'see-advice-worklist',
  'open-advice',
  'answer-advice',
  'convert-advice',
  'print-advice',
  'ask-for-advice',
  // Of a referral that exists; where a dialect does not have it, it is sent as it is created.
  'send-referral-for-triage',
  'shortlist-triage-services',
  'set-pathway-start',
  'upload-file-for-advice',
  'see-service-facts',
  'act-for-clinician',
  'identify-requests',
] as const;

export type Action = (typeof ACTIONS)[number];

const BOOKINGS: readonly Action[] = [
  'book-appointment',
  'defer-to-provider',
  'send-referral-for-triage',
];

/** Whether it ends a referral's wait for an appointment, made or to be made. */
export function isBooking({ action }: { action: Action }): boolean {
  return BOOKINGS.includes(action);
}
