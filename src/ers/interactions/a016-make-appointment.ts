import type { Instant } from '../../domain/instant.ts';
import { DEFER_COMMENT_LIMIT, type ReferralVersion } from '../../domain/referral.ts';
import type { Result } from '../../domain/result.ts';
import { parseUbrn } from '../../domain/ubrn.ts';
import { coding } from '../../fhir/codings.ts';
import { identifier } from '../../fhir/identifiers.ts';
import type { Quirks } from '../dialects/dialect.ts';
import {
  CARE_CONNECT_APPOINTMENT,
  codeSystem,
  NHS_NUMBER_SYSTEM,
  PARTICIPANT_TYPE_SYSTEM,
  profile,
  SDS_USER_SYSTEM,
  SERVICE_SYSTEM,
} from '../names.ts';
import { problemOfShape } from '../problems.ts';
import { appointmentShape, toAppointment } from '../shapes/appointment.ts';
import { readAs } from '../shapes/reading.ts';
import type { ErsResponse } from '../transport.ts';
import type { Booking, ConfirmedAppointment, Deferral, TriageRequest } from '../verbs/booking.ts';
import {
  firstBroken,
  resultOf,
  type Interaction,
  type ReadingContext,
  type Rule,
} from './interaction.ts';
import { isUserId } from './search-criteria.ts';

/** What an unbooked referral comes to: a slot, or its provider or triage service sees to it. */
export type AppointmentRequest =
  | ({ kind: 'book' } & Booking)
  | ({ kind: 'defer' } & Deferral)
  | ({ kind: 'triage' } & TriageRequest);

/** The three kinds as one: with a reason it is proposed, without one it is booked. */
interface Wish {
  serviceId: string;
  reason?: Deferral['reason'] | 'TRIAGE' | undefined;
  slotId?: string | undefined;
  start?: Instant | undefined;
  end?: Instant | undefined;
  clinician?: string | undefined;
  comment?: string | undefined;
}

function wishOf(request: AppointmentRequest): Wish {
  if (request.kind === 'triage') return { ...request, reason: 'TRIAGE' };
  if (request.kind === 'defer') return request;
  const { id: slotId, serviceId, start, end, clinician } = request.slot;
  return { serviceId, slotId, start, end, clinician: clinician?.sdsUserId };
}

/** interactions.md §6, and what a reference or identifier looks like. */
function rulesOf({ ubrn, version, patient }: AppointmentRequest, wish: Wish, quirks: Quirks) {
  const { serviceId, reason, slotId, clinician, comment = '' } = wish;
  const namesSlot = !reason || reason === 'SLOT_NOT_AVAILABLE';
  const rules: Rule[] = [
    {
      when: reason === 'TRIAGE' && !quirks.sendsForTriageByAppointment,
      refused: 'field-not-permitted',
      field: 'reason',
    },
    { when: !/^\d{12}$/.test(ubrn), refused: 'field-wrong', field: 'incomingReferral' },
    { when: !/^\d{1,9}$/.test(version), refused: 'field-wrong', field: 'incomingReferral' },
    { when: !/^\d{10}$/.test(patient), refused: 'nhs-number-wrong', field: 'patient' },
    { when: !/^\d{1,18}$/.test(serviceId), refused: 'field-wrong', field: 'participant' },
    { when: !isUserId(clinician), refused: 'field-wrong', field: 'participant' },
    { when: namesSlot && !slotId, refused: 'field-required', field: 'slot' },
    { when: !namesSlot && !!slotId, refused: 'field-not-permitted', field: 'slot' },
    {
      when: !!slotId && !/^[A-Za-z0-9.-]{1,64}$/.test(slotId),
      refused: 'field-wrong',
      field: 'slot',
    },
    { when: comment.length > DEFER_COMMENT_LIMIT, refused: 'field-wrong', field: 'comment' },
  ];
  return rules;
}

