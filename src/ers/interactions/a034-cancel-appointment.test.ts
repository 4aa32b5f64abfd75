import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../domain/referral.ts';
import {
  actor,
  concept,
  inDialect,
  NHS_NUMBER,
  ok,
  refused,
  SERVICE,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { AppointmentCancellation } from '../verbs/appointments.ts';
import { cancelAppointment } from './a034-cancel-appointment.ts';
import { bookedRecord, versionedAppointment } from './appointments.fixtures.ts';

const { parsedBy, problemFor, requestOf } = inDialect(apiPlatform);
const reason = { code: 'PATIENT_ILL', usage: 'CANCEL', commentIsMandatory: false };
const cancellation: AppointmentCancellation = { record: bookedRecord, reason };

function on(appointment: Partial<Appointment>): Partial<AppointmentCancellation> {
  const held = { ...bookedRecord.appointment, ...appointment };
  return { record: { ...bookedRecord, appointment: held } };
}

describe('cancelling an appointment', () => {
  it('sends it back as it was read, cancelled, without its time', () => {
    const request = requestOf(cancelAppointment, { ...cancellation, comment: 'In hospital' });
    expect('refused' in request || apiPlatform.route(request)).toMatchObject({
      method: 'PUT',
      path: '/STU3/Appointment/51234',
      headers: { 'If-Match': 'W/"1"' },
    });
    const base = 'https://api.service.nhs.uk/referrals/FHIR/STU3/CodeSystem';
    expect(request).toHaveProperty('body', {
      resourceType: 'Appointment',
      id: '51234',
      meta: {
        versionId: '1',
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/eRS-Appointment-1',
          'https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Appointment-1',
        ],
      },
      language: 'en',
      description: 'e-Referral Appointment',
      status: 'cancelled',
      reason: [
        { coding: [{ system: `${base}/APPOINTMENT-CANCELLATION-REASON`, code: 'PATIENT_ILL' }] },
      ],
      comment: 'In hospital',
      incomingReferral: [{ reference: 'ReferralRequest/000049283317/_history/8' }],
      participant: [
        { actor: { identifier: { system: SERVICE, value: '11008' } }, status: 'accepted' },
        { actor: { identifier: { system: NHS_NUMBER, value: '9990123454' } }, status: 'accepted' },
      ],
    });
  });

  it('keeps its clinician', () => {
    const over = on({ clinician: { sdsUserId: '555032000100' } });
    expect(requestOf(cancelAppointment, { ...cancellation, ...over })).toHaveProperty(
      'body.participant[2].actor.identifier.value',
      '555032000100',
    );
  });

  it.each<[string, Partial<AppointmentCancellation>, object]>([
    [
      'for a reason to reject',
      { reason: { ...reason, usage: 'REJECT' } },
      { refused: 'field-wrong', field: 'reason' },
    ],
    [
      'for a reason without a use',
      { reason: { code: 'CLINIC_OVERRUN', commentIsMandatory: false } },
      { refused: 'field-wrong', field: 'reason' },
    ],
    [
      'without the comment that the reason wants',
      { reason: { ...reason, commentIsMandatory: true } },
      { refused: 'field-required', field: 'comment' },
    ],
    [
      'that is cancelled already',
      on({ status: 'cancelled' }),
      { refused: 'wrong-state', field: 'status' },
    ],
    [
      'of an unknown patient',
      on({ patient: undefined }),
      { refused: 'nhs-number-wrong', field: 'patient' },
    ],
  ])('is not sent %s', (_, over, refusal) => {
    expect(requestOf(cancelAppointment, { ...cancellation, ...over })).toEqual(refusal);
  });

  const after = {
    meta: { versionId: '2' },
    status: 'cancelled',
    reason: [concept('APPOINTMENT-CANCELLATION-REASON', 'PATIENT_ILL')],
    incomingReferral: [{ reference: 'ReferralRequest/000049283317/_history/9' }],
  };

  it('gives it with both new versions', () => {
    expect(
      parsedBy(cancelAppointment, cancellation, ok(versionedAppointment(after))),
    ).toMatchObject({
      value: {
        version: '2',
        referralVersion: '9',
        appointment: { status: 'cancelled', reason: { code: 'PATIENT_ILL' } },
      },
    });
  });

  it.each([
    ['still booked', { ...after, status: 'booked' }, { field: 'status' }],
    ['another one', { ...after, id: '51235' }, { field: 'id' }],
    [
      'of another referral',
      { ...after, incomingReferral: [{ reference: 'ReferralRequest/000049283318/_history/9' }] },
      { field: 'incomingReferral' },
    ],
    [
      'of another patient',
      { ...after, participant: [actor(SERVICE, '11008'), actor(NHS_NUMBER, '9990000018')] },
      { reason: 'wrong-patient' },
    ],
    ['without a version', { ...after, meta: {} }, { field: 'meta.versionId' }],
  ])('is not known to be done when the answer is %s', (_, over, problem) => {
    expect(parsedBy(cancelAppointment, cancellation, ok(versionedAppointment(over)))).toMatchObject(
      { ok: false, problem },
    );
  });

  it.each([
    [422, 'UNABLE_TO_CANCEL_APPOINTMENT', 'appointment-not-cancelled'],
    [422, 'INAPPROPRIATE_VALUE', 'field-wrong'],
    [409, undefined, 'referral-changed'],
    [504, 'PAS_NOT_RESPONDING', 'provider-silent'],
  ])('refused with %i %s is %s', (status, code, said) => {
    expect(problemFor(cancelAppointment, refused(status, code)).reason).toBe(said);
  });
});
