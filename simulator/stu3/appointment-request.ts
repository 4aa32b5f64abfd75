import type { BookingRequest } from '../core/book-slot.ts';
import type { DeferralReason, DeferralRequest } from '../core/defer-to-provider.ts';
import { deferralReasons } from '../core/defer-to-provider.ts';
import type { AppointmentRequest } from '../core/make-appointment.ts';
import { refuse } from '../core/refusal.ts';
import { appointmentDescription, nhsNumberSystem, serviceSystem, userSystem } from './names.ts';
import { required } from './parameters.ts';
import type { JsonObject } from './request-body.ts';
import { isObject, objectsOf, textOf } from './request-body.ts';
import type { Stu3Variant } from './variant.ts';

/** Who is to be seen, where and by whom; a participant without a value is passed over. */
export function participantsOf(body: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const participant of objectsOf(body, 'participant', 'participant')) {
    const actor = participant['actor'];
    const identifier = isObject(actor) ? actor['identifier'] : undefined;
    const system = textOf(identifier, 'system', 'participant.actor.identifier.system');
    const value = textOf(identifier, 'value', 'participant.actor.identifier.value');
    if (system && value) found.set(system, value);
  }
  return found;
}

function slotIdOf(body: JsonObject): string | undefined {
  const slot = objectsOf(body, 'slot', 'slot')[0];
  const reference = textOf(slot, 'reference', 'slot.reference');
  if (!reference) return undefined;
  return /^Slot\/(\w+)$/.exec(reference)?.[1] ?? refuse('INVALID_VALUE', 'slot', 'is no slot.');
}

export interface ReferralVersion {
  ubrn: string;
  version: number;
}

/** The referral and the version it was read at; this takes the place of If-Match. */
export function incomingReferralOf(body: JsonObject): ReferralVersion {
  const field = 'incomingReferral';
  const reference = textOf(objectsOf(body, field, field)[0], 'reference', field);
  const [, ubrn, version] =
    /^ReferralRequest\/(\d{12})\/_history\/(\d+)$/.exec(required(reference, field)) ?? [];
  if (!ubrn || !version) return refuse('INVALID_VALUE', field, 'names no referral and version.');
  return { ubrn, version: Number(version) };
}

export function statusOf(body: JsonObject): 'booked' | 'proposed' {
  const status = required(textOf(body, 'status', 'status'), 'status');
  if (status === 'booked' || status === 'proposed') return status;
  return refuse('INVALID_VALUE', 'status', 'is neither booked nor proposed.');
}

export function readProposal(body: JsonObject): AppointmentRequest {
  if (body['description'] !== appointmentDescription) {
    refuse('INVALID_VALUE', 'description', `is not "${appointmentDescription}".`);
  }
  const participants = participantsOf(body);
  return {
    serviceId: required(participants.get(serviceSystem), 'participant[service]'),
    patient: required(participants.get(nhsNumberSystem), 'participant[patient]'),
    clinician: participants.get(userSystem),
    slotId: slotIdOf(body),
  };
}

export function readBooking(body: JsonObject): BookingRequest {
  const request = readProposal(body);
  return {
    ...request,
    slotId: required(request.slotId, 'slot'),
    start: required(textOf(body, 'start', 'start'), 'start'),
    end: required(textOf(body, 'end', 'end'), 'end'),
  };
}

/** Why nothing is booked: a reason to defer, on the platform also to send for triage. */
export function proposalReasonOf(
  { dialect }: Stu3Variant,
  body: JsonObject,
): DeferralReason | 'TRIAGE' {
  const concept = required(objectsOf(body, 'reason', 'reason')[0], 'reason');
  const coding = objectsOf(concept, 'coding', 'reason.coding')[0];
  const system = textOf(coding, 'system', 'reason.coding.system');
  const code = required(textOf(coding, 'code', 'reason.coding.code'), 'reason.coding.code');
  const known = dialect === 'hscn' ? deferralReasons : ([...deferralReasons, 'TRIAGE'] as const);
  const reason = known.find((one) => one === code);
  if (!system?.endsWith('/eRS-ReviewReason-1') || !reason) {
    return refuse('INVALID_VALUE', 'reason', `is not a reason to defer: ${code}.`);
  }
  return reason;
}

export function readDeferral(body: JsonObject, reason: DeferralReason): DeferralRequest {
  return { ...readProposal(body), reason, comment: textOf(body, 'comment', 'comment') };
}

/** The platform requires the id `appointment`, and the type of a clinician who takes part. */
export function requireForm({ complete }: Stu3Variant, body: JsonObject): void {
  if (!complete) return;
  required(textOf(body, 'id', 'id'), 'id');
  for (const participant of objectsOf(body, 'participant', 'participant')) {
    const actor = participant['actor'];
    const identifier = isObject(actor) ? actor['identifier'] : undefined;
    const system = textOf(identifier, 'system', 'participant.actor.identifier.system');
    if (system === userSystem) required(participant['type'] ?? undefined, 'participant.type');
  }
}
