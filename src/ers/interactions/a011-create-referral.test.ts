import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import {
  inDialect,
  ok,
  parsedBy,
  problemFor,
  referralBody,
  refused,
  requestOf,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { NewReferral } from '../verbs/referring.ts';
import { createReferral } from './a011-create-referral.ts';

const referral: NewReferral = {
  patient: '9990123454' as NhsNumber,
  criteria: {
    priority: 'ROUTINE',
    specialty: { code: 'CARDIOLOGY' },
    clinicType: { code: 'ARRHYTHMIA' },
    ageAndGenderAppropriate: true,
  },
  services: ['11008', '11010'],
  letterIntention: 'NEED_TO_ADD_LATER',
  reminderDays: 14,
};

describe('a new referral', () => {
  it('carries its services in the order of the patient, with the criteria that found them', () => {
    expect(requestOf(createReferral, referral)).toMatchObject({
      operation: 'A011',
      body: {
        parameter: [
          { name: 'patient', valueIdentifier: { value: '9990123454' } },
          { name: 'intentionToAddReferralLetter', valueCoding: { code: 'NEED_TO_ADD_LATER' } },
          { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 14 },
          {
            name: 'shortlist',
            resource: {
              resourceType: 'List',
              status: 'current',
              mode: 'snapshot',
              contained: [{ id: 'ServiceSearchCriteria-1', resourceType: 'Parameters' }],
              extension: [{ valueReference: { reference: '#ServiceSearchCriteria-1' } }],
              entry: [
                { item: { identifier: { value: '11008' } } },
                { item: { identifier: { value: '11010' } } },
              ],
            },
          },
        ],
      },
    });
  });

  const many = Array.from({ length: 21 }, (_, i) => String(11000 + i));

  it.each<[string, Partial<NewReferral>, string, string]>([
    ['no service', { services: [] }, 'field-required', 'shortlist'],
    ['21 services', { services: many }, 'too-many-services', 'shortlist'],
    ['a service twice', { services: ['11008', '11008'] }, 'duplicate-service', 'shortlist'],
    ['a service that is no number', { services: ['x'] }, 'field-wrong', 'shortlist'],
    [
      'a reminder in the past',
      { reminderDays: -1 },
      'field-wrong',
      'firstReminderLetterFollowUpDays',
    ],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(createReferral, { ...referral, ...over })).toEqual({
      refused: refusedAs,
      field,
    });
  });

  it('with 20 services is sent', () => {
    const request = requestOf(createReferral, { ...referral, services: many.slice(1) });
    expect(request).toHaveProperty('operation', 'A011');
  });

  it('comes back with its UBRN', () => {
    expect(parsedBy(createReferral, referral, ok(referralBody()))).toMatchObject({
      ok: true,
      value: { ubrn: '000049283317', version: '6' },
    });
  });

  it('is no success when the answer is about somebody else, and does not name them', () => {
    const other = referralBody({ subject: { identifier: { value: '9990348715' } } });
    const result = parsedBy(createReferral, referral, ok(other));
    expect(result).toMatchObject({ ok: false, problem: { reason: 'wrong-patient' } });
    expect(JSON.stringify(result)).not.toContain('9990348715');
  });

  it('is unreadable without a UBRN', () => {
    expect(parsedBy(createReferral, referral, ok(referralBody({ id: undefined })))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field: 'id' },
    });
  });

  it.each([
    ['SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'service-not-in-results', 'after-reread'],
    ['FIELD_NOT_PERMITTED', 'field-not-permitted', 'never'],
    ['VALUE_IS_REQUIRED', 'field-required', 'never'],
    ['DUPLICATE_SERVICE', 'duplicate-service', 'never'],
    ['INVALID VALUE', 'field-wrong', 'never'],
  ])('refused with %s is %s', (code, reason, retry) => {
    expect(problemFor(createReferral, refused(422, code))).toMatchObject({ reason, retry });
  });
});

describe('the start of the time to treatment', () => {
  const asOf = '2026-10-16T09:30:00.000Z' as Instant;
  const from = (start: string): NewReferral => ({
    ...referral,
    pathway: { start: start as Instant, asOf },
  });
  const { requestOf: asked } = inDialect(apiPlatform);
  const field = 'eReferralPathwayStart';

  it('is sent as it is given, up to 365 days back', () => {
    for (const start of ['2026-05-01T09:55:00.000Z', '2025-10-16T09:30:00.000Z', asOf]) {
      expect(asked(createReferral, from(start))).toHaveProperty('body.parameter.4', {
        name: field,
        valueInstant: start,
      });
    }
    expect(asked(createReferral, referral)).toHaveProperty('body.parameter.length', 4);
  });

  it.each([
    ['in the future', '2026-10-16T09:30:00.001Z'],
    ['more than 365 days ago', '2025-10-16T09:29:59.999Z'],
    ['no moment', 'yesterday'],
  ])('that is %s is not sent', (_, start) => {
    expect(asked(createReferral, from(start))).toEqual({ refused: 'field-wrong', field });
  });

  it('is not sent over HSCN, which does not know it', () => {
    expect(requestOf(createReferral, from('2026-05-01T09:55:00.000Z'))).toEqual({
      refused: 'field-not-permitted',
      field,
    });
  });
});
