import { describe, expect, it } from 'vitest';
import { nextPageOf } from './bundles.ts';
import { parseReference } from './references.ts';

describe('a reference', () => {
  it('is read with its version, and without the base that a server puts before it', () => {
    expect(parseReference('ReferralRequest/000049283317/_history/8')).toEqual({
      type: 'ReferralRequest',
      id: '000049283317',
      version: '8',
    });
    expect(parseReference('https://ers-api:445/STU3/v1/Slot/12')).toMatchObject({ id: '12' });
  });

  it.each(['', '#appointment', 'Slot/', 'Slot/1?x=2', 'Slot/../1/_history/', 'Slot/a b'])(
    'is none in "%s"',
    (text) => {
      expect(parseReference(text)).toBeUndefined();
    },
  );
});

describe('the next page', () => {
  const next = (url: string) => nextPageOf([{ relation: 'next', url }]);

  it('is the number in its link, wherever that stands', () => {
    expect(next('https://ers-api:445/Slot?_count=5&page=3')).toBe(3);
    expect(next('/Slot?page=12&status=free')).toBe(12);
  });

  it('is none without a link, and no number where the link has none', () => {
    expect(nextPageOf([{ relation: 'self', url: '?page=1' }])).toBeUndefined();
    expect(next('/Slot?homepage=3&page=x')).toBeNaN();
  });
});
