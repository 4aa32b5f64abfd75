/**
 * Behaviour that no HSCN sample proves, or that the sources leave open. All on by default; each may
 * be turned off, so that a client is tried against both. README.md gives the reason of each.
 */
export const switchNames = [
  'ageTreated',
  'answeredStaysOnAdviceList',
  'appointmentClinicianType',
  'appointmentCreatedOnReferral',
  'appointmentOnLetters',
  'appointmentOnSentForTriage',
  'appointmentVersion',
  'clinicalInfoLastUpdated',
  'deferralReasonOnAppointment',
  'deferralReasonOnReferral',
  'emptySearchReason',
  'largeAnswersOverHscn',
  'lateSlotPageIs422',
  'letterIntentOnlyWhenRequired',
  'namedClinicianOnReviewList',
  'nonAttendanceReasons',
  'priorityCodeSystem',
  'reasonProperties',
  'referralCancellationReasons',
  'ruleOrgOnReferral',
  'shortlistOnReferral',
  'criteriaOnReferral',
  'specialtyEffectiveDates',
  'rebookAfterCancellation',
  'returnedIsTriageResponse',
  'unknownUbrnIs404',
] as const;

export type SwitchName = (typeof switchNames)[number];
export type Switches = Record<SwitchName, boolean>;

export function defaultSwitches(): Switches {
  return Object.fromEntries(switchNames.map((name) => [name, true])) as Switches;
}
