import { describe, expect, it } from 'vitest';
import { inDialect, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveServiceVersion } from './a037-retrieve-service-version.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const answered = (headers: Record<string, string>) =>
  parsedBy(retrieveServiceVersion, '11008', { status: 200, headers });

describe('the version of a service', () => {
  it('is asked for without the service', () => {
    const request = requestOf(retrieveServiceVersion, '11008');
    expect(request).toEqual({ operation: 'A037', params: { serviceId: '11008' } });
    expect('refused' in request ? undefined : apiPlatform.route(request)).toMatchObject({
      method: 'HEAD',
      path: '/R4/HealthcareService/11008',
    });
    expect(requestOf(retrieveServiceVersion, '')).toEqual({
      refused: 'field-wrong',
      field: 'serviceId',
    });
  });

  it.each(['W/"7"', '"7"'])('is in the ETag %s, and in nothing else', (etag) => {
    expect(answered({ etag })).toEqual({ ok: true, value: '7' });
  });

  it.each([{}, { etag: '7' }, { etag: 'W/""' }])('is not in the headers %o', (headers) => {
    expect(answered(headers)).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field: 'ETag' },
    });
  });

  it.each([
    [401, 'session-ended'],
    [404, 'no-such-service'],
    [429, 'too-many-requests'],
  ])('refused with %i and no body is %s', (status, reason) => {
    expect(problemFor(retrieveServiceVersion, refused(status)).reason).toBe(reason);
  });
});
