import type { AppointmentCancellation } from '../../core/cancel-appointment.ts';
import { cancelDirectBooking } from '../../core/cancel-appointment.ts';
import type { Referral } from '../../core/model.ts';
import {
  referralOfAppointment,
  requireChangeable,
  requireRelationship,
} from '../../core/referrals.ts';
import { refuse } from '../../core/refusal.ts';
import { etag, fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { referrers } from '../../http/interaction.ts';
import { incomingReferralOf, participantsOf } from '../appointment-request.ts';
import { writeAppointment } from '../appointment.ts';
import { ifMatchVersion } from '../if-match.ts';
import { appointmentDescription, nhsNumberSystem, serviceSystem } from '../names.ts';
import { required } from '../parameters.ts';
import type { JsonObject } from '../request-body.ts';
import { objectsOf, readJson, requireResource, textOf } from '../request-body.ts';

/** If-Match names the version of the appointment, not of the referral. */
function referralOfIt({ core, caller, path, request }: Exchange): Referral {
  const referral = referralOfAppointment(core, path['id'] ?? '');
  const held = { ...referral, version: referral.appointment?.version ?? 0 };
  const requireRelated = (): void => requireRelationship(core, referral, caller);
  requireChangeable(core, held, { version: ifMatchVersion(request), requireRelated });
  return referral;
}

function reasonOf(body: JsonObject): string {
  const concept = required(objectsOf(body, 'reason', 'reason')[0], 'reason');
  const coding = objectsOf(concept, 'coding', 'reason.coding')[0];
  const system = textOf(coding, 'system', 'reason.coding.system');
  if (!system?.endsWith('/CodeSystem/APPOINTMENT-CANCELLATION-REASON')) {
    refuse('INVALID_VALUE', 'reason', 'is not a reason to cancel an appointment.');
  }
  return required(textOf(coding, 'code', 'reason.coding.code'), 'reason.coding.code');
}

/** Nothing else may be updated than the status, and that only to cancelled. */
function requireCancelled(body: JsonObject, { path }: Exchange): void {
  if (body['id'] !== path['id']) refuse('INVALID_VALUE', 'id', 'is not that of the path.');
  if (required(textOf(body, 'status', 'status'), 'status') !== 'cancelled') {
    refuse('INVALID_VALUE', 'status', 'is not cancelled.');
  }
  if (body['description'] !== appointmentDescription) {
    refuse('INVALID_VALUE', 'description', `is not "${appointmentDescription}".`);
  }
  for (const name of ['start', 'end', 'slot']) {
    if (body[name] !== undefined) refuse('UNEXPECTED_FIELD', name, 'is not for a cancellation.');
  }
}

function requireSameReferral(body: JsonObject, { ubrn, version }: Referral): void {
  const named = incomingReferralOf(body);
  if (named.ubrn === ubrn && named.version === version) return;
  refuse('INVALID_VALUE', 'incomingReferral', 'is not the referral at its current version.');
}

function readCancellation(body: JsonObject): AppointmentCancellation {
  const participants = participantsOf(body);
  return {
    patient: required(participants.get(nhsNumberSystem), 'participant[patient]'),
    serviceId: required(participants.get(serviceSystem), 'participant[service]'),
    reason: reasonOf(body),
    comment: textOf(body, 'comment', 'comment'),
  };
}

export const updateAppointment: Interaction = {
  id: 'A034',
  method: 'PUT',
  on: { 'api-platform': { paths: ['/Appointment/:id'], roles: referrers } },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = requireResource(await readJson(request), 'Appointment', 'Appointment');
    const referral = referralOfIt(exchange);
    requireCancelled(body, exchange);
    requireSameReferral(body, referral);
    const wanted = readCancellation(body);
    const appointment = cancelDirectBooking(core, caller, { referral, wanted });
    const answer = writeAppointment(exchange, referral, appointment);
    return fhirJson(answer, 200, etag(appointment.version));
  },
};
