import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  concept,
  inDialect,
  ok,
  referralBody,
  refused,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import type { Review } from '../verbs/reviewing.ts';
import { recordReviewOutcome } from './a028-record-review-outcome.ts';

const { parsedBy, problemFor, requestOf } = inDialect(hscn);
const indexed = '2026-10-16T09:40:00.000Z' as Instant;
const advice: Review = {
  ubrn: '000049283317' as Ubrn,
  version: '9' as ReferralVersion,
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
  comment: 'Repeat the ECG in three months',
};
const acceptance: Review = {
  ...advice,
  outcome: 'ACCEPT_REFER_BOOK_LATER',
  priority: 'URGENT',
};
const file = { url: 'Binary/att-49283317-8', indexed };

describe('the outcome of a review', () => {
  it.each([hscn, apiPlatform])('goes back as advice, without a priority ($name)', (dialect) => {
    const request = inDialect(dialect).requestOf(recordReviewOutcome, advice);
    expect('refused' in request || dialect.route(request)).toHaveProperty(
      'headers.If-Match',
      'W/"9"',
    );
    expect(request).toMatchObject({
      body: {
        parameter: [
          {
            name: 'reviewOutcome',
            valueCoding: {
              system: 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-ReviewOutcome-1',
              code: 'RETURN_TO_REFERRER_WITH_ADVICE',
            },
          },
          { name: 'reviewComments', valueString: 'Repeat the ECG in three months' },
        ],
      },
    });
    expect(request).toHaveProperty('body.parameter.length', 2);
  });

  it('is acceptance with a priority, and with the files of the provider', () => {
    expect(requestOf(recordReviewOutcome, { ...acceptance, files: [file] })).toMatchObject({
      body: {
        parameter: [
          { valueCoding: { code: 'ACCEPT_REFER_BOOK_LATER' } },
          { name: 'reviewComments' },
          { name: 'reviewPriority', valueCoding: { code: 'URGENT' } },
          {
            name: 'reviewAttachmentFile',
            resource: { type: { coding: [{ code: 'PROVIDER' }] } },
          },
        ],
      },
    });
  });

  it.each<[string, Review, object]>([
    [
      'that only e-RS records',
      { ...advice, outcome: 'CANCEL_APPOINTMENT_ACTION_LATER' as Review['outcome'] },
      { refused: 'field-wrong', field: 'reviewOutcome' },
    ],
    [
      'without a comment',
      { ...advice, comment: ' ' },
      { refused: 'field-required', field: 'reviewComments' },
    ],
    [
      'with more than 2,000 characters',
      { ...advice, comment: 'x'.repeat(2001) },
      { refused: 'text-too-long', field: 'reviewComments', limit: 2000 },
    ],
    [
      'that accepts without a priority',
      { ...acceptance, priority: undefined },
      { refused: 'field-required', field: 'reviewPriority' },
    ],
    [
      'with a priority that is none',
      { ...advice, priority: 'SOON' as 'URGENT' },
      { refused: 'field-wrong', field: 'reviewPriority' },
    ],
    [
      'with a file twice',
      { ...advice, files: [file, file] },
      { refused: 'field-wrong', field: 'reviewAttachmentFile' },
    ],
    [
      'with a file of more than 200 characters of description',
      { ...advice, files: [{ ...file, description: 'x'.repeat(201) }] },
      { refused: 'text-too-long', field: 'description', limit: 200 },
    ],
  ])('is not sent as one %s', (_, review, refusal) => {
    expect(requestOf(recordReviewOutcome, review)).toEqual(refusal);
  });

  it('gives the referral with what was decided', () => {
    const reason = [concept('eRS-ReviewOutcome-1', 'RETURN_TO_REFERRER_WITH_ADVICE')];
    const body = referralBody({}, [appointmentBody({ status: 'proposed', reason })]);
    expect(parsedBy(recordReviewOutcome, advice, ok(body))).toMatchObject({
      value: { state: { code: 'TRIAGE_RESPONSE' } },
    });
    const another = ok(referralBody({ id: '000049283318' }));
    expect(parsedBy(recordReviewOutcome, advice, another)).toMatchObject({
      problem: { field: 'id' },
    });
  });

  it('is unreadable with an appointment of no service', () => {
    const body = referralBody({}, [appointmentBody({ participant: [] })]);
    expect(parsedBy(recordReviewOutcome, advice, ok(body))).toMatchObject({
      problem: { field: 'contained[2].participant' },
    });
  });

  it.each([
    ['PRIORITY_NOT_CURRENT', 'priority-not-current'],
    ['INVALID_STATE', 'file-in-use'],
    ['INVALID_REQUEST_STATE', 'wrong-state'],
    ['DUPLICATE_FILENAME', 'duplicate-file-name'],
  ])('refused with %s is %s', (code, said) => {
    expect(problemFor(recordReviewOutcome, refused(422, code)).reason).toBe(said);
  });
});
