import { describe, expect, it } from 'vitest';
import { inDialect, ok, origin, proxySays, refused, TRANSACTION } from './answers.fixtures.ts';
import { apiPlatform } from './dialects/api-platform.ts';
import { retrieveReferral } from './interactions/a005-retrieve-referral.ts';
import { localProblem, problemOfAnswer, problemOfShape, problemOfSilence } from './problems.ts';
import type { ErsResponse } from './transport.ts';

const problemOf = (answer: ErsResponse) => problemOfAnswer(answer, {}, origin);

describe('the problem in an answer of e-RS', () => {
  it('carries the code, the transaction and the correlation', () => {
    expect(problemOf(refused(422, 'MISSING_VALUE', "'comment' is missing."))).toEqual({
      reason: 'field-required',
      source: 'e-rs',
      httpStatus: 422,
      ersCode: 'MISSING_VALUE',
      field: 'comment',
      transactionId: TRANSACTION,
      correlationId: 'c-1',
      retry: 'never',
    });
  });

  it('keeps a code that nobody knows', () => {
    for (const status of [400, 422]) {
      expect(problemOf(refused(status, 'BRAND_NEW'))).toMatchObject({
        reason: 'not-understood',
        ersCode: 'BRAND_NEW',
      });
    }
  });

  it('is told by the status where the code is unknown and the status says more', () => {
    expect(problemOf(refused(409, 'BRAND_NEW'))).toMatchObject({
      reason: 'referral-changed',
      ersCode: 'BRAND_NEW',
    });
  });

  it.each(['constructor', '__proto__', 'toString'])('takes no code %s for a known one', (code) => {
    expect(problemOf(refused(422, code))).toMatchObject({ reason: 'not-understood' });
  });

  it.each([
    [400, 'bad-request', 'never'],
    [401, 'session-ended', 'never'],
    [403, 'session-ended', 'never'],
    [404, 'not-found', 'never'],
    [405, 'bad-request', 'never'],
    [409, 'referral-changed', 'after-reread'],
    [410, 'gone', 'never'],
    [412, 'precondition-failed', 'never'],
    [416, 'page-out-of-range', 'after-reread'],
    [418, 'not-understood', 'never'],
    [422, 'not-understood', 'never'],
    [423, 'locked', 'after-reread'],
    [429, 'too-many-requests', 'back-off'],
    [500, 'ers-failed', 'back-off'],
    [502, 'upstream-failed', 'back-off'],
    [503, 'ers-unavailable', 'back-off'],
    [504, 'upstream-failed', 'back-off'],
  ])('without a body is what %i means: %s', (status, reason, retry) => {
    expect(problemOf(refused(status))).toMatchObject({ reason, retry, httpStatus: status });
  });

  it('is forbidden, not a lost session, where 403 says why', () => {
    expect(problemOf(refused(403, 'FORBIDDEN')).reason).toBe('forbidden');
    expect(problemOf(refused(403, 'NO_RELATIONSHIP')).reason).toBe('no-relationship');
  });

  it('is forbidden where 403 says nothing in a dialect without sessions', () => {
    const { problemFor } = inDialect(apiPlatform);
    expect(problemFor(retrieveReferral, refused(403)).reason).toBe('forbidden');
  });

  it('takes the first issue that it understands', () => {
    const coded = (code: string) => ({ details: { coding: [{ code }] } });
    const issue = [{ diagnostics: 'first' }, coded('NEW'), coded('PATIENT_ERROR')];
    const answer = { ...ok({ resourceType: 'OperationOutcome', issue }), status: 422 };
    expect(problemOf(answer)).toMatchObject({ reason: 'patient-error' });
  });
});

