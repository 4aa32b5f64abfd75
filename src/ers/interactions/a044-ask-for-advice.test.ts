import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import { inDialect, ok, refused, type Json } from '../answers.fixtures.ts';
import { interactions } from '../catalogue.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { NewAdviceRequest } from '../verbs/advising.ts';
import { adviceBody, messageBody, sentBody } from './advice.fixtures.ts';
import { askForAdvice } from './a044-ask-for-advice.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const indexed = '2026-10-16T09:40:00.000Z' as Instant;
const asked: NewAdviceRequest = {
  patient: '9990123454' as NhsNumber,
  criteria: {
    priority: 'ROUTINE',
    clinicalTerm: { code: '698247007' },
    ageAndGenderAppropriate: true,
  },
  serviceId: '11014',
  text: 'Is a beta blocker safe here?',
  mayConvert: false,
};
const parsed = (request: Json) =>
  parsedBy(
    askForAdvice,
    asked,
    ok(sentBody('createdCommunicationRequest', request, messageBody())),
  );

describe('a new request for advice', () => {
  it('asks one service, with its files, and says whether it may become a referral', () => {
    const referringClinician = '021600556514';
    const files = [{ url: 'Binary/e1015896-92f4-4073-ad3c-5f30fca76448', indexed }];
    const request = requestOf(askForAdvice, { ...asked, referringClinician, files });
    expect(request).toMatchObject({
      operation: 'A044',
      params: {},
      body: {
        parameter: [
          { name: 'patient', valueIdentifier: { value: '9990123454' } },
          { name: 'referringClinician', valueIdentifier: { value: '021600556514' } },
          {
            name: 'providerConversionAuthorisation',
            valueCoding: { code: 'NOT_AUTHORISED_TO_CONVERT' },
          },
          {
            name: 'shortlist',
            resource: {
              contained: [{ resourceType: 'Parameters' }],
              entry: [{ item: { identifier: { value: '11014' } } }],
            },
          },
          { name: 'request', valueString: 'Is a beta blocker safe here?' },
          {
            name: 'requestAttachmentFile',
            resource: { type: { coding: [{ code: 'ADVICE_REQUEST' }] } },
          },
        ],
      },
    });
    expect(requestOf(askForAdvice, { ...asked, mayConvert: true })).toMatchObject({
      body: { parameter: [{}, { valueCoding: { code: 'AUTHORISED_TO_CONVERT' } }, {}, {}] },
    });
  });

  it('is not to be had over HSCN', () => {
    expect(interactions.A044.build(asked, 'hscn')).toEqual({
      refused: 'not-offered',
    });
  });

  it.each<[string, Partial<NewAdviceRequest>, string, string]>([
    ['a patient without a number', { patient: '1' as NhsNumber }, 'nhs-number-wrong', 'patient'],
    [
      'a clinician without a number',
      { referringClinician: '1' },
      'field-wrong',
      'referringClinician',
    ],
    ['a service that is no number', { serviceId: '' }, 'field-wrong', 'shortlist'],
    [
      'criteria that find nothing',
      { criteria: { priority: 'ROUTINE', ageAndGenderAppropriate: true } },
      'criteria-missing',
      'searchCriteria',
    ],
    ['no question', { text: '' }, 'field-required', 'request'],
    ['too long a question', { text: 'x'.repeat(8001) }, 'text-too-long', 'request'],
    ['a link of its own making', { text: '<a href=x>x</a>' }, 'field-wrong', 'request'],
    [
      'a file that is not stored',
      { files: [{ url: 'ECG.pdf', indexed }] },
      'field-wrong',
      'requestAttachmentFile',
    ],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(askForAdvice, { ...asked, ...over })).toMatchObject({
      refused: refusedAs,
      field,
    });
  });

  it('with 8,000 characters is sent', () => {
    const request = requestOf(askForAdvice, { ...asked, text: 'x'.repeat(8000) });
    expect(request).toHaveProperty('operation', 'A044');
  });

  it('comes back with its UBRN, its version and its first message', () => {
    expect(parsed(adviceBody({ meta: { versionId: '1' } }))).toMatchObject({
      value: {
        request: { ubrn: '000049283320', version: '1', category: 'PROVIDER_RESPONSE_REQUIRED' },
        message: { text: [{ kind: 'text' }] },
      },
    });
  });

  it('is unreadable without its message', () => {
    const body = sentBody('createdCommunicationRequest', adviceBody(), { resourceType: 'Task' });
    expect(parsedBy(askForAdvice, asked, ok(body))).toMatchObject({
      problem: {
        reason: 'answer-not-readable',
        field: expect.stringMatching(/^parameter\.createdCommunication\[0\]\./) as string,
      },
    });
  });

  it('is no success when the answer is about somebody else, and does not name them', () => {
    const result = parsed(adviceBody({ subject: { identifier: { value: '9990348715' } } }));
    expect(result).toMatchObject({ problem: { reason: 'wrong-patient' } });
    expect(JSON.stringify(result)).not.toContain('9990348715');
  });

  it.each([
    ['TOO_MANY_ITEMS', 'too-many-services'],
    ['SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'service-not-in-results'],
    ['NO_REG_GP_PRACTICE', 'no-registered-practice'],
    ['REFERENCE_NOT_FOUND', 'reference-not-found'],
    // Not among its codes: it is of whatever e-RS says, and not known to be of a file.
    ['INVALID_STATE', 'wrong-state'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(askForAdvice, refused(422, code))).toMatchObject({ reason });
  });
});
