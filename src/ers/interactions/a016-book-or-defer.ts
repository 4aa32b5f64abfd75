import type { NhsNumber } from '../../domain/nhs-number.ts';
import { DEFER_COMMENT_LIMIT, type ReferralVersion } from '../../domain/referral.ts';
import type { Result } from '../../domain/result.ts';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import { coding } from '../../fhir/codings.ts';
import { identifier } from '../../fhir/identifiers.ts';
import type { Booking, ConfirmedAppointment, Deferral } from '../verbs/booking.ts';
import type { ErrorCodes } from '../error-codes.ts';
import {
  CARE_CONNECT_APPOINTMENT,
  codeSystem,
  NHS_NUMBER_SYSTEM,
  PARTICIPANT_TYPE_SYSTEM,
  SDS_USER_SYSTEM,
  SERVICE_SYSTEM,
} from '../names.ts';
import { problemOfShape } from '../problems.ts';
import { appointmentShape, toAppointment } from '../shapes/appointment.ts';
import { readAs } from '../shapes/reading.ts';
import type { ErsResponse } from '../transport.ts';
import {
  firstBroken,
  resultOf,
  type Interaction,
  type Mismatch,
  type ReadingContext,
} from './interaction.ts';

interface Parties {
  ubrn: Ubrn;
  version: ReferralVersion;
  patient: NhsNumber;
  serviceId: string;
}

const failures: ErrorCodes = {
  // A service that is for triage, or cannot be booked directly.
  INVALID_STATE: 'service-unavailable',
};

function renderAppointment({ ubrn, version, patient, serviceId }: Parties) {
  return {
    resourceType: 'Appointment',
    meta: { profile: [CARE_CONNECT_APPOINTMENT] },
    language: 'en',
    description: 'e-Referral Appointment',
    incomingReferral: [{ reference: `ReferralRequest/${ubrn}/_history/${version}` }],
    participant: [
      { actor: { identifier: identifier(SERVICE_SYSTEM, serviceId) }, status: 'accepted' },
      { actor: { identifier: identifier(NHS_NUMBER_SYSTEM, patient) }, status: 'accepted' },
    ],
  };
}

function renderClinician(sdsUserId: string) {
  return {
    type: { coding: [coding(PARTICIPANT_TYPE_SYSTEM, 'CON')] },
    actor: { identifier: identifier(SDS_USER_SYSTEM, sdsUserId) },
    status: 'accepted',
  };
}

/** Books one free slot, with the clinician that the slot has, if it has one. */
export const bookAppointment: Interaction<Booking, ConfirmedAppointment> = {
  id: 'A016',
  kind: 'write',
  build({ slot, ...referral }) {
    const { participant, ...parties } = renderAppointment({
      ...referral,
      serviceId: slot.serviceId,
    });
    const { clinician } = slot;
    const body = {
      ...parties,
      status: 'booked',
      start: slot.start,
      end: slot.end,
      slot: [{ reference: `Slot/${slot.id}` }],
      participant: clinician ? [...participant, renderClinician(clinician.sdsUserId)] : participant,
    };
    return (
      refusalOf({ ...referral, serviceId: slot.serviceId }, slot.id) ?? {
        operation: 'A016',
        params: {},
        body,
      }
    );
  },
  parse: parseAppointment,
  mismatch(made, { slot, ...referral }) {
    const { status, start } = made.appointment;
    const isBooked = status === 'booked' && start === slot.start;
    return (
      isElsewhere(made, { ...referral, serviceId: slot.serviceId }) ??
      (isBooked ? undefined : { field: 'status' })
    );
  },
  failures,
};

/** Hands the making of an appointment to the provider, for one of the three lawful causes. */
export const deferToProvider: Interaction<Deferral, ConfirmedAppointment> = {
  id: 'A016',
  kind: 'write',
  build(deferral) {
    const { reason, slotId, comment } = deferral;
    const namesSlot = reason === 'SLOT_NOT_AVAILABLE';
    const refusal =
      refusalOf(deferral, slotId) ??
      firstBroken([
        { when: namesSlot && !slotId, refused: 'field-required', field: 'slot' },
        { when: !namesSlot && !!slotId, refused: 'field-not-permitted', field: 'slot' },
        {
          when: (comment?.length ?? 0) > DEFER_COMMENT_LIMIT,
          refused: 'field-wrong',
          field: 'comment',
        },
      ]);
    const body = {
      ...renderAppointment(deferral),
      status: 'proposed',
      reason: [{ coding: [coding(codeSystem('eRS-ReviewReason-1'), reason)] }],
      ...(slotId && { slot: [{ reference: `Slot/${slotId}` }] }),
      ...(comment && { comment }),
    };
    return refusal ?? { operation: 'A016', params: {}, body };
  },
  parse: parseAppointment,
  mismatch(made, deferral) {
    const { status, reason } = made.appointment;
    const isDeferred = status === 'proposed' && reason?.code === deferral.reason;
    return isElsewhere(made, deferral) ?? (isDeferred ? undefined : { field: 'status' });
  },
  failures,
};

function refusalOf({ ubrn, version, patient, serviceId }: Parties, slotId: string | undefined) {
  return firstBroken([
    { when: !/^\d{12}$/.test(ubrn), refused: 'field-wrong', field: 'incomingReferral' },
    { when: !/^\d{1,9}$/.test(version), refused: 'field-wrong', field: 'incomingReferral' },
    { when: !/^\d{10}$/.test(patient), refused: 'nhs-number-wrong', field: 'patient' },
    { when: !/^\d{1,18}$/.test(serviceId), refused: 'field-wrong', field: 'participant' },
    {
      when: slotId !== undefined && !/^[A-Za-z0-9.-]{1,64}$/.test(slotId),
      refused: 'field-wrong',
      field: 'slot',
    },
  ]);
}

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

/** Whether it is the referral, the patient and the service of the request. */
function isElsewhere(
  { ubrn, appointment }: ConfirmedAppointment,
  asked: Omit<Parties, 'version'>,
): Mismatch | undefined {
  const { patient, service } = appointment;
  if (patient !== undefined && patient !== asked.patient) return 'wrong-patient';
  if (service.id !== asked.serviceId) return { field: 'participant' };
  return ubrn === asked.ubrn ? undefined : { field: 'incomingReferral' };
}