describe('the field at fault', () => {
  it.each([
    ["'parameter[2]/resource/parameter[1]' (postcode) unknown", 'postcode'],
    ['Parameter.parameter[2].resource.distanceLimit: "distanceLimit" not allowed', 'distanceLimit'],
    ["'parameter[0].shortlist[3]' is missing", 'shortlist'],
    ['clinicType must not be given without a specialty', 'clinicType'],
    ['Header `X-ERS-XAPI-COMM-RULE-ORG` is missing', 'X-ERS-XAPI-COMM-RULE-ORG'],
  ])('is read from: %s', (diagnostics, field) => {
    expect(problemOf(refused(422, 'INVALID_VALUE', diagnostics)).field).toBe(field);
  });

  it('is read from the location before the words', () => {
    const details = { coding: [{ code: 'INVALID_VALUE' }] };
    const issue = [{ details, location: ['Parameters.priority'], diagnostics: "'postcode'" }];
    const answer = { ...ok({ resourceType: 'OperationOutcome', issue }), status: 422 };
    expect(problemOf(answer).field).toBe('priority');
  });

  it.each(["'9990123454' is unknown", "'Hargreaves' is no patient", 'The patient has moved'])(
    'is never a value or a word of prose: %s',
    (diagnostics) => {
      expect(problemOf(refused(422, 'INVALID_VALUE', diagnostics)).field).toBeUndefined();
    },
  );
});

describe('the problem in an answer of the proxy', () => {
  it('is the proxy’s, not one of e-RS', () => {
    expect(problemOf(proxySays(409, 'wrong-patient', 'not-forwarded'))).toMatchObject({
      reason: 'wrong-patient',
      source: 'proxy',
      correlationId: 'c-1',
      retry: 'never',
    });
  });

  it('says so when an earlier one is still in flight', () => {
    const { reason } = problemOf(proxySays(409, 'x', 'in-flight'));
    expect(reason).toBe('still-in-flight');
  });

  it('that nothing was forwarded may be sent again after a while', () => {
    expect(problemOf(proxySays(502, 'ers-unreachable', 'not-forwarded'))).toMatchObject({
      reason: 'ers-unreachable',
      retry: 'back-off',
    });
  });

  it('is the proxy’s also without a mark', () => {
    expect(problemOf(proxySays(504, 'no-answer'))).toMatchObject({
      reason: 'no-answer',
      source: 'proxy',
    });
  });

  it('of a reason it cannot have is a refusal', () => {
    expect(problemOf(proxySays(500, '<script>', 'not-forwarded')).reason).toBe('proxy-refused');
  });

  it('replayed from its store is e-RS’s own', () => {
    const answer = refused(409, 'VERSION_CONFLICT');
    const replayed = { ...answer, headers: { ...answer.headers, 'ers-proxy': 'replayed' } };
    expect(problemOf(replayed)).toMatchObject({ source: 'e-rs', reason: 'referral-changed' });
  });
});

describe('a problem without an answer', () => {
  it('may be tried again after a while', () => {
    expect(problemOfSilence('no-answer', origin)).toEqual({
      reason: 'no-answer',
      source: 'network',
      correlationId: 'c-1',
      retry: 'back-off',
    });
  });

  it('of our own check names its field', () => {
    expect(localProblem(origin, { refused: 'field-wrong', field: 'page' })).toMatchObject({
      source: 'local',
      field: 'page',
    });
    expect(localProblem(origin, { refused: 'not-offered' }).source).toBe('not-offered');
  });

  it('says what it is about', () => {
    const ofAdvice = { ...origin, about: 'advice' } as const;
    expect(problemOfSilence('timed-out', ofAdvice).about).toBe('advice');
    expect(localProblem(ofAdvice, { refused: 'field-wrong' }).about).toBe('advice');
  });

  it('of an answer that broke off may be tried again, of a wrong one not', () => {
    expect(problemOfShape({ ...ok({}), unreadable: true }, 'id', origin).retry).toBe('back-off');
    expect(problemOfShape(ok({}), 'id', origin).retry).toBe('never');
  });

  it.each([400, 404, 409, 422])(
    'of a refusal with %i that broke off is not asked again',
    (status) => {
      const broken = { ...refused(status), body: undefined, unreadable: true };
      expect(problemOfAnswer(broken, {}, origin).retry).not.toBe('back-off');
    },
  );
});
