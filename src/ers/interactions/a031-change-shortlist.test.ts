import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { extension, inDialect, ok, referralBody, refused, type Json } from '../answers.fixtures.ts';
import { interactions } from '../catalogue.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { ShortlistChange } from '../verbs/shortlisting.ts';
import { changeShortlist } from './a031-change-shortlist.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const change: ShortlistChange = {
  ubrn: '000049283317' as Ubrn,
  version: '6' as ReferralVersion,
  criteria: {
    priority: 'URGENT',
    clinicalTerm: { code: '698247007' },
    ageAndGenderAppropriate: false,
  },
  services: ['11002', '51002'],
  letterIntention: 'NOT_INTENDING_TO_ADD',
  reminderDays: 7,
};

function inState(code: string): Json {
  const state = [{ url: 'state', valueCoding: { code } }];
  const { extension: held, ...body } = referralBody();
  return {
    ...body,
    extension: [...(held as Json[]), extension('ReferralState-1', { extension: state })],
  };
}

describe('a change of the shortlist', () => {
  it('replaces the services under the version that was read', () => {
    expect(requestOf(changeShortlist, change)).toMatchObject({
      operation: 'A031',
      params: { ubrn: '000049283317' },
      ifMatch: '6',
      body: {
        parameter: [
          { name: 'intentionToAddReferralLetter', valueCoding: { code: 'NOT_INTENDING_TO_ADD' } },
          { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 7 },
          {
            name: 'shortlist',
            resource: {
              entry: [
                { item: { identifier: { value: '11002' } } },
                { item: { identifier: { value: '51002' } } },
              ],
            },
          },
        ],
      },
    });
  });

  it('is not to be had over HSCN', () => {
    expect(interactions.A031.build(change, 'hscn')).toEqual({
      refused: 'not-offered',
    });
  });

  const many = Array.from({ length: 21 }, (_, i) => String(11000 + i));

  it.each<[string, Partial<ShortlistChange>, string, string]>([
    ['no service', { services: [] }, 'field-required', 'shortlist'],
    ['21 services', { services: many }, 'too-many-services', 'shortlist'],
    ['a service twice', { services: ['11002', '11002'] }, 'duplicate-service', 'shortlist'],
    [
      'half a day until the reminder',
      { reminderDays: 0.5 },
      'field-wrong',
      'firstReminderLetterFollowUpDays',
    ],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    expect(requestOf(changeShortlist, { ...change, ...over })).toEqual({
      refused: refusedAs,
      field,
    });
  });

  it('comes back with the new shortlist', () => {
    expect(parsedBy(changeShortlist, change, ok(inState('NOT_BOOKED')))).toMatchObject({
      value: { version: '6', state: { code: 'NOT_BOOKED' }, shortlist: [{ id: '11008' }, {}] },
    });
  });

  it('is unreadable where e-RS gives a state that it does not have', () => {
    expect(parsedBy(changeShortlist, change, ok(inState('CHANGED')))).toMatchObject({
      problem: { reason: 'answer-not-readable' },
    });
  });

  it('is no success when the answer is another referral', () => {
    const other = { ...inState('NOT_BOOKED'), id: '000049283318' };
    expect(parsedBy(changeShortlist, change, ok(other))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'id' },
    });
  });

  it.each([
    [422, 'INVALID_REQUEST_STATE', 'wrong-state', 'after-reread'],
    [422, 'DUPLICATE_SERVICE', 'duplicate-service', 'never'],
    [409, undefined, 'referral-changed', 'after-reread'],
    [423, undefined, 'locked', 'after-reread'],
  ])('refused with %i %s is %s', (status, code, ...[reason, retry]) => {
    expect(problemFor(changeShortlist, refused(status, code))).toMatchObject({ reason, retry });
  });
});
