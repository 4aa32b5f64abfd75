import {
  askPasToCancel,
  endAppointment,
  isDirectlyBooked,
  isPast,
  requireHeard,
} from './appointments.ts';
import type { WantedFile } from './attachments.ts';
import { attachmentsOf, newAttachments } from './attachments.ts';
import { effectiveReason } from './cancellation-reasons.ts';
import type { Core } from './core.ts';
import type { Appointment, Caller, Priority, Referral } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';

/** Nobody waits for a letter; that one has to be there is deduced of the clinical information. */
function hasLetter({ switches }: Core, { letters, letterIntent }: Referral): boolean {
  const none = letterIntent === 'NOT_INTENDING_TO_ADD' && !switches.reviewNeedsLetter;
  return letters.length > 0 || none;
}

/** Booked, not past, clinical information there, and nobody reviewed it yet (A013, A014, A022). */
function bookingForReview(core: Core, referral: Referral): Appointment {
  const { appointment, state, review } = referral;
  if (state !== 'BOOKED' || !appointment || isPast(core, appointment)) {
    return refuse('INVALID_REQUEST_STATE', 'UBRN', 'is not booked, or its appointment is past.');
  }
  if (review?.status !== 'PENDING_REVIEW' || !hasLetter(core, referral)) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'is not waiting for a review.');
  }
  return appointment;
}

/** Whether the PAS knows: only a human can cancel what was booked by telephone. */
function checkCancelledInPas(appointment: Appointment, cancelledInPas: boolean | undefined): void {
  const field = 'appointmentCancelledInPAS';
  const direct = isDirectlyBooked(appointment);
  if (direct && cancelledInPas !== undefined) {
    refuse('FIELD_NOT_PERMITTED', field, 'is not for a directly booked appointment.');
  }
  if (!direct && cancelledInPas === undefined) {
    refuse('VALUE_IS_REQUIRED', field, 'is needed for an indirectly booked appointment.');
  }
}

function reviewed(referral: Referral): void {
  referral.review = { status: 'REVIEWED', reviewed: true };
}

/** As a colleague does it in the e-RS application. */
export function acceptPending(core: Core, referral: Referral): void {
  bookingForReview(core, referral);
  reviewed(referral);
}

/** A013: the appointment stays. */
export function acceptReferral(core: Core, caller: Caller, referral: Referral): void {
  acceptPending(core, referral);
  record(core, referral, { step: versionSteps.accepted, event: 'accepted', by: caller.userId });
}

export interface Rejection {
  reason: string;
  comments?: string | undefined;
  cancelledInPas?: boolean | undefined;
}

function checkRejection(core: Core, wanted: Rejection): void {
  const reason = effectiveReason(core, 'appointment', wanted.reason);
  if (reason?.type !== 'PROVIDER_REJECT') {
    return refuse('INAPPROPRIATE_VALUE', 'rejectionReason', 'is not a reason to reject.');
  }
  if (reason.commentIsMandatory && !wanted.comments) {
    refuse('VALUE_IS_REQUIRED', 'rejectionComments', 'is needed for this reason.');
  }
  requireText('rejectionComments', wanted.comments, 2_000);
}

/** A014: e-RS itself cancels in the PAS what was booked directly. */
export function rejectReferral(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: Rejection },
): void {
  const appointment = bookingForReview(core, referral);
  checkRejection(core, wanted);
  checkCancelledInPas(appointment, wanted.cancelledInPas);
  const heard = isDirectlyBooked(appointment) ? askPasToCancel(core, referral) : 'heard';
  const { reason, comments: comment } = wanted;
  endAppointment(core, referral, { status: 'cancelled', reason, comment });
  referral.state = 'REJECTED';
  reviewed(referral);
  record(core, referral, { step: versionSteps.rejected, event: 'rejected', by: caller.userId });
  requireHeard(heard, referral);
}

export interface ActionLater {
  comments: string;
  priority?: Priority | undefined;
  cancelledInPas?: boolean | undefined;
  files: readonly WantedFile[];
}

/** A022: the appointment goes, and the provider's office has to find another. */
export function cancelAppointmentActionLater(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: ActionLater },
): void {
  const appointment = bookingForReview(core, referral);
  requireText('comments', wanted.comments, 2_000);
  checkCancelledInPas(appointment, wanted.cancelledInPas);
  const added = newAttachments(core, caller, {
    wanted: wanted.files,
    linking: {
      ubrn: referral.ubrn,
      type: 'PROVIDER',
      field: 'providerAttachmentFile',
      held: attachmentsOf(referral),
    },
  });
  referral.otherAttachments = [...referral.otherAttachments, ...added];
  const reason = 'CANCEL_APPOINTMENT_ACTION_LATER';
  endAppointment(core, referral, { status: 'proposed', reason, comment: wanted.comments });
  referral.priority = wanted.priority ?? referral.priority;
  referral.state = 'TRIAGED_PROVIDER_TO_ACTION';
  reviewed(referral);
  record(core, referral, {
    step: versionSteps.reviewed,
    event: 'appointment cancelled, action later',
    by: caller.userId,
  });
}
