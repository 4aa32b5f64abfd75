import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { appointmentBody, inDialect, ok, referralBody, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import { acceptReferral } from './a013-accept-referral.ts';

const { parsedBy, problemFor, requestOf } = inDialect(hscn);
const asked = { ubrn: '000049283317' as Ubrn, version: '9' as ReferralVersion };

describe('accepting a referral', () => {
  it.each([hscn, apiPlatform])('sends nothing but the version that was read ($name)', (dialect) => {
    const request = inDialect(dialect).requestOf(acceptReferral, asked);
    const route = 'refused' in request ? undefined : dialect.route(request);
    expect(request).not.toHaveProperty('body');
    expect(route).toMatchObject({ method: 'POST', headers: { 'If-Match': 'W/"9"' } });
    expect(route?.path).toContain('/ReferralRequest/000049283317/');
    expect(requestOf(acceptReferral, asked)).toMatchObject({ operation: 'A013' });
  });

  it('gives the referral, still booked, in its new version', () => {
    const body = referralBody({ meta: { versionId: '10' } }, [appointmentBody()]);
    expect(parsedBy(acceptReferral, asked, ok(body, { etag: 'W/"10"' }))).toMatchObject({
      ok: true,
      value: { version: '10', state: { code: 'BOOKED' } },
    });
  });

  it('is not done to another referral', () => {
    const another = ok(referralBody({ id: '000049283318' }));
    expect(parsedBy(acceptReferral, asked, another)).toMatchObject({ problem: { field: 'id' } });
  });

  it('is unreadable without the patient', () => {
    expect(parsedBy(acceptReferral, asked, ok(referralBody({ subject: {} })))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'subject.identifier' },
    });
  });

  it.each([
    [422, 'INVALID_REQUEST_STATE', 'wrong-state', 'after-reread'],
    [422, 'NO_RELATIONSHIP', 'no-relationship', 'never'],
    [409, undefined, 'referral-changed', 'after-reread'],
    [423, undefined, 'locked', 'after-reread'],
  ])('refused with %i %s is %s', (status, code, ...[reason, retry]) => {
    expect(problemFor(acceptReferral, refused(status, code))).toMatchObject({ reason, retry });
  });
});