function renderAppointment(request: AppointmentRequest, wish: Wish, quirks: Quirks) {
  const { reason, slotId, start, end, comment } = wish;
  const isOfPlatform = quirks.appointmentHasIdAndErsProfile;
  const profiles = isOfPlatform ? [profile('eRS-Appointment-1')] : [];
  return {
    resourceType: 'Appointment',
    ...(isOfPlatform && { id: 'appointment' }),
    meta: { profile: [...profiles, CARE_CONNECT_APPOINTMENT] },
    language: 'en',
    status: reason ? 'proposed' : 'booked',
    ...(reason && { reason: [{ coding: [coding(codeSystem('eRS-ReviewReason-1'), reason)] }] }),
    description: 'e-Referral Appointment',
    ...(start && end && { start, end }),
    ...(slotId && { slot: [{ reference: `Slot/${slotId}` }] }),
    ...(comment && { comment }),
    incomingReferral: [
      { reference: `ReferralRequest/${request.ubrn}/_history/${request.version}` },
    ],
    participant: renderParticipants(request.patient, wish, isOfPlatform),
  };
}

function renderParticipants(patient: string, { serviceId, clinician }: Wish, hasType: boolean) {
  const accepted = (system: string, value: string) => ({
    actor: { identifier: identifier(system, value) },
    status: 'accepted',
  });
  const type = { coding: [coding(PARTICIPANT_TYPE_SYSTEM, 'CON')] };
  return [
    accepted(SERVICE_SYSTEM, serviceId),
    accepted(NHS_NUMBER_SYSTEM, patient),
    ...(clinician ? [{ ...(hasType && { type }), ...accepted(SDS_USER_SYSTEM, clinician) }] : []),
  ];
}

/**
 * Books one free slot with the clinician that it has, if any; defers to the provider for one of
 * the three lawful causes; or sends to a triage service of the shortlist. Not idempotent.
 */
export const makeAppointment: Interaction<AppointmentRequest, ConfirmedAppointment> = {
  id: 'A016',
  kind: 'write',
  build(request, { quirks }) {
    const wish = wishOf(request);
    const refusal = firstBroken(rulesOf(request, wish, quirks));
    return (
      refusal ?? {
        operation: 'A016',
        params: {},
        body: renderAppointment(request, wish, quirks),
      }
    );
  },
  parse: parseAppointment,
  mismatch({ ubrn, appointment }, request) {
    const { patient, service, status, start, reason } = appointment;
    const wish = wishOf(request);
    if (patient !== undefined && patient !== request.patient) return 'wrong-patient';
    if (service.id !== wish.serviceId) return { field: 'participant' };
    if (ubrn !== request.ubrn) return { field: 'incomingReferral' };
    const isDone = wish.reason
      ? status === 'proposed' && (reason?.code ?? wish.reason) === wish.reason
      : status === 'booked' && start === wish.start;
    return isDone ? undefined : { field: 'status' };
  },
  failures: {
    // A service that is for triage, or cannot be booked directly.
    INVALID_STATE: 'service-unavailable',
  },
};

/** Takes the referral's new version from the answer: one booking raises it by any number. */
function parseAppointment(
  answer: ErsResponse,
  { origin }: ReadingContext,
): Result<ConfirmedAppointment> {
  const result = resultOf(readAs(appointmentShape, answer.body), answer, origin);
  if (!result.ok) return result;
  const appointment = toAppointment(result.value);
  const [referral] = result.value.incomingReferral ?? [];
  const ubrn = parseUbrn(referral?.id ?? '');
  const unreadable = (field: string): Result<never> => ({
    ok: false,
    problem: problemOfShape(answer, field, origin),
  });
  if (!appointment.id) return unreadable('id');
  if (!referral?.version || !ubrn) return unreadable('incomingReferral');
  const referralVersion = referral.version as ReferralVersion;
  return { ok: true, value: { ubrn, referralVersion, appointment } };
}
