import type { Core } from './core.ts';
import type { Appointment, Referral } from './model.ts';
import { takeAnswer } from './pas.ts';
import { refuse } from './refusal.ts';
import { findSlot } from './slots.ts';

export function isPast(core: Core, { start }: Pick<Appointment, 'start'>): boolean {
  return start !== undefined && start < core.clock.iso();
}

/** Of an appointment that was booked into a slot, not by telephone. */
export function isDirectlyBooked({ status, slotId }: Appointment): boolean {
  return status === 'booked' && slotId !== undefined;
}

export interface Ending {
  status: 'cancelled' | 'proposed' | 'noshow';
  reason?: string | undefined;
  comment?: string | undefined;
}

/** The slot is free again; the appointment keeps its id and says why it is no longer booked. */
export function endAppointment(core: Core, referral: Referral, ending: Ending): Appointment {
  const { appointment } = referral;
  if (!appointment) return refuse('INVALID_REQUEST_STATE', 'UBRN', 'has no appointment.');
  const slot = findSlot(core, appointment.slotId ?? '');
  if (slot && ending.status !== 'noshow') slot.status = 'free';
  const { id, version, serviceId, clinician, created } = appointment;
  const ended: Appointment = {
    id,
    version: version + 1,
    status: ending.status,
    serviceId,
    ...(clinician && ending.status !== 'proposed' && { clinician }),
    ...(ending.reason && { reason: ending.reason }),
    ...(ending.comment !== undefined && { comment: ending.comment }),
    created,
  };
  referral.appointment = ended;
  return ended;
}

/** Throws when the PAS did not cancel; `unheard` when it did and its answer was lost. */
export function askPasToCancel(core: Core, { ubrn }: Referral): 'heard' | 'unheard' {
  const answer = takeAnswer(core.pas);
  const attempt = `PAS unable to cancel the booking for UBRN: ${ubrn}.`;
  if (answer === 'not-responding') refuse('PAS_NOT_RESPONDING', undefined, attempt);
  if (answer === 'error') refuse('PAS_RESPONDED_WITH_ERROR', undefined, attempt);
  if (answer === 'slot-gone') refuse('UNABLE_TO_CANCEL_APPOINTMENT', undefined, attempt);
  return answer === 'confirms' ? 'heard' : 'unheard';
}

/** After the change was made: the caller learns nothing of it. */
export function requireHeard(heard: 'heard' | 'unheard', { ubrn }: Referral): void {
  if (heard === 'unheard') {
    refuse('PAS_NOT_RESPONDING', undefined, `PAS did not answer for UBRN: ${ubrn}.`);
  }
}
