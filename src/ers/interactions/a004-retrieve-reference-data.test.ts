import { describe, expect, it } from 'vitest';
import { ok, parsedBy, problemFor, refused, requestOf, type Json } from '../answers.fixtures.ts';
import {
  retrieveClinicTypes,
  retrievePriorities,
  retrieveSpecialties,
} from './a004-retrieve-reference-data.ts';

const from = { code: 'effectiveFrom', valueDateTime: '2004-06-01T00:00:00.000Z' };
const list = (...concept: Json[]): Json => ({ resourceType: 'CodeSystem', id: 'X', concept });

describe('reference data', () => {
  it('is asked for by the name of its list', () => {
    const params = [retrieveSpecialties, retrieveClinicTypes, retrievePriorities].map((each) =>
      requestOf(each, undefined),
    );
    expect(params).toEqual([
      { operation: 'A004', params: { codeSystem: 'SPECIALTY' } },
      { operation: 'A004', params: { codeSystem: 'CLINIC-TYPE' } },
      { operation: 'A004', params: { codeSystem: 'PRIORITY' } },
    ]);
  });

  it('keeps expired specialties, with the time they are valid', () => {
    const to = { code: 'effectiveTo', valueDateTime: '2008-05-09T00:00:00.000+00:00' };
    const body = list(
      { code: 'CARDIOLOGY', display: 'Cardiology', property: [from], definition: 'unknown field' },
      { code: 'AUDIOLOGICAL_MEDICINE', display: 'Audiological Medicine', property: [from, to] },
    );
    expect(parsedBy(retrieveSpecialties, undefined, ok(body))).toEqual({
      ok: true,
      value: [
        {
          code: 'CARDIOLOGY',
          display: 'Cardiology',
          effectiveFrom: '2004-06-01T00:00:00.000Z',
        },
        {
          code: 'AUDIOLOGICAL_MEDICINE',
          display: 'Audiological Medicine',
          effectiveFrom: '2004-06-01T00:00:00.000Z',
          effectiveTo: '2008-05-09T00:00:00.000Z',
        },
      ],
    });
  });

  it('ties a clinic type to its specialty', () => {
    const specialty = { code: 'specialty', valueCoding: { system: 'x', code: 'CARDIOLOGY' } };
    const body = list({ code: 'ARRHYTHMIA', display: 'Arrhythmia', property: [from, specialty] });
    expect(parsedBy(retrieveClinicTypes, undefined, ok(body))).toMatchObject({
      value: [{ code: 'ARRHYTHMIA', specialty: 'CARDIOLOGY' }],
    });
  });

  it('tells the contact days of each priority, and offers none that it does not know', () => {
    const days = { code: 'deferToProviderContactDays', valueInteger: 10 };
    const body = list(
      { code: 'URGENT', display: 'Urgent', property: [from, days] },
      { code: 'SOMEDAY', display: 'Some day', property: [from] },
    );
    expect(parsedBy(retrievePriorities, undefined, ok(body))).toMatchObject({
      value: [{ code: 'URGENT', deferToProviderContactDays: 10 }],
    });
  });

  it('is unreadable where a clinic type has no specialty, and says where', () => {
    const body = list({ code: 'ARRHYTHMIA', display: 'Arrhythmia', property: [from] });
    expect(parsedBy(retrieveClinicTypes, undefined, ok(body))).toMatchObject({
      ok: false,
      problem: {
        reason: 'answer-not-readable',
        source: 'shape',
        field: 'concept[0].property.specialty',
      },
    });
  });

  it.each([
    [401, 'session-ended', 'never'],
    [404, 'not-found', 'never'],
    [503, 'ers-failed', 'back-off'],
  ])('refused with %i is %s', (status, reason, retry) => {
    expect(problemFor(retrieveSpecialties, refused(status))).toMatchObject({ reason, retry });
  });
});
