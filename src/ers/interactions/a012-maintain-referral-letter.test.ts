import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  letterBody,
  ok,
  parsedBy,
  problemFor,
  referralBody,
  refused,
  requestOf,
} from '../answers.fixtures.ts';
import type { LetterSet } from '../verbs/referring.ts';
import { maintainReferralLetters } from './a012-maintain-referral-letter.ts';

const indexed = '2026-10-16T09:40:00.000Z' as Instant;
const set: LetterSet = {
  ubrn: '000049283317' as Ubrn,
  version: '6' as ReferralVersion,
  letters: [
    { url: 'Binary/att-49283317-7', description: 'Letter', indexed },
    { url: 'Binary/att-49283317-8', description: '', indexed },
  ],
};
const withLetters = (...urls: string[]): LetterSet => ({
  ...set,
  letters: urls.map((url) => ({ url, indexed })),
});

describe('the letters of a referral', () => {
  it('are sent as a whole set, under the version that was read', () => {
    const request = requestOf(maintainReferralLetters, set);
    expect(request).toMatchObject({
      operation: 'A012',
      params: { ubrn: '000049283317' },
      ifMatch: '6',
      body: {
        parameter: [
          {
            name: 'referralLetterFile',
            resource: {
              status: 'current',
              type: { coding: [{ code: 'REFERRER' }] },
              indexed,
              description: 'Letter',
              content: [{ attachment: { url: 'Binary/att-49283317-7' } }],
            },
          },
          { resource: { content: [{ attachment: { url: 'Binary/att-49283317-8' } }] } },
        ],
      },
    });
    expect(JSON.stringify(request)).not.toContain('"description":""');
  });

  it.each<[string, LetterSet, string]>([
    ['no file', withLetters(), 'field-required'],
    ['a file twice', withLetters('Binary/a', 'Binary/a'), 'field-wrong'],
    ['a file from elsewhere', withLetters('https://evil.test/Binary/a'), 'field-wrong'],
  ])('with %s are not sent', (_, broken, refusedAs) => {
    expect(requestOf(maintainReferralLetters, broken)).toEqual({
      refused: refusedAs,
      field: 'referralLetterFile',
    });
  });

  it('come back with the new version', () => {
    const body = referralBody({ meta: { versionId: '9' } }, [letterBody()]);
    expect(parsedBy(maintainReferralLetters, set, ok(body))).toMatchObject({
      value: { version: '9', letters: [{ url: 'Binary/att-49283317-7' }] },
    });
  });

  it('are unreadable where a file has no name', () => {
    const body = referralBody({}, [letterBody({ content: [{ attachment: { url: 'Binary/7' } }] })]);
    expect(parsedBy(maintainReferralLetters, set, ok(body))).toMatchObject({
      problem: { field: 'contained[2].content[0].attachment.title' },
    });
  });

  it.each([
    [409, 'VERSION_CONFLICT', 'referral-changed', 'after-reread'],
    [423, 'REFERRAL_LOCKED', 'locked', 'after-reread'],
    [422, 'DUPLICATE_FILENAME', 'duplicate-file-name', 'never'],
    [422, 'INVALID_STATE', 'file-in-use', 'never'],
    [422, 'NO_CHANGES_DETECTED', 'no-changes', 'after-reread'],
    [422, 'REFERENCE_NOT_FOUND', 'reference-not-found', 'never'],
    [412, undefined, 'precondition-failed', 'never'],
  ])('refused with %i %s are %s', (status, code, ...[reason, retry]) => {
    expect(problemFor(maintainReferralLetters, refused(status, code))).toMatchObject({
      reason,
      retry,
    });
  });
});
