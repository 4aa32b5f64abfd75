import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import { inDialect, ok, refused, type Json } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { identifyRequests } from './a041-identify-requests.ts';
import { concept, searchset } from './directory.fixtures.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const ubrn = '000049283317' as Ubrn;

function request(id: string, category: string, over: Json = {}): Json {
  return {
    resourceType: 'ServiceRequest',
    id,
    identifier: [{ system: 'https://fhir.nhs.uk/Id/UBRN', value: ubrn }],
    category: [concept('message-category-servicerequest', category)],
    subject: { identifier: { value: '9990123454' } },
    ...over,
  };
}

const parsed = (...found: Json[]) => parsedBy(identifyRequests, ubrn, ok(searchset(...found)));

describe('what a UBRN names', () => {
  it('is asked for by the UBRN', () => {
    expect(requestOf(identifyRequests, ubrn)).toEqual({ operation: 'A041', params: { ubrn } });
    expect(requestOf(identifyRequests, '123' as Ubrn)).toEqual({
      refused: 'field-wrong',
      field: 'ubrn',
    });
  });

  it('is a referral, a request for advice, or one of each after a conversion', () => {
    expect(parsed(request('r.1', 'referral'), request('a.1', 'request'))).toEqual({
      ok: true,
      value: [
        { ubrn, id: 'r.1', kind: 'referral', patient: '9990123454' },
        { ubrn, id: 'a.1', kind: 'advice', patient: '9990123454' },
      ],
    });
  });

  it('may be nothing', () => {
    expect(parsed()).toEqual({ ok: true, value: [] });
  });

  it('is no answer when it is another UBRN', () => {
    const other = request('r.1', 'referral', { identifier: [{ value: '000049283318' }] });
    expect(parsed(other)).toMatchObject({ ok: false, problem: { field: 'entry' } });
  });

  it.each<[string, Json, string]>([
    ['without a UBRN', { identifier: [] }, 'identifier[0]'],
    ['of an unknown kind', { category: [concept('X', 'order')] }, 'category[0].coding[0].code'],
    ['without a patient', { subject: {} }, 'subject.identifier'],
  ])('is unreadable %s', (_, over, field) => {
    expect(parsed(request('r.1', 'referral', over))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: `entry[0].resource.${field}` },
    });
  });

  it.each([
    [400, 'REC_BAD_REQUEST', 'bad-request'],
    [403, 'NO_RELATIONSHIP', 'no-relationship'],
    [503, 'REC_UNAVAILABLE', 'ers-unavailable'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(identifyRequests, refused(status, code)).reason).toBe(reason);
  });
});
