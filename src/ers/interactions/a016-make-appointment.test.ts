import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  actor,
  appointmentBody,
  concept,
  inDialect,
  NHS_NUMBER,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  SERVICE,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { Booking, Deferral } from '../verbs/booking.ts';
import { makeAppointment, type AppointmentRequest } from './a016-make-appointment.ts';

const referral = {
  ubrn: '000049283317' as Ubrn,
  version: '6' as ReferralVersion,
  patient: '9990123454' as NhsNumber,
};
const booking: Extract<AppointmentRequest, { kind: 'book' }> = {
  kind: 'book',
  ...referral,
  slot: {
    id: '228385',
    serviceId: '11008',
    start: '2026-10-22T08:40:00.000Z' as Instant,
    end: '2026-10-22T09:00:00.000Z' as Instant,
  },
};
const deferral: Extract<AppointmentRequest, { kind: 'defer' }> = {
  kind: 'defer',
  ...referral,
  serviceId: '11008',
  reason: 'NO_SLOTS_AT_SERVICE',
};
const proposed = (over: Json = {}): Json =>
  appointmentBody({
    status: 'proposed',
    start: undefined,
    end: undefined,
    reason: [concept('eRS-ReviewReason-1', 'NO_SLOTS_AT_SERVICE')],
    ...over,
  });

