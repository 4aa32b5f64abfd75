import { allowedActions } from './actions.ts';
import type { Core } from './core.ts';
import type { Caller, Referral, Service, Slot } from './model.ts';
import { refuse } from './refusal.ts';
import { findSlot } from './slots.ts';

/** What booking and deferral have in common (A016). */
export interface AppointmentRequest {
  patient: string;
  serviceId: string;
  slotId?: string | undefined;
  clinician?: string | undefined;
}

export function requireUnbooked(core: Core, caller: Caller, referral: Referral): void {
  if (!allowedActions(core, referral, caller).includes('CREATE_APPOINTMENT')) {
    refuse('INVALID_REQUEST_STATE', 'incomingReferral', 'is not an unbooked request.');
  }
}

export function requirePatient(referral: Referral, patient: string): void {
  if (referral.patient !== patient) {
    refuse('INAPPROPRIATE_VALUE', 'participant[patient]', 'is not the patient of this request.');
  }
}

export function shortlistedService(core: Core, referral: Referral, id: string): Service {
  const field = 'participant[service]';
  const service = core.directory.services.get(id);
  if (!service || !referral.shortlist.includes(id)) {
    return refuse('INAPPROPRIATE_VALUE', field, 'is not on the shortlist.');
  }
  if (core.suspendedServices.has(id)) refuse('SERVICE_UNAVAILABLE', field, 'is not available now.');
  return service;
}

export function knownSlot(core: Core, id: string): Slot {
  return findSlot(core, id) ?? refuse('REFERENCE_NOT_FOUND', 'slot', `is not known: ${id}.`);
}

export function isFree(core: Core, slot: Slot): boolean {
  return slot.status === 'free' && slot.start > core.clock.iso();
}

export function nextAppointmentId(core: Core): string {
  return String(core.nextAppointment++);
}
