import type { Referral } from './model.ts';

const reviewReasons = [
  'NO_SLOTS_AT_SERVICE',
  'SLOT_NOT_AVAILABLE',
  'BOOKING_ATTEMPT_PROBLEM',
  'TRIAGE',
] as const;

/** Outcomes of a review with the words that e-RS shows. */
export const reviewOutcomes = {
  ACCEPT_REFER_BOOK_LATER: 'Accept Refer Book Later',
  CANCEL_APPOINTMENT_ACTION_LATER: 'Cancel Appointment Action Later',
  PROVIDER_CONVERTED_ADVICE_AND_GUIDANCE_ADMIN_TO_REFER:
    'Provider Converted Advice and Guidance, Admin to Refer',
  RETURN_TO_REFERRER_WITH_ADVICE: 'Return to Referrer With Advice',
} as const;

export type ReasonSystem =
  | 'eRS-ReviewReason-1'
  | 'eRS-ReviewOutcome-1'
  | 'APPOINTMENT-CANCELLATION-REASON'
  | 'REFERRAL-CANCELLATION-REASON';

/** Which code system a reason of an appointment is of: no code is in two of them. */
export function reasonSystemOf(code: string): ReasonSystem {
  if (reviewReasons.some((known) => known === code)) return 'eRS-ReviewReason-1';
  return code in reviewOutcomes ? 'eRS-ReviewOutcome-1' : 'APPOINTMENT-CANCELLATION-REASON';
}

export interface StateReason {
  system: ReasonSystem;
  code: string;
  comments?: string;
}

/** Why a referral is in its state: its own cancellation, or the reason of its appointment. */
export function stateReasonOf({ cancellation, appointment }: Referral): StateReason | undefined {
  if (cancellation) {
    const { reason, comments } = cancellation;
    return {
      system: 'REFERRAL-CANCELLATION-REASON',
      code: reason,
      ...(comments !== undefined && { comments }),
    };
  }
  if (!appointment?.reason) return undefined;
  const { reason, comment } = appointment;
  return {
    system: reasonSystemOf(reason),
    code: reason,
    ...(comment !== undefined && { comments: comment }),
  };
}
