import type { Instant } from './instant.ts';
import {
  effectiveAt,
  type AppointmentCancellationReason,
  type ReferralCancellationReason,
} from './reference-list.ts';
import type { Referral } from './referral.ts';
import type { BusinessFunction } from './user.ts';

/** Who asks, and when: what a list of reasons is narrowed by. */
export interface Asker {
  businessFunction: BusinessFunction;
  now: Instant;
}

/** Whether a provider may reject with it. Its type tells in both dialects; HSCN has no usage. */
export function rejects({ type }: Pick<AppointmentCancellationReason, 'type'>): boolean {
  return type === 'PROVIDER_REJECT';
}

/** Whether an appointment alone may be cancelled with it (A034: `usage` is CANCEL). */
export function cancelsAppointment({
  usage,
}: Pick<AppointmentCancellationReason, 'usage'>): boolean {
  return usage === 'CANCEL';
}

/** Whether a referral may be cancelled with it (A036). */
export function cancelsReferral({
  referrerUsage,
}: Pick<ReferralCancellationReason, 'referrerUsage'>): boolean {
  return referrerUsage === 'CANCEL_REFERRAL';
}

/** What a provider may choose from to reject a booked referral (A014). */
export function rejectionReasons(
  reasons: readonly AppointmentCancellationReason[],
  asker: Asker,
): AppointmentCancellationReason[] {
  return open(reasons, asker).filter(rejects);
}

/** What a referrer may choose from to cancel an appointment and keep its referral (A034). */
export function appointmentCancellationReasons(
  reasons: readonly AppointmentCancellationReason[],
  asker: Asker,
): AppointmentCancellationReason[] {
  return open(reasons, asker).filter(cancelsAppointment);
}

/**
 * What may be chosen from to cancel a referral for good (A036): with an appointment only what may
 * cancel that too; a provider, who has been asked to act on it, from reasons of triage only.
 */
export function referralCancellationReasons(
  reasons: readonly ReferralCancellationReason[],
  { state, appointment }: Pick<Referral, 'state' | 'appointment'>,
  asker: Asker,
): ReferralCancellationReason[] {
  const ofProvider =
    state.code === 'TRIAGED_PROVIDER_TO_ACTION' ? ['PROVIDER_TRIAGE'] : ['PROVIDER', 'PATIENT'];
  const isProvider = asker.businessFunction.startsWith('SERVICE_PROVIDER_');
  const isBooked = appointment?.status === 'booked';
  return open(reasons, asker).filter(
    (reason) =>
      cancelsReferral(reason) &&
      (reason.canCancelAppointment || !isBooked) &&
      (!isProvider || ofProvider.includes(reason.type)),
  );
}

/** Effective, and for this function; a reason without functions is nobody's or, over HSCN, anyone's. */
function open<T extends AppointmentCancellationReason | ReferralCancellationReason>(
  reasons: readonly T[],
  { businessFunction, now }: Asker,
): T[] {
  return effectiveAt(reasons, now).filter(
    ({ businessFunctions }) =>
      businessFunctions.length === 0 || businessFunctions.includes(businessFunction),
  );
}
