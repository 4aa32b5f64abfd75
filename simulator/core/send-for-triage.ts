import type { Core } from './core.ts';
import type { NewReferral } from './create-referral.ts';
import { createReferral } from './create-referral.ts';
import {
  nextAppointmentId,
  requirePatient,
  requireUnbooked,
  shortlistedService,
} from './make-appointment.ts';
import type { AppointmentRequest } from './make-appointment.ts';
import type { Appointment, Caller, Referral, Service } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';

/** The referral now waits for the triage of that service. */
export function putForTriage(core: Core, referral: Referral, service: Service): Appointment {
  const appointment: Appointment = {
    id: nextAppointmentId(core),
    version: 1,
    status: 'proposed',
    serviceId: service.id,
    reason: 'TRIAGE',
    created: core.clock.iso(),
  };
  referral.appointment = appointment;
  referral.state = 'AWAITING_TRIAGE';
  referral.review = { status: 'PENDING_REVIEW' };
  return appointment;
}

/** A016, status proposed, reason TRIAGE: on the platform only. */
export function sendForTriage(
  core: Core,
  caller: Caller,
  { referral, wanted }: { referral: Referral; wanted: AppointmentRequest },
): Appointment {
  requireUnbooked(core, caller, referral);
  requirePatient(referral, wanted.patient);
  const service = shortlistedService(core, referral, wanted.serviceId);
  if (service.booking !== 'TRIAGE') {
    refuse('INVALID_STATE', 'participant[service]', 'does not triage.');
  }
  if (wanted.slotId) refuse('INAPPROPRIATE_VALUE', 'slot', 'is not for the reason TRIAGE.');
  const appointment = putForTriage(core, referral, service);
  record(core, referral, {
    step: versionSteps.deferred,
    event: 'sent for triage',
    by: caller.userId,
  });
  return appointment;
}

export interface TriageReferral extends NewReferral {
  /** Days until the patient is reminded; nobody books, so only 0 will do. */
  reminderDays: number;
}

/** The one service of a shortlist that is sent for triage at once (A021, A032). */
export function onlyTriageService(core: Core, shortlist: readonly string[]): Service {
  if (shortlist.length > 1) refuse('TOO_MANY_ITEMS', 'shortlist', 'has more than one service.');
  const service = core.directory.services.get(shortlist[0] ?? '');
  if (service && service.booking !== 'TRIAGE') {
    refuse(
      'INAPPROPRIATE_VALUE',
      'shortlist',
      `has a service that does not triage: ${service.id}.`,
    );
  }
  return service ?? refuse('REFERENCE_NOT_FOUND', 'shortlist', 'names no known service.');
}

/** A021. */
export function createAndSendForTriage(
  core: Core,
  caller: Caller,
  wanted: TriageReferral,
): Referral {
  if (wanted.letterIntent !== 'NEED_TO_ADD_LATER') {
    refuse('INAPPROPRIATE_VALUE', 'intentionToAddReferralLetter', 'must be NEED_TO_ADD_LATER.');
  }
  if (wanted.reminderDays !== 0) {
    refuse('INAPPROPRIATE_VALUE', 'firstReminderLetterFollowUpDays', 'must be 0.');
  }
  const service = onlyTriageService(core, wanted.shortlist);
  const referral = createReferral(core, caller, { ...wanted, flow: 'triage' });
  putForTriage(core, referral, service);
  return referral;
}
