import { describe, expect, it } from 'vitest';
import { inDialect, ok, refused, type Json } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveOwnRoles } from './a030-retrieve-own-roles.ts';
import { concept, searchset } from './directory.fixtures.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);

function rolesAt(value: string, functions: string[], over: Json = {}): Json {
  return {
    resourceType: 'PractitionerRole',
    practitioner: { identifier: { value: '021600556514' } },
    organization: { identifier: { value } },
    code: functions.map((code) => concept('eRS-BusinessFunction-1', code)),
    ...over,
  };
}

const parsed = (...roles: Json[]) => parsedBy(retrieveOwnRoles, undefined, ok(searchset(...roles)));

describe('the roles of a user', () => {
  it('are asked for without saying who it is', () => {
    expect(requestOf(retrieveOwnRoles, undefined)).toEqual({ operation: 'A030', params: {} });
  });

  it('are each a function in an organisation, also one that nothing here serves', () => {
    const named = { identifier: { value: 'R69' }, display: 'Northmoor Surgery' };
    const result = parsed(
      rolesAt('R68', ['SERVICE_DEFINER', 'SERVICE_PROVIDER_CLINICIAN']),
      rolesAt('R69', ['REFERRING_CLINICIAN'], { organization: named }),
    );
    expect(result).toEqual({
      ok: true,
      value: [
        { businessFunction: 'SERVICE_DEFINER', organisation: { odsCode: 'R68' } },
        { businessFunction: 'SERVICE_PROVIDER_CLINICIAN', organisation: { odsCode: 'R68' } },
        {
          businessFunction: 'REFERRING_CLINICIAN',
          organisation: { odsCode: 'R69', name: 'Northmoor Surgery' },
        },
      ],
    });
  });

  it('may be none', () => {
    expect(parsed()).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Json, string]>([
    ['an organisation', { organization: {} }, 'entry[0].resource.organization.identifier'],
    ['a function', { code: [{}] }, 'entry[0].resource.code[0].coding'],
  ])('are unreadable without %s', (_, over, field) => {
    expect(parsed(rolesAt('R69', [], over))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it.each([
    [401, 'ACCESS_DENIED', 'session-ended'],
    [403, 'REC_FORBIDDEN', 'forbidden'],
    [500, 'REC_SERVER_ERROR', 'ers-failed'],
  ])('refused with %i %s are %s', (status, code, reason) => {
    expect(problemFor(retrieveOwnRoles, refused(status, code)).reason).toBe(reason);
  });
});
