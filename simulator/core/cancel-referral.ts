import { allowedActions } from './actions.ts';
import { askPasToCancel, endAppointment, isDirectlyBooked, requireHeard } from './appointments.ts';
import { effectiveReason } from './cancellation-reasons.ts';
import type { Core } from './core.ts';
import type { Appointment, Caller, Referral } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';

export interface ReferralCancellation {
  reason: string;
  comments?: string | undefined;
}

/** A provider gives a reason of triage for what it triaged, and another for the rest. */
function fitsSide(caller: Caller, referral: Referral, type: string): boolean {
  if (!caller.role.startsWith('SERVICE_PROVIDER')) return true;
  return (type === 'PROVIDER_TRIAGE') === (referral.state === 'TRIAGED_PROVIDER_TO_ACTION');
}

function checkReason(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: ReferralCancellation },
): void {
  const reason = effectiveReason(core, 'referral', wanted.reason);
  const booked = referral.appointment?.status === 'booked';
  if (
    !reason?.businessFunctions.includes(caller.role) ||
    !fitsSide(caller, referral, reason.type) ||
    (booked && !reason.canCancelAppointment)
  ) {
    return refuse('INAPPROPRIATE_VALUE', 'cancellationReason', 'is not for this case.');
  }
  if (reason.commentIsMandatory && !wanted.comments) {
    refuse('MISSING_VALUE', 'cancellationComments', 'is missing.');
  }
  requireText('cancellationComments', wanted.comments, 2_000);
}

/** A036: for ever. Answers the appointment if it was cancelled with the referral. */
export function cancelReferral(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: ReferralCancellation },
): Appointment | undefined {
  if (!allowedActions(core, referral, caller).includes('CANCEL_REFERRAL')) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'may not be cancelled in its present state.');
  }
  checkReason(core, caller, { referral, wanted });
  const { appointment } = referral;
  const booked = appointment?.status === 'booked';
  const heard =
    appointment && isDirectlyBooked(appointment) ? askPasToCancel(core, referral) : 'heard';
  const ended = booked ? endAppointment(core, referral, { status: 'cancelled' }) : undefined;
  referral.cancellation = {
    reason: wanted.reason,
    ...(wanted.comments !== undefined && { comments: wanted.comments }),
    odsCode: caller.odsCode,
  };
  referral.state = 'CANCELLED_REFERRAL';
  record(core, referral, { step: versionSteps.cancelled, event: 'cancelled', by: caller.userId });
  requireHeard(heard, referral);
  return ended;
}
