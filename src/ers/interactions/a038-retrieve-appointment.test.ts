import { describe, expect, it } from 'vitest';
import { inDialect, ok, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveAppointment } from './a038-retrieve-appointment.ts';
import { versionedAppointment } from './appointments.fixtures.ts';

const { parsedBy, problemFor, requestOf } = inDialect(apiPlatform);
const ID = '51234';

describe('an appointment by itself', () => {
  it('is asked for by its id', () => {
    const request = requestOf(retrieveAppointment, ID);
    expect('refused' in request || apiPlatform.route(request)).toMatchObject({
      method: 'GET',
      path: '/STU3/Appointment/51234',
    });
  });

  it('has its own version beside that of its referral', () => {
    expect(parsedBy(retrieveAppointment, ID, ok(versionedAppointment()))).toMatchObject({
      ok: true,
      value: {
        id: ID,
        version: '1',
        ubrn: '000049283317',
        referralVersion: '8',
        appointment: {
          id: ID,
          status: 'booked',
          service: { id: '11008' },
          patient: '9990123454',
          start: '2026-10-22T08:40:00.000Z',
        },
      },
    });
  });

  it('has the version of the ETag where the body has none', () => {
    const answer = ok(versionedAppointment({ meta: {} }), { etag: 'W/"4"' });
    expect(parsedBy(retrieveAppointment, ID, answer)).toHaveProperty('value.version', '4');
  });

  it.each([
    ['a version', { meta: {} }, 'meta.versionId'],
    ['an id', { id: undefined }, 'id'],
    ['its referral', { incomingReferral: [] }, 'incomingReferral'],
    [
      'the version of its referral',
      { incomingReferral: [{ reference: 'ReferralRequest/000049283317' }] },
      'incomingReferral',
    ],
    ['a service', { participant: [] }, 'participant'],
  ])('is unreadable without %s', (_, over, field) => {
    expect(parsedBy(retrieveAppointment, ID, ok(versionedAppointment(over)))).toMatchObject({
      ok: false,
      problem: { source: 'shape', field },
    });
  });

  it('is not another one', () => {
    const another = ok(versionedAppointment({ id: '51235' }));
    expect(parsedBy(retrieveAppointment, ID, another)).toMatchObject({ problem: { field: 'id' } });
  });

  it.each([
    [404, undefined, 'not-found'],
    [422, 'NO_RELATIONSHIP', 'no-relationship'],
    [422, 'PATIENT_ERROR', 'patient-error'],
  ])('refused with %i %s is %s', (status, code, said) => {
    expect(problemFor(retrieveAppointment, refused(status, code)).reason).toBe(said);
  });
});
