import type { Core } from './core.ts';
import { isPast } from './appointments.ts';
import type { Referral, ReferralState } from './model.ts';

export const providerLists = ['REFERRALS_FOR_REVIEW', 'APPOINTMENT_SLOT_ISSUES'] as const;
export const referrerLists = [
  'REJECTED_TRIAGE_RESPONSE',
  'ASSESSMENT_RETURNED_CANCELLED_DNA',
  'AWAITING_BOOKING',
  'LETTERS_OUTSTANDING',
] as const;
export type ProviderList = (typeof providerLists)[number];
export type ReferrerList = (typeof referrerLists)[number];
export type WorklistName = ProviderList | ReferrerList;

const awaitingBooking: readonly ReferralState[] = [
  'NOT_BOOKED',
  'AWAITING_TRIAGE',
  'DEFERRED_TO_PROVIDER',
  'APPT_CANCELLED_BY_PATIENT',
  'APPT_CANCELLED_BY_PROVIDER',
];
const returned: readonly ReferralState[] = ['REJECTED', 'TRIAGE_RESPONSE'];
const ended: readonly ReferralState[] = ['DID_NOT_ATTEND', 'ASSESSMENT_RESULT'];

/** Booked or sent for triage, its letter there, and not reviewed since the last change. */
function isForReview(core: Core, referral: Referral): boolean {
  const { state, review, letters, appointment } = referral;
  const upcoming = state === 'BOOKED' && appointment !== undefined && !isPast(core, appointment);
  const triage = state === 'AWAITING_TRIAGE';
  const lettered = letters.length > 0 || (triage && !core.switches.triageListedWithLetter);
  return (upcoming || triage) && review?.status === 'PENDING_REVIEW' && lettered;
}

/** After the review the provider's office books; whether the referrer goes on waiting, nobody says. */
function awaitsBooking({ switches }: Core, { state }: Referral): boolean {
  if (state === 'TRIAGED_PROVIDER_TO_ACTION') return switches.triagedAwaitsBooking;
  return awaitingBooking.includes(state);
}

/** Cancelled by somebody who is not of the referring organisation. */
function isCancelledElsewhere({ cancellation, referringOrg }: Referral): boolean {
  return cancellation !== undefined && cancellation.odsCode !== referringOrg;
}

/** What puts a referral on each list, apart from whose list it is. */
const membership: Readonly<Record<WorklistName, (core: Core, referral: Referral) => boolean>> = {
  REFERRALS_FOR_REVIEW: isForReview,
  APPOINTMENT_SLOT_ISSUES: (_core, { state }) => state === 'DEFERRED_TO_PROVIDER',
  REJECTED_TRIAGE_RESPONSE: (_core, { state }) => returned.includes(state),
  ASSESSMENT_RETURNED_CANCELLED_DNA: (_core, referral) =>
    !referral.acknowledged && (ended.includes(referral.state) || isCancelledElsewhere(referral)),
  AWAITING_BOOKING: awaitsBooking,
  LETTERS_OUTSTANDING: (_core, { letterIntent, letters, state }) =>
    letterIntent === 'NEED_TO_ADD_LATER' && letters.length === 0 && state !== 'CANCELLED_REFERRAL',
};

export function isOnList(core: Core, list: WorklistName, referral: Referral): boolean {
  return membership[list](core, referral);
}
