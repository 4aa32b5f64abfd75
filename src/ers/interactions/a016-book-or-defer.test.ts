import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  actor,
  appointmentBody,
  concept,
  NHS_NUMBER,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  SERVICE,
  type Json,
} from '../answers.fixtures.ts';
import type { Booking, Deferral } from '../verbs/booking.ts';
import { bookAppointment, deferToProvider } from './a016-book-or-defer.ts';

const referral = {
  ubrn: '000049283317' as Ubrn,
  version: '6' as ReferralVersion,
  patient: '9990123454' as NhsNumber,
};
const booking: Booking = {
  ...referral,
  slot: {
    id: '228385',
    serviceId: '11008',
    start: '2026-10-22T08:40:00.000Z' as Instant,
    end: '2026-10-22T09:00:00.000Z' as Instant,
  },
};
const deferral: Deferral = { ...referral, serviceId: '11008', reason: 'NO_SLOTS_AT_SERVICE' };
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
    expect(requestOf(bookAppointment, booking)).toMatchObject({
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
    const named = requestOf(bookAppointment, { ...booking, slot: { ...booking.slot, clinician } });
    expect(named).toMatchObject({
      body: {
        participant: [
          { actor: { identifier: { value: '11008' } } },
          { actor: { identifier: { value: '9990123454' } } },
          { type: { coding: [{ code: 'CON' }] }, actor: { identifier: { value: '021600556514' } } },
        ],
      },
    });
    expect(requestOf(bookAppointment, booking)).toHaveProperty('body.participant.length', 2);
  });

  it('takes the new version of the referral from the answer', () => {
    expect(parsedBy(bookAppointment, booking, ok(appointmentBody()))).toEqual({
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
    expect(parsedBy(bookAppointment, booking, ok(appointmentBody(over)))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it('of another patient is no success', () => {
    const participant = [actor(SERVICE, '11008'), actor(NHS_NUMBER, '9990348715')];
    expect(parsedBy(bookAppointment, booking, ok(appointmentBody({ participant })))).toMatchObject({
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
    const problem = problemFor(bookAppointment, refused(status, code));
    expect(problem).toMatchObject({ reason, retry });
  });
});

describe('a deferral', () => {
  it('states its cause, and no slot unless one was lost', () => {
    expect(requestOf(deferToProvider, { ...deferral, comment: 'None free' })).toMatchObject({
      operation: 'A016',
      body: {
        status: 'proposed',
        reason: [{ coding: [{ code: 'NO_SLOTS_AT_SERVICE' }] }],
        comment: 'None free',
      },
    });
    expect(requestOf(deferToProvider, deferral)).not.toHaveProperty('body.slot');
    const lost: Deferral = { ...deferral, reason: 'SLOT_NOT_AVAILABLE', slotId: '228385' };
    expect(requestOf(deferToProvider, lost)).toHaveProperty('body.slot', [
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
    ['1,001 characters', { comment: 'x'.repeat(1001) }, 'field-wrong', 'comment'],
    [
      'a version of no number',
      { version: 'x' as ReferralVersion },
      'field-wrong',
      'incomingReferral',
    ],
    ['a UBRN of 3 digits', { ubrn: '123' as Ubrn }, 'field-wrong', 'incomingReferral'],
    ['no patient', { patient: '' as NhsNumber }, 'nhs-number-wrong', 'patient'],
    ['no service', { serviceId: '' }, 'field-wrong', 'participant'],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(deferToProvider, { ...deferral, ...over })).toEqual({
      refused: refusedAs,
      field,
    });
  });

  it('is confirmed with the same cause', () => {
    expect(parsedBy(deferToProvider, deferral, ok(proposed()))).toMatchObject({
      ok: true,
      value: {
        referralVersion: '8',
        appointment: { status: 'proposed', reason: { code: 'NO_SLOTS_AT_SERVICE' } },
      },
    });
    const another = proposed({ reason: [concept('eRS-ReviewReason-1', 'TRIAGE')] });
    expect(parsedBy(deferToProvider, deferral, ok(another))).toMatchObject({ ok: false });
  });

  it.each([
    ['SLOTS_CURRENTLY_AVAILABLE', 'slots-still-free'],
    ['THIS_SLOT_IS_AVAILABLE', 'slot-still-free'],
    ['PATIENT_SENSITIVE', 'patient-error'],
    ['INVALID_STATE', 'service-unavailable'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(deferToProvider, refused(422, code)).reason).toBe(reason);
  });
});
