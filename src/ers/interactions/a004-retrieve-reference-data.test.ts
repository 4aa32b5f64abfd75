import { describe, expect, it } from 'vitest';
import type { ReferenceListName } from '../../domain/reference-list.ts';
import { ok, parsedBy, problemFor, refused, requestOf, type Json } from '../answers.fixtures.ts';
import { retrieveReferenceData } from './a004-retrieve-reference-data.ts';

const from = { code: 'effectiveFrom', valueDateTime: '2004-06-01T00:00:00.000Z' };
const list = (id: ReferenceListName, ...concept: Json[]): Json => ({
  resourceType: 'CodeSystem',
  id,
  concept,
});
const parsed = (id: ReferenceListName, ...concepts: Json[]) =>
  parsedBy(retrieveReferenceData, id, ok(list(id, ...concepts)));
const coding = (code: string, value: string): Json => ({
  code,
  valueCoding: { system: 'https://ers-api/CodeSystem/X', code: value },
});
const flag = (code: string, valueBoolean: boolean): Json => ({ code, valueBoolean });

describe('reference data', () => {
  it('is asked for by the name of its list', () => {
    expect(requestOf(retrieveReferenceData, 'CLINIC-TYPE')).toEqual({
      operation: 'A004',
      params: { codeSystem: 'CLINIC-TYPE' },
    });
  });

  it.each<ReferenceListName>([
    'SPECIALTY',
    'CLINIC-TYPE',
    'PRIORITY',
    'APPOINTMENT-CANCELLATION-REASON',
    'REFERRAL-CANCELLATION-REASON',
    'APPOINTMENT-NON-ATTENDANCE-REASON',
  ])('has the list %s', (name) => {
    expect(requestOf(retrieveReferenceData, name)).toHaveProperty('operation', 'A004');
  });

  it.each(['PATIENTS', 'OTHER-REASON', '-REASON', 'REFERRAL-NON-ATTENDANCE-REASON'])(
    'has no list %s',
    (name) => {
      const request = requestOf(retrieveReferenceData, name as ReferenceListName);
      expect(request).toEqual({ refused: 'field-wrong', field: 'codeSystem' });
    },
  );

  it('keeps expired specialties, with the time they are valid', () => {
    const to = { code: 'effectiveTo', valueDateTime: '2008-05-09T00:00:00.000+00:00' };
    const result = parsed(
      'SPECIALTY',
      { code: 'CARDIOLOGY', display: 'Cardiology', property: [from], definition: 'unknown field' },
      { code: 'AUDIOLOGICAL_MEDICINE', display: 'Audiological Medicine', property: [from, to] },
    );
    expect(result).toEqual({
      ok: true,
      value: {
        SPECIALTY: [
          { code: 'CARDIOLOGY', display: 'Cardiology', effectiveFrom: '2004-06-01T00:00:00.000Z' },
          {
            code: 'AUDIOLOGICAL_MEDICINE',
            display: 'Audiological Medicine',
            effectiveFrom: '2004-06-01T00:00:00.000Z',
            effectiveTo: '2008-05-09T00:00:00.000Z',
          },
        ],
      },
    });
  });

  it('takes the days of a specialty from its extensions where it has no properties', () => {
    const day = (name: string, valueDate: string): Json => ({
      url: `https://fhir.nhs.uk/STU3/StructureDefinition/Extension-eRS-Effective${name}Date-1`,
      valueDate,
    });
    const extension = [day('from', '2004-06-01'), day('to', '2008-05-09')];
    expect(parsed('SPECIALTY', { code: 'A', display: 'A', extension })).toMatchObject({
      value: {
        SPECIALTY: [
          {
            effectiveFrom: '2004-06-01T00:00:00.000Z',
            effectiveTo: '2008-05-09T00:00:00.000Z',
          },
        ],
      },
    });
  });

  it('ties a clinic type to its specialty', () => {
    const property = [from, coding('specialty', 'CARDIOLOGY')];
    expect(
      parsed('CLINIC-TYPE', { code: 'ARRHYTHMIA', display: 'Arrhythmia', property }),
    ).toMatchObject({
      value: { 'CLINIC-TYPE': [{ code: 'ARRHYTHMIA', specialty: 'CARDIOLOGY' }] },
    });
  });

  it('tells the contact days of each priority, and offers none that it does not know', () => {
    const property = [
      from,
      { code: 'deferToProviderContactDays', valueInteger: 10 },
      { code: 'triageContactDays', valueInteger: 5 },
    ];
    const result = parsed(
      'PRIORITY',
      { code: 'URGENT', display: 'Urgent', property },
      { code: 'SOMEDAY', display: 'Some day', property: [from] },
    );
    expect(result).toMatchObject({
      value: {
        PRIORITY: [{ code: 'URGENT', deferToProviderContactDays: 10, triageContactDays: 5 }],
      },
    });
    expect(result).toHaveProperty('value.PRIORITY.length', 1);
  });

  it('tells of a reason to cancel an appointment who may give it, and for what', () => {
    const property = [
      from,
      coding('appointmentBookingCancellationReasonType', 'PATIENT'),
      flag('willCancelWholeRequest', false),
      flag('commentIsMandatory', true),
      coding('usage', 'CANCEL'),
      coding('businessFunction', 'REFERRING_CLINICIAN'),
      coding('businessFunction', 'REFERRING_CLINICIAN_ADMIN'),
    ];
    const name = 'APPOINTMENT-CANCELLATION-REASON';
    expect(parsed(name, { code: 'PATIENT_ILL', display: 'Patient ill', property })).toEqual({
      ok: true,
      value: {
        [name]: [
          {
            code: 'PATIENT_ILL',
            display: 'Patient ill',
            effectiveFrom: '2004-06-01T00:00:00.000Z',
            type: 'PATIENT',
            willCancelWholeRequest: false,
            commentIsMandatory: true,
            usage: 'CANCEL',
            businessFunctions: ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'],
          },
        ],
      },
    });
  });

  it('takes a reason to reject as HSCN may have it, with its type and whether it needs a comment alone', () => {
    const property = [
      coding('appointmentBookingCancellationReasonType', 'PROVIDER_REJECT'),
      flag('commentIsMandatory', false),
    ];
    const name = 'APPOINTMENT-CANCELLATION-REASON';
    expect(parsed(name, { code: 'OTHER', display: 'Other', property })).toMatchObject({
      value: { [name]: [{ type: 'PROVIDER_REJECT', businessFunctions: [] }] },
    });
  });

  it('tells of a reason to cancel a referral whether it ends an appointment too', () => {
    const property = [
      from,
      coding('appointmentRequestCancellationReasonType', 'PROVIDER_TRIAGE'),
      flag('commentIsMandatory', true),
      flag('canCancelAppointment', false),
      coding('businessFunction', 'SERVICE_PROVIDER_CLINICIAN'),
      coding('referrerUsage', 'CANCEL_REFERRAL'),
    ];
    const name = 'REFERRAL-CANCELLATION-REASON';
    expect(parsed(name, { code: 'COMPLEX_PATHWAY', display: 'X', property })).toMatchObject({
      value: {
        [name]: [
          {
            type: 'PROVIDER_TRIAGE',
            commentIsMandatory: true,
            canCancelAppointment: false,
            businessFunctions: ['SERVICE_PROVIDER_CLINICIAN'],
            referrerUsage: 'CANCEL_REFERRAL',
          },
        ],
      },
    });
  });

  it('names the reasons for not attending', () => {
    const name = 'APPOINTMENT-NON-ATTENDANCE-REASON';
    expect(
      parsed(name, { code: 'DNA', display: 'Did not attend', property: [from] }),
    ).toMatchObject({ value: { [name]: [{ code: 'DNA', display: 'Did not attend' }] } });
  });

  it.each<[string, ReferenceListName, Json[], string]>([
    ['a clinic type without specialty', 'CLINIC-TYPE', [from], 'specialty'],
    [
      'a reason without its type',
      'REFERRAL-CANCELLATION-REASON',
      [flag('commentIsMandatory', true), flag('canCancelAppointment', true)],
      'appointmentRequestCancellationReasonType',
    ],
    [
      'a reason of which nobody knows whether it wants a comment',
      'APPOINTMENT-CANCELLATION-REASON',
      [
        coding('appointmentBookingCancellationReasonType', 'PATIENT'),
        flag('willCancelWholeRequest', false),
      ],
      'commentIsMandatory',
    ],
  ])('is unreadable with %s, and says where', (_, name, ...[property, field]) => {
    expect(parsed(name, { code: 'X', display: 'X', property })).toMatchObject({
      ok: false,
      problem: {
        reason: 'answer-not-readable',
        source: 'shape',
        field: `concept[0].property.${field}`,
      },
    });
  });

  it('is none when it is another list than the one asked for', () => {
    const another = parsedBy(retrieveReferenceData, 'SPECIALTY', ok(list('PRIORITY')));
    expect(another).toMatchObject({ ok: false, problem: { field: 'id' } });
    const unknown = ok({ ...list('SPECIALTY'), id: 'HOLIDAYS' });
    expect(parsedBy(retrieveReferenceData, 'SPECIALTY', unknown)).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'id' },
    });
  });

  it.each([
    [401, 'session-ended', 'never'],
    [404, 'not-found', 'never'],
    [503, 'ers-unavailable', 'back-off'],
  ])('refused with %i is %s', (status, reason, retry) => {
    expect(problemFor(retrieveReferenceData, refused(status))).toMatchObject({ reason, retry });
  });
});
