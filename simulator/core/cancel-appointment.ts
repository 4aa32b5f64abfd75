import { allowedActions } from './actions.ts';
import { askPasToCancel, endAppointment, requireHeard } from './appointments.ts';
import { effectiveReason } from './cancellation-reasons.ts';
import type { Core } from './core.ts';
import type { Appointment, Caller, Referral } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';

export interface AppointmentCancellation {
  /** What the body repeats of the appointment; it may not differ. */
  patient: string;
  serviceId: string;
  reason: string;
  comment?: string | undefined;
}

function checkReason(core: Core, caller: Caller, wanted: AppointmentCancellation): void {
  const reason = effectiveReason(core, 'appointment', wanted.reason);
  if (reason?.usage !== 'CANCEL' || !reason.businessFunctions.includes(caller.role)) {
    return refuse('INAPPROPRIATE_VALUE', 'reason', 'The reason provided is not valid in this case');
  }
  if (reason.commentIsMandatory && !wanted.comment) {
    refuse('MISSING_VALUE', 'comment', 'is missing.');
  }
  requireText('comment', wanted.comment, 1_000);
}

/** A034: the referrer cancels, for the patient, what was booked directly. */
export function cancelDirectBooking(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: AppointmentCancellation },
): Appointment {
  const actions = allowedActions(core, referral, caller);
  if (!actions.includes('CANCEL_DIRECTLY_BOOKED_APPOINTMENT')) {
    refuse('INVALID_REQUEST_STATE', 'id', 'is not a directly booked appointment to come.');
  }
  if (wanted.patient !== referral.patient) {
    refuse('INAPPROPRIATE_VALUE', 'participant[patient]', 'is not the patient of this request.');
  }
  if (wanted.serviceId !== referral.appointment?.serviceId) {
    refuse(
      'INAPPROPRIATE_VALUE',
      'participant[service]',
      'is not the service of this appointment.',
    );
  }
  checkReason(core, caller, wanted);
  const heard = askPasToCancel(core, referral);
  const { reason, comment } = wanted;
  const cancelled = endAppointment(core, referral, { status: 'cancelled', reason, comment });
  referral.state = core.switches.cancelledByPatient ? 'APPT_CANCELLED_BY_PATIENT' : 'NOT_BOOKED';
  record(core, referral, {
    step: versionSteps.appointmentCancelled,
    event: 'appointment cancelled',
    by: caller.userId,
  });
  requireHeard(heard, referral);
  return cancelled;
}
