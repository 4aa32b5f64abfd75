import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../domain/instant.ts';
import { retryAfter } from './retry-after.ts';

const now = '2026-10-16T09:30:00.000Z' as Instant;

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['7', 7_000],
    [' 7 ', 7_000],
    ['Fri, 16 Oct 2026 09:30:05 GMT', 5_000],
    ['Fri, 16 Oct 2026 09:29:00 GMT', 0],
  ])('"%s" asks for %i ms', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });

  it.each([undefined, '', '-7', 'soon', '1e3', '99999999999999', '2026-10-16'])(
    '%s asks for nothing',
    (header) => {
      expect(retryAfter(header, now)).toBeUndefined();
    },
  );

  it('asks, if at all, for a time that has not passed, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => (retryAfter(header, now) ?? 0) >= 0),
      { numRuns: 1_000 },
    );
  });
});
