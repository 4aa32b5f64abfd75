import type { Core } from './core.ts';
import type { Referral } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { findSlot, slotsOf } from './slots.ts';

/** What others do to e-RS data while a client looks at it: patients, providers, the e-RS application. */
export type ElsewhereChange = 'touch' | 'cancel-referral' | 'cancel-appointment';

const BY = 'e-RS application';

function cancelAppointment(core: Core, referral: Referral): void {
  const slot = findSlot(core, referral.appointment?.slotId ?? '');
  if (slot) slot.status = 'free';
  if (referral.appointment) referral.appointment.status = 'cancelled';
}

export function changeElsewhere(core: Core, referral: Referral, change: ElsewhereChange): void {
  if (change !== 'touch') cancelAppointment(core, referral);
  if (change === 'cancel-referral') referral.state = 'CANCELLED_REFERRAL';
  if (change === 'cancel-appointment') referral.state = 'APPT_CANCELLED_BY_PATIENT';
  record(core, referral, {
    step: versionSteps.elsewhere,
    event: change === 'touch' ? 'changed elsewhere' : `${change} elsewhere`,
    by: BY,
  });
}

export function lockElsewhere(core: Core, referral: Referral, seconds: number): void {
  referral.lockedUntil = core.clock.now() + seconds * 1_000;
}

/** False when there is no such slot. */
export function takeSlot(core: Core, slotId: string): boolean {
  const slot = findSlot(core, slotId);
  if (slot?.status === 'free') slot.status = 'taken';
  return slot !== undefined;
}

/** False when there is no such service. */
export function emptyService(core: Core, serviceId: string): boolean {
  const service = core.directory.services.get(serviceId);
  if (!service) return false;
  for (const slot of slotsOf(core, service)) {
    if (slot.status === 'free') slot.status = 'taken';
  }
  return true;
}
