import { describe, expect, it } from 'vitest';
import type { AdviceVersion } from '../../domain/advice.ts';
import type { Priority } from '../../domain/criteria.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  concept,
  inDialect,
  ok,
  parsedBy,
  problemFor,
  referralBody,
  refused,
  requestOf,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { AdviceConversion } from '../verbs/advising.ts';
import { adviceAsRead } from './advice.fixtures.ts';
import { convertAdvice } from './a027-convert-advice.ts';

const indexed = '2026-10-16T09:40:00.000Z' as Instant;
const file = (url: string) => ({ url, indexed });
const conversion: AdviceConversion = {
  ...adviceAsRead,
  text: 'We shall see the patient.',
  priority: 'URGENT',
  comment: 'First free slot, please.',
  adviceFiles: [file('Binary/att-1-1')],
  reviewFiles: [file('Binary/att-1-2')],
};
const reason = 'PROVIDER_CONVERTED_ADVICE_AND_GUIDANCE_ADMIN_TO_REFER';
const waiting = appointmentBody({
  status: 'proposed',
  reason: [concept('eRS-ReviewOutcome-1', reason)],
  comment: 'First free slot, please.',
});
const parsed = (over: Json) =>
  parsedBy(convertAdvice, conversion, ok(referralBody({ id: '000049283320', ...over }, [waiting])));

describe('a request for advice that becomes a referral', () => {
  it('is named with its version in the body, and with files for either reader', () => {
    const request = requestOf(convertAdvice, conversion);
    expect(request).toMatchObject({
      operation: 'A027',
      params: {},
      body: {
        parameter: [
          {
            name: 'createFrom',
            valueReference: { reference: 'CommunicationRequest/000049283320/_history/5' },
          },
          { name: 'guidance', valueString: 'We shall see the patient.' },
          { name: 'newReferralPriority', valueCoding: { code: 'URGENT' } },
          { name: 'reviewComments', valueString: 'First free slot, please.' },
          {
            name: 'guidanceAttachmentFile',
            resource: { type: { coding: [{ code: 'GUIDANCE_RESPONSE' }] } },
          },
          { name: 'reviewAttachmentFile', resource: { type: { coding: [{ code: 'PROVIDER' }] } } },
        ],
      },
    });
    expect(request).not.toHaveProperty('ifMatch');
  });

  const long = 'x'.repeat(2001);

  it.each<[string, Partial<AdviceConversion>, string, string]>([
    ['no UBRN', { ubrn: '' as Ubrn }, 'field-required', 'createFrom'],
    ['no version', { version: '' as AdviceVersion }, 'field-required', 'createFrom'],
    ['no message', { text: '' }, 'field-required', 'guidance'],
    ['too long a message', { text: long }, 'text-too-long', 'guidance'],
    ['no comment', { comment: '' }, 'field-required', 'reviewComments'],
    ['too long a comment', { comment: long }, 'text-too-long', 'reviewComments'],
    ['no priority', { priority: '' as Priority }, 'field-required', 'newReferralPriority'],
    [
      'a file from elsewhere',
      { adviceFiles: [file('https://evil.test/1')] },
      'field-wrong',
      'guidanceAttachmentFile',
    ],
    [
      'one file of both kinds',
      { reviewFiles: [file('Binary/att-1-1')] },
      'field-wrong',
      'reviewAttachmentFile',
    ],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(convertAdvice, { ...conversion, ...over })).toMatchObject({
      refused: refusedAs,
      field,
    });
  });

  it('may have a longer message over the platform, but no longer comment', () => {
    const { requestOf: onPlatform } = inDialect(apiPlatform);
    expect(onPlatform(convertAdvice, { ...conversion, text: long })).toHaveProperty('operation');
    expect(onPlatform(convertAdvice, { ...conversion, comment: long })).toEqual({
      refused: 'text-too-long',
      field: 'reviewComments',
      limit: 2000,
    });
  });

  it('comes back as a referral of the same UBRN, which the provider is to book', () => {
    expect(parsed({ meta: { versionId: '9' } })).toMatchObject({
      value: {
        ubrn: '000049283320',
        version: '9',
        state: { code: 'TRIAGED_PROVIDER_TO_ACTION', reason: { code: reason } },
        appointment: { comment: 'First free slot, please.' },
      },
    });
  });

  it('is unreadable without a patient', () => {
    expect(parsed({ subject: {} })).toMatchObject({ problem: { field: 'subject.identifier' } });
  });

  it('is no success when the referral is another', () => {
    expect(parsed({ id: '000049283321' })).toMatchObject({ problem: { field: 'id' } });
  });

  it.each([
    [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
    [422, 'INAPPROPRIATE_VALUE', 'field-wrong'],
    [409, undefined, 'referral-changed'],
    [404, undefined, 'not-found'],
  ])('refused with %i %s is %s', (status, code, why) => {
    expect(problemFor(convertAdvice, refused(status, code))).toMatchObject({ reason: why });
  });
});
