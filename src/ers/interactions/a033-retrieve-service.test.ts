import { describe, expect, it } from 'vitest';
import { wayToBook } from '../../domain/service.ts';
import { inDialect, ok, refused, type Json } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveService } from './a033-retrieve-service.ts';
import { concept, contact, serviceBody, wording } from './directory.fixtures.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const parsed = (over: Json = {}) =>
  parsedBy(retrieveService, '11008', ok(serviceBody('11008', over)));

describe('the facts of a service', () => {
  it('are asked for by its id', () => {
    const request = requestOf(retrieveService, '11008');
    expect(request).toEqual({ operation: 'A033', params: { serviceId: '11008' } });
    expect(requestOf(retrieveService, '1,2')).toEqual({
      refused: 'field-wrong',
      field: 'serviceId',
    });
  });

  it('say its version, what it is for, its hours, instructions and how to reach it', () => {
    const patients = concept('contactentity-type', 'PATINF', 'Patient');
    const result = parsed({
      active: true,
      type: [concept('eRS-AppointmentType', 'DAY_CASE', 'Day Case')],
      characteristic: [
        concept('eRS-RequestFlowType', 'BOOKABLE'),
        concept('eRS-RequestFlowType', 'ADVICE_AND_GUIDANCE'),
        concept('eRS-BookableType', 'DIRECTLY_BOOKABLE'),
        concept('eRS-Weather', 'SUNNY'),
      ],
      extension: [
        wording('HoursOfOperation', '9-5 Mon-Fri'),
        wording('ServiceInstructions', 'Bring a list of medicines'),
        contact(patients, ['phone', '01632 960123'], ['email', 'cardio@example.nhs.uk']),
        contact(undefined, ['phone', '01632 960124']),
      ],
    });
    expect(result).toEqual({
      ok: true,
      value: {
        id: '11008',
        version: '3',
        name: 'Service 11008',
        isActive: true,
        sites: ['RX101'],
        flows: ['APPOINTMENT_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'],
        bookableType: 'DIRECTLY_BOOKABLE',
        appointmentTypes: [{ code: 'DAY_CASE', display: 'Day Case' }],
        hours: '9-5 Mon-Fri',
        instructions: 'Bring a list of medicines',
        contacts: [
          { purpose: { code: 'PATINF', display: 'Patient' }, kind: 'phone', value: '01632 960123' },
          {
            purpose: { code: 'PATINF', display: 'Patient' },
            kind: 'email',
            value: 'cardio@example.nhs.uk',
          },
          { kind: 'phone', value: '01632 960124' },
        ],
      },
    });
  });

  it('tell of a triage service in the words of a search', () => {
    const result = parsed({ characteristic: [concept('eRS-RequestFlowType', 'REVIEW')] });
    expect(result).toMatchObject({ value: { flows: ['TRIAGE_REQUEST'] } });
    if (!result.ok) throw new Error('unreadable');
    expect(wayToBook({ ...result.value, bookableType: 'UNSPECIFIED' })).toBe('triage');
  });

  it('may be no more than a name and a place', () => {
    expect(parsed({ location: [{}, { identifier: { system: 'x' } }] })).toEqual({
      ok: true,
      value: {
        id: '11008',
        version: '3',
        name: 'Service 11008',
        sites: [],
        flows: [],
        appointmentTypes: [],
        contacts: [],
      },
    });
  });

  it('may have their one type bare', () => {
    expect(parsed({ type: concept('eRS-AppointmentType', 'GPSI') })).toMatchObject({
      value: { appointmentTypes: [{ code: 'GPSI' }] },
    });
  });

  it.each<[string, Json, string]>([
    ['a name', { name: undefined }, 'name'],
    ['a version', { meta: {} }, 'meta.versionId'],
    ['an id', { id: undefined }, 'id'],
  ])('are unreadable without %s', (_, over, field) => {
    expect(parsed(over)).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', source: 'shape', field },
    });
  });

  it('are none when they are of another service', () => {
    expect(parsedBy(retrieveService, '11010', ok(serviceBody('11008')))).toMatchObject({
      ok: false,
      problem: { field: 'id' },
    });
  });

  it.each([
    [401, 'ACCESS_DENIED', 'session-ended'],
    [403, 'REC_FORBIDDEN', 'forbidden'],
    [404, 'REC_NOT_FOUND', 'no-such-service'],
    [429, 'TOO_MANY_REQUESTS', 'too-many-requests'],
  ])('refused with %i %s are %s', (status, code, reason) => {
    expect(problemFor(retrieveService, refused(status, code)).reason).toBe(reason);
  });
});
