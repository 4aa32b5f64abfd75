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
import type { Appointment, Caller, Referral, Service } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { freeSlots } from './slots.ts';

export const deferralReasons = [
  'NO_SLOTS_AT_SERVICE',
  'SLOT_NOT_AVAILABLE',
  'BOOKING_ATTEMPT_PROBLEM',
] as const;
export type DeferralReason = (typeof deferralReasons)[number];

export interface DeferralRequest extends AppointmentRequest {
  reason: DeferralReason;
  comment?: string | undefined;
}

const LONGEST_COMMENT = 1_000;

function checkLostSlot(core: Core, service: Service, slotId: string | undefined): void {
  if (!slotId) return refuse('MISSING_VALUE', 'slot', 'is missing.');
  const slot = knownSlot(core, slotId);
  if (slot.serviceId !== service.id) {
    refuse('INAPPROPRIATE_VALUE', 'slot', 'belongs to another service.');
  }
  if (isFree(core, slot)) refuse('THIS_SLOT_IS_AVAILABLE', 'slot', 'is free: book it.');
}

/** A016, "Important note when deferring": only after one of three causes. */
function checkCause(
  core: Core,
  { service, referral }: { service: Service; referral: Referral },
  wanted: DeferralRequest,
): void {
  if (wanted.reason === 'SLOT_NOT_AVAILABLE') return checkLostSlot(core, service, wanted.slotId);
  if (wanted.slotId) {
    refuse('INAPPROPRIATE_VALUE', 'slot', 'is only for the reason SLOT_NOT_AVAILABLE.');
  }
  const query = { priority: referral.priority };
  if (wanted.reason === 'NO_SLOTS_AT_SERVICE' && freeSlots(core, service, query).length > 0) {
    refuse('SLOTS_CURRENTLY_AVAILABLE', 'reason', 'does not hold: the service has free slots.');
  }
}

/** A016, status proposed. */
export function deferToProvider(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: DeferralRequest },
): Appointment {
  requireUnbooked(core, caller, referral);
  requirePatient(referral, wanted.patient);
  const service = shortlistedService(core, referral, wanted.serviceId);
  if (service.booking !== 'DBS') {
    refuse('INVALID_STATE', 'participant[service]', 'is not directly bookable.');
  }
  if ((wanted.comment?.length ?? 0) > LONGEST_COMMENT) {
    refuse('INVALID_VALUE', 'comment', 'is over 1000 characters.');
  }
  checkCause(core, { service, referral }, wanted);
  const appointment: Appointment = {
    id: nextAppointmentId(core),
    version: 1,
    status: 'proposed',
    serviceId: service.id,
    reason: wanted.reason,
    ...(wanted.comment !== undefined && { comment: wanted.comment }),
    created: core.clock.iso(),
  };
  referral.appointment = appointment;
  referral.state = 'DEFERRED_TO_PROVIDER';
  referral.review = { status: 'PENDING_REVIEW' };
  record(core, referral, { step: versionSteps.deferred, event: 'deferred', by: caller.userId });
  return appointment;
}
