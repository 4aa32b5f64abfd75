import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { Priority } from '../../domain/criteria.ts';
import {
  concept,
  inDialect,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { AdviceGiven } from '../verbs/advising.ts';
import {
  adviceAsRead,
  adviceBody,
  fileBody,
  messageBody,
  payload,
  roleBody,
  sentBody,
} from './advice.fixtures.ts';
import { sendAdvice } from './a026-send-advice.ts';

const indexed = '2026-10-16T09:40:00.000Z' as Instant;
const advice: AdviceGiven = {
  ...adviceAsRead,
  text: 'Start a beta blocker.',
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
  recommendation: 'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
  priority: 'ROUTINE',
};
const question: AdviceGiven = {
  ...advice,
  outcome: 'REQUIRE_FURTHER_INFORMATION',
  recommendation: undefined,
};
const link = (url: string, label: string): string =>
  `<a href="${url}" target="_blank">${label}</a>`;
const answer = (request: Json, message: Json) =>
  ok(sentBody('updatedCommunicationRequest', request, message));

describe('a message to a referrer', () => {
  it('with advice says what is recommended, under the version that was read', () => {
    const files = [{ url: 'Binary/att-1-2', description: 'Trace', indexed }];
    expect(requestOf(sendAdvice, { ...advice, files })).toMatchObject({
      operation: 'A026',
      params: { ubrn: '000049283320' },
      ifMatch: '5',
      body: {
        parameter: [
          { name: 'guidanceOutcome', valueCoding: { code: 'RETURN_TO_REFERRER_WITH_ADVICE' } },
          {
            name: 'guidanceIntendedRecommendation',
            valueCoding: { code: 'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED' },
          },
          { name: 'guidance', valueString: 'Start a beta blocker.' },
          { name: 'updatedPriority', valueCoding: { code: 'ROUTINE' } },
          {
            name: 'guidanceAttachmentFile',
            resource: {
              type: { coding: [{ code: 'GUIDANCE_RESPONSE' }] },
              content: [{ attachment: { url: 'Binary/att-1-2' } }],
            },
          },
        ],
      },
    });
  });

  it('with a question recommends nothing', () => {
    expect(requestOf(sendAdvice, question)).toMatchObject({
      body: {
        parameter: [
          { name: 'guidanceOutcome', valueCoding: { code: 'REQUIRE_FURTHER_INFORMATION' } },
          { name: 'guidance' },
          { name: 'updatedPriority' },
        ],
      },
    });
  });

  const recommendation = 'guidanceIntendedRecommendation';
  const twice = [
    { url: 'Binary/att-1-2', indexed },
    { url: 'Binary/att-1-2', indexed },
  ];

  it.each<[string, AdviceGiven, string, string]>([
    ['no text', { ...advice, text: ' ' }, 'field-required', 'guidance'],
    ['too long a text', { ...advice, text: 'x'.repeat(2001) }, 'text-too-long', 'guidance'],
    [
      'a link of its own making',
      { ...advice, text: '<a href="javascript:x()">x</a>' },
      'field-wrong',
      'guidance',
    ],
    [
      'advice and no recommendation',
      { ...advice, recommendation: undefined },
      'field-required',
      recommendation,
    ],
    [
      'a question and a recommendation',
      { ...question, recommendation: 'OTHER' },
      'field-not-permitted',
      recommendation,
    ],
    [
      'a recommendation of another kind',
      { ...advice, recommendation: 'REST' as 'OTHER' },
      'field-wrong',
      recommendation,
    ],
    [
      'an outcome that is for reading only',
      { ...question, outcome: 'PROVIDER_CONVERTED' as 'REQUIRE_FURTHER_INFORMATION' },
      'field-wrong',
      'guidanceOutcome',
    ],
    ['no priority', { ...advice, priority: '' as Priority }, 'field-required', 'updatedPriority'],
    ['a file twice', { ...advice, files: twice }, 'field-wrong', 'guidanceAttachmentFile'],
  ])('with %s is not sent', (_, broken, ...[refusedAs, field]) => {
    expect(requestOf(sendAdvice, broken)).toMatchObject({ refused: refusedAs, field });
  });

  it('may be four times as long over the platform, and no longer', () => {
    const { requestOf: onPlatform } = inDialect(apiPlatform);
    const ofLength = (length: number) => ({ ...advice, text: 'x'.repeat(length) });
    expect(requestOf(sendAdvice, ofLength(2000))).toHaveProperty('operation');
    expect(onPlatform(sendAdvice, ofLength(8000))).toHaveProperty('operation');
    expect(onPlatform(sendAdvice, ofLength(8001))).toHaveProperty('refused', 'text-too-long');
  });

  it('may have links in the one shape that there is', () => {
    const text = `See ${link('https://www.nice.org.uk', 'NICE')}.`;
    expect(requestOf(sendAdvice, { ...advice, text })).toMatchObject({
      body: { parameter: [{}, {}, { valueString: text }, {}] },
    });
  });

  it('comes back as it was stored, with whose turn it is and the version from the body', () => {
    const returned = concept('eRS-AdviceAndGuidanceStatus-1', 'REFERRER_TO_REVIEW_RESPONSE');
    const request = adviceBody({ meta: { versionId: '8' }, category: [returned] });
    const contained = [roleBody('answering', '103264994981'), fileBody('file')];
    const message = messageBody({ contained, ...payload('#file') }, '#answering');
    expect(parsedBy(sendAdvice, advice, answer(request, message))).toMatchObject({
      value: {
        request: { version: '8', category: 'REFERRER_TO_REVIEW_RESPONSE' },
        message: {
          sender: { sdsUserId: '103264994981' },
          files: [{ kind: 'GUIDANCE_RESPONSE' }],
          untoldFiles: 0,
        },
      },
    });
  });

  it.each<[string, Json, Json]>([
    [
      'parameter.updatedCommunicationRequest[0].resource.meta.versionId',
      adviceBody({ meta: {} }),
      messageBody(),
    ],
    [
      'parameter.createdCommunication[0].resource.sent',
      adviceBody(),
      messageBody({ sent: undefined }),
    ],
  ])('is unreadable without %s', (field, request, message) => {
    expect(parsedBy(sendAdvice, advice, answer(request, message))).toMatchObject({
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it('is no success when the answer is about another request', () => {
    const another = answer(adviceBody({ id: '000049283321' }), messageBody());
    expect(parsedBy(sendAdvice, advice, another)).toMatchObject({ problem: { field: 'id' } });
  });

  it.each([
    [422, 'UNSUPPORTED_PRIORITY', 'priority-not-supported'],
    [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
    [422, 'INVALID_STATE', 'file-in-use'],
    [422, 'DUPLICATE_FILENAME', 'duplicate-file-name'],
    [409, undefined, 'referral-changed'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(sendAdvice, refused(status, code))).toMatchObject({ reason });
  });

  it('refused for a field is told which one', () => {
    const answered = refused(422, 'UNSUPPORTED_PRIORITY', "'updatedPriority' is not supported.");
    expect(problemFor(sendAdvice, answered)).toMatchObject({ field: 'updatedPriority' });
  });
});