describe('a booking', () => {
  it('names the slot, its times and the version of the referral that was read', () => {
    expect(requestOf(makeAppointment, booking)).toMatchObject({
      operation: 'A016',
      body: {
        resourceType: 'Appointment',
        language: 'en',
        status: 'booked',
        description: 'e-Referral Appointment',
        start: '2026-10-22T08:40:00.000Z',
        end: '2026-10-22T09:00:00.000Z',
        slot: [{ reference: 'Slot/228385' }],
        incomingReferral: [{ reference: 'ReferralRequest/000049283317/_history/6' }],
      },
    });
  });

  it('has a clinician only where the slot has one', () => {
    const clinician = { sdsUserId: '021600556514' };
    const named = requestOf(makeAppointment, { ...booking, slot: { ...booking.slot, clinician } });
    expect(named).toMatchObject({
      body: {
        participant: [
          { actor: { identifier: { value: '11008' } } },
          { actor: { identifier: { value: '9990123454' } } },
          { actor: { identifier: { value: '021600556514' } } },
        ],
      },
    });
    expect(requestOf(makeAppointment, booking)).toHaveProperty('body.participant.length', 2);
  });

  it.each<[string, Partial<Booking['slot']>, string, string]>([
    ['a slot without an id', { id: '' }, 'field-required', 'slot'],
    ['a clinician who is no user', { clinician: { sdsUserId: 'x' } }, 'field-wrong', 'participant'],
    ['a service that is no number', { serviceId: '1a' }, 'field-wrong', 'participant'],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    const broken = { ...booking, slot: { ...booking.slot, ...over } };
    expect(requestOf(makeAppointment, broken)).toEqual({ refused: refusedAs, field });
  });

  it('takes the new version of the referral from the answer', () => {
    expect(parsedBy(makeAppointment, booking, ok(appointmentBody()))).toEqual({
      ok: true,
      value: {
        ubrn: '000049283317',
        referralVersion: '8',
        appointment: expect.objectContaining({
          id: '51234',
          status: 'booked',
          start: '2026-10-22T08:40:00.000Z',
        }) as object,
      },
    });
  });

  it.each(['2026-10-22T08:40:00Z', '2026-10-22T09:40:00+01:00'])(
    'is done whatever way its time was written, as %s',
    (start) => {
      const written = { ...booking, slot: { ...booking.slot, start: start as Instant } };
      expect(parsedBy(makeAppointment, written, ok(appointmentBody()))).toMatchObject({ ok: true });
    },
  );

  it.each<[string, Json, string]>([
    ['without an id', { id: undefined }, 'id'],
    ['at another time', { start: '2026-10-22T09:40:00.000Z' }, 'status'],
    ['that is only proposed', { status: 'proposed' }, 'status'],
    ['at another service', { participant: [actor(SERVICE, '5')] }, 'participant'],
    [
      'of another referral',
      { incomingReferral: [{ reference: 'ReferralRequest/000000000001/_history/8' }] },
      'incomingReferral',
    ],
    [
      'without a version',
      { incomingReferral: [{ reference: 'ReferralRequest/000049283317' }] },
      'incomingReferral',
    ],
    ['with nobody in it', { participant: [] }, 'participant'],
  ])('%s is not taken for the one asked for', (_, over, field) => {
    expect(parsedBy(makeAppointment, booking, ok(appointmentBody(over)))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it('of another patient is no success', () => {
    const participant = [actor(SERVICE, '11008'), actor(NHS_NUMBER, '9990348715')];
    expect(parsedBy(makeAppointment, booking, ok(appointmentBody({ participant })))).toMatchObject({
      ok: false,
      problem: { reason: 'wrong-patient' },
    });
  });

  it.each([
    [422, 'SLOT_NOT_AVAILABLE', 'slot-taken', 'after-reread'],
    [422, 'UNABLE_TO_CONFIRM_APPOINTMENT', 'slot-taken', 'after-reread'],
    [422, 'INAPPROPRIATE_SLOT', 'slot-unsuitable', 'never'],
    [422, 'INVALID_REQUEST_STATE', 'wrong-state', 'after-reread'],
    [403, 'FORBIDDEN', 'forbidden', 'never'],
    [409, 'VERSION_CONFLICT', 'referral-changed', 'after-reread'],
    [423, 'REFERRAL_LOCKED', 'locked', 'after-reread'],
    [502, 'PAS_RESPONDED_WITH_ERROR', 'provider-refused', 'after-reread'],
    [504, 'PAS_NOT_RESPONDING', 'provider-silent', 'after-reread'],
  ])('refused with %i %s is %s', (status, code, ...[reason, retry]) => {
    const problem = problemFor(makeAppointment, refused(status, code));
    expect(problem).toMatchObject({ reason, retry });
  });
});

describe('a deferral', () => {
  it('states its cause, and no slot unless one was lost', () => {
    expect(requestOf(makeAppointment, { ...deferral, comment: 'None free' })).toMatchObject({
      operation: 'A016',
      body: {
        status: 'proposed',
        reason: [{ coding: [{ code: 'NO_SLOTS_AT_SERVICE' }] }],
        comment: 'None free',
      },
    });
    expect(requestOf(makeAppointment, deferral)).not.toHaveProperty('body.slot');
    const lost: AppointmentRequest = {
      ...deferral,
      reason: 'SLOT_NOT_AVAILABLE',
      slotId: '228385',
    };
    expect(requestOf(makeAppointment, lost)).toHaveProperty('body.slot', [
      { reference: 'Slot/228385' },
    ]);
  });

  it.each<[string, Partial<Deferral>, string, string]>([
    [
      'a lost slot that it does not name',
      { reason: 'SLOT_NOT_AVAILABLE' },
      'field-required',
      'slot',
    ],
    ['a slot that was not lost', { slotId: '1' }, 'field-not-permitted', 'slot'],
    [
      'a slot that is no id',
      { reason: 'SLOT_NOT_AVAILABLE', slotId: '../1' },
      'field-wrong',
      'slot',
    ],
    ['1,001 characters', { comment: 'x'.repeat(1001) }, 'text-too-long', 'comment'],
    [
      'a version of no number',
      { version: 'x' as ReferralVersion },
      'field-wrong',
      'incomingReferral',
    ],
    ['a UBRN of 3 digits', { ubrn: '123' as Ubrn }, 'field-wrong', 'incomingReferral'],
    ['no patient', { patient: '' as NhsNumber }, 'nhs-number-wrong', 'patient'],
    ['no service', { serviceId: '' }, 'field-required', 'participant'],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(makeAppointment, { ...deferral, ...over })).toMatchObject({
      refused: refusedAs,
      field,
    });
  });

  it('may follow a booking that the system of the provider did not answer', () => {
    const asked = { ...deferral, reason: 'BOOKING_ATTEMPT_PROBLEM' } as const;
    const request = requestOf(makeAppointment, asked);
    expect(request).toHaveProperty('body.reason.0.coding.0.code', 'BOOKING_ATTEMPT_PROBLEM');
    expect(requestOf(makeAppointment, { ...asked, slotId: '228385' })).toEqual({
      refused: 'field-not-permitted',
      field: 'slot',
    });
  });

  it('is confirmed with the same cause, or with none', () => {
    const silent = proposed({ reason: undefined });
    expect(parsedBy(makeAppointment, deferral, ok(silent))).toMatchObject({ ok: true });
    expect(parsedBy(makeAppointment, deferral, ok(proposed()))).toMatchObject({
      ok: true,
      value: {
        referralVersion: '8',
        appointment: { status: 'proposed', reason: { code: 'NO_SLOTS_AT_SERVICE' } },
      },
    });
    const another = proposed({ reason: [concept('eRS-ReviewReason-1', 'TRIAGE')] });
    expect(parsedBy(makeAppointment, deferral, ok(another))).toMatchObject({ ok: false });
  });

  it.each([
    ['SLOTS_CURRENTLY_AVAILABLE', 'slots-still-free'],
    ['THIS_SLOT_IS_AVAILABLE', 'slot-still-free'],
    ['PATIENT_SENSITIVE', 'patient-error'],
    ['INVALID_STATE', 'service-unavailable'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(makeAppointment, refused(422, code)).reason).toBe(reason);
  });
});

describe('over the API platform', () => {
  const platform = inDialect(apiPlatform);
  const triage: AppointmentRequest = { kind: 'triage', ...referral, serviceId: '50001' };

  it('an appointment has an id, the profile of e-RS and says what its clinician is', () => {
    const slot = { ...booking.slot, clinician: { sdsUserId: '021600556514' } };
    const named = { ...booking, slot };
    const ers = 'https://fhir.nhs.uk/STU3/StructureDefinition/eRS-Appointment-1';
    expect(platform.requestOf(makeAppointment, named)).toMatchObject({
      body: {
        id: 'appointment',
        meta: { profile: [ers, expect.stringContaining('CareConnect-Appointment-1') as string] },
        participant: [{}, {}, { type: { coding: [{ code: 'CON' }] } }],
      },
    });
    const overHscn = requestOf(makeAppointment, named);
    expect(overHscn).toHaveProperty('body.meta.profile.length', 1);
    expect(overHscn).not.toHaveProperty('body.id');
    expect(overHscn).not.toHaveProperty('body.participant.2.type');
  });

  it('a referral is sent to a triage service of its shortlist', () => {
    expect(platform.requestOf(makeAppointment, triage)).toMatchObject({
      operation: 'A016',
      body: {
        status: 'proposed',
        reason: [{ coding: [{ code: 'TRIAGE' }] }],
        participant: [{ actor: { identifier: { value: '50001' } } }, {}],
      },
    });
    const sent = proposed({
      reason: [concept('eRS-ReviewReason-1', 'TRIAGE')],
      participant: [actor(SERVICE, '50001'), actor(NHS_NUMBER, '9990123454')],
    });
    expect(platform.parsedBy(makeAppointment, triage, ok(sent))).toMatchObject({
      ok: true,
      value: { appointment: { reason: { code: 'TRIAGE' } } },
    });
  });

  it('is where alone a referral is sent for triage so', () => {
    expect(requestOf(makeAppointment, triage)).toEqual({
      refused: 'field-not-permitted',
      field: 'reason',
    });
  });

  it('a triage request has no more of a comment than 1,000 characters', () => {
    const talkative = { ...triage, comment: 'x'.repeat(1001) };
    expect(platform.requestOf(makeAppointment, talkative)).toEqual({
      refused: 'text-too-long',
      field: 'comment',
      limit: 1000,
    });
  });
});
