import type { Core } from './core.ts';
import type { AppointmentRequest } from './make-appointment.ts';
import {
  isFree,
  knownSlot,
  nextAppointmentId,
  requirePatient,
  requireUnbooked,
  shortlistedService,
} from './make-appointment.ts';
import type { Appointment, Caller, Referral, Slot } from './model.ts';
import { takeAnswer } from './pas.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';

export interface BookingRequest extends AppointmentRequest {
  slotId: string;
  start: string;
  end: string;
}

function checkSlot(slot: Slot, referral: Referral, wanted: BookingRequest): void {
  if (slot.serviceId !== wanted.serviceId) {
    refuse('INAPPROPRIATE_SLOT', 'slot', 'belongs to another service.');
  }
  if (!slot.priorities.includes(referral.priority)) {
    refuse('INAPPROPRIATE_SLOT', 'slot', 'is not offered for the priority of this request.');
  }
  for (const edge of ['start', 'end'] as const) {
    if (Date.parse(wanted[edge]) !== Date.parse(slot[edge])) {
      refuse('INAPPROPRIATE_VALUE', edge, 'is not the time of the slot.');
    }
  }
  const field = 'participant[clinician]';
  if (slot.clinician && !wanted.clinician) refuse('MISSING_VALUE', field, 'is missing.');
  if (slot.clinician !== wanted.clinician) {
    refuse('INAPPROPRIATE_VALUE', field, 'is not the clinician of the slot.');
  }
}

/** True when the PAS confirmed; throws, with or without a booking made, when it did not. */
function askPas(core: Core, referral: Referral, slot: Slot): 'booked' | 'booked-unheard' {
  const answer = takeAnswer(core.pas);
  const attempt = `unable to create booking into slot '${slot.id}' for UBRN: ${referral.ubrn}.`;
  if (answer === 'not-responding') refuse('PAS_NOT_RESPONDING', undefined, `PAS ${attempt}`);
  if (answer === 'error' || answer === 'slot-gone') {
    slot.status = 'taken';
    const code = answer === 'error' ? 'PAS_RESPONDED_WITH_ERROR' : 'UNABLE_TO_CONFIRM_APPOINTMENT';
    refuse(code, undefined, `PAS ${attempt}`);
  }
  return answer === 'confirms' ? 'booked' : 'booked-unheard';
}

/** A016, status booked. */
export function bookSlot(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: BookingRequest },
): Appointment {
  requireUnbooked(core, caller, referral);
  requirePatient(referral, wanted.patient);
  const service = shortlistedService(core, referral, wanted.serviceId);
  if (service.booking !== 'DBS') {
    refuse('INAPPROPRIATE_VALUE', 'participant[service]', 'is not directly bookable.');
  }
  const slot = knownSlot(core, wanted.slotId);
  checkSlot(slot, referral, wanted);
  if (!isFree(core, slot)) refuse('SLOT_NOT_AVAILABLE', 'slot', 'is no longer free.');
  const outcome = askPas(core, referral, slot);
  slot.status = 'booked';
  const appointment: Appointment = {
    id: nextAppointmentId(core),
    version: 0,
    status: 'booked',
    serviceId: service.id,
    slotId: slot.id,
    ...(slot.clinician && { clinician: slot.clinician }),
    start: slot.start,
    end: slot.end,
    created: core.clock.iso(),
  };
  referral.appointment = appointment;
  referral.state = 'BOOKED';
  referral.review = { status: 'PENDING_REVIEW' };
  record(core, referral, { step: versionSteps.booked, event: 'booked', by: caller.userId });
  if (outcome === 'booked-unheard') {
    refuse('PAS_NOT_RESPONDING', undefined, `PAS did not answer for UBRN: ${referral.ubrn}.`);
  }
  return appointment;
}
