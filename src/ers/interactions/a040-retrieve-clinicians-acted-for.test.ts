import { describe, expect, it } from 'vitest';
import { inDialect, ok, refused, type Json } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveCliniciansActedFor } from './a040-retrieve-clinicians-acted-for.ts';
import { searchset } from './directory.fixtures.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);

const practitioner = (identifier: Json | Json[]): Json => ({
  resourceType: 'Practitioner',
  id: '111111111111',
  identifier,
});
const userId = { system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '111111111111' };
const parsed = (...found: Json[]) =>
  parsedBy(retrieveCliniciansActedFor, undefined, ok(searchset(...found)));

describe('the clinicians whom an admin may act for', () => {
  it('are asked for as those of the user', () => {
    const request = requestOf(retrieveCliniciansActedFor, undefined);
    expect(request).toEqual({ operation: 'A040', params: {} });
    expect('refused' in request ? undefined : apiPlatform.route(request)?.path).toBe(
      '/R4/Practitioner?_query=onBehalfOf',
    );
  });

  it('are known by their user id, bare or in a list', () => {
    expect(parsed(practitioner(userId), practitioner([userId]))).toEqual({
      ok: true,
      value: [{ sdsUserId: '111111111111' }, { sdsUserId: '111111111111' }],
    });
  });

  it('may be none', () => {
    expect(parsed()).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Json | Json[]]>([
    ['no user id', []],
    ['a user id of three digits', { value: '111' }],
  ])('are unreadable with %s', (_, identifier) => {
    expect(parsed(practitioner(identifier))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field: 'entry[0].resource.identifier.value' },
    });
  });

  it.each([
    [400, 'REC_BAD_REQUEST', 'bad-request'],
    [401, 'ACCESS_DENIED', 'session-ended'],
    [403, 'REC_FORBIDDEN', 'forbidden'],
  ])('refused with %i %s are %s', (status, code, reason) => {
    expect(problemFor(retrieveCliniciansActedFor, refused(status, code)).reason).toBe(reason);
  });
});
