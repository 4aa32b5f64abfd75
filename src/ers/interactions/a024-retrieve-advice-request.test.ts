import { describe, expect, it } from 'vitest';
import {
  concept,
  extension,
  inDialect,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import { adviceAsRead, adviceBody, fileBody, payload } from './advice.fixtures.ts';
import { retrieveAdviceRequest } from './a024-retrieve-advice-request.ts';

const { ubrn } = adviceAsRead;
const parsed = (body: Json, headers = {}) =>
  parsedBy(retrieveAdviceRequest, ubrn, ok(body, headers));

describe('a request for advice', () => {
  it('is asked for by its UBRN', () => {
    expect(requestOf(retrieveAdviceRequest, ubrn)).toEqual({ operation: 'A024', params: { ubrn } });
  });

  it.each([
    ['hscn', hscn],
    ['api-platform', apiPlatform],
  ])('is told in full over %s', (_, dialect) => {
    const answer = ok(adviceBody());
    expect(inDialect(dialect).parsedBy(retrieveAdviceRequest, ubrn, answer)).toEqual({
      ok: true,
      value: {
        ubrn: '000049283320',
        version: '5',
        patient: '9990123454',
        status: 'active',
        category: 'PROVIDER_RESPONSE_REQUIRED',
        priority: 'ROUTINE',
        specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
        service: { id: '11014', name: 'Cardiology Advice' },
        criteria: expect.objectContaining({ priority: 'ROUTINE' }) as object,
        mayConvert: true,
        requester: {
          sdsUserId: '021600556514',
          odsCode: 'R69',
          businessFunction: 'REFERRING_CLINICIAN',
        },
        files: [],
      },
    });
  });

  it('may leave out what HSCN leaves out', () => {
    const bare = adviceBody({ extension: [], contained: undefined });
    expect(parsed(bare)).toMatchObject({
      value: { service: { id: '11014' }, mayConvert: undefined, requester: undefined, files: [] },
    });
  });

  it('may be forbidden to become a referral', () => {
    const forbidden = { valueCoding: { code: 'NOT_AUTHORISED_TO_CONVERT' } };
    const body = adviceBody({
      extension: [extension('ProviderConversionAuthorisation-1', forbidden)],
    });
    expect(parsed(body)).toMatchObject({ value: { mayConvert: false } });
  });

  it.each([
    'PROVIDER_RESPONSE_REQUIRED',
    'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
    'REFERRER_TO_REVIEW_RESPONSE',
    'CONVERSATION_ENDED_CANCELLED',
    'CONVERSATION_ENDED_CLOSED',
    'ADVICE_CONVERTED',
    'OF_NEXT_YEAR',
  ])('passes its category on: %s', (category) => {
    const body = adviceBody({ category: [concept('eRS-AdviceAndGuidanceStatus-1', category)] });
    expect(parsed(body)).toMatchObject({ value: { category } });
  });

  it('has the files that a clinical system added', () => {
    const body = adviceBody(payload('#f1', '#f2'), [fileBody('f1'), fileBody('f2')]);
    expect(parsed(body)).toMatchObject({
      value: { files: [{ name: 'Referral letter.pdf', availability: 'AVAILABLE' }, {}] },
    });
  });

  it('takes its version from the ETag only where the body has none', () => {
    const etag = { etag: 'W/"7"' };
    expect(parsed(adviceBody(), etag)).toMatchObject({ value: { version: '5' } });
    expect(parsed(adviceBody({ meta: {} }), etag)).toMatchObject({ value: { version: '7' } });
    expect(parsed(adviceBody({ meta: {} }))).toMatchObject({
      problem: { field: 'meta.versionId' },
    });
  });

  it.each<[string, Json, string]>([
    ['a patient', { subject: {} }, 'subject.identifier'],
    ['a service', { recipient: [] }, 'recipient[0]'],
    ['a category', { category: undefined }, 'category'],
    ['the files of a resource that it is not', { resourceType: 'Task' }, 'resourceType'],
    ['the shortlist that it names', { contained: [] }, 'contained'],
  ])('is unreadable without %s', (_, over, field) => {
    expect(parsed(adviceBody(over))).toMatchObject({
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it('is no success when it is another', () => {
    expect(parsed(adviceBody({ id: '000049283321' }))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'id' },
    });
  });

  it.each([
    [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
    [422, 'NO_RELATIONSHIP', 'no-relationship'],
    [422, 'PATIENT_ERROR', 'patient-error'],
    [404, undefined, 'not-found'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(retrieveAdviceRequest, refused(status, code))).toMatchObject({ reason });
  });
});
