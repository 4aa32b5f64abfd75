import { describe, expect, it } from 'vitest';
import { wayToBook } from './service.ts';

describe('the way to book a service', () => {
  it.each([
    ['DIRECTLY_BOOKABLE', ['APPOINTMENT_REQUEST'], 'book-here'],
    ['INDIRECTLY_BOOKABLE', ['APPOINTMENT_REQUEST'], 'patient-phones'],
    ['UNSPECIFIED', ['TRIAGE_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'], 'triage'],
    ['DIRECTLY_BOOKABLE', ['TRIAGE_REQUEST'], 'triage'],
    ['UNSPECIFIED', ['ADVICE_AND_GUIDANCE_REQUEST'], 'not-bookable'],
  ] as const)('%s with %j is %s', (bookableType, flows, way) => {
    expect(wayToBook({ bookableType, flows })).toBe(way);
  });
});
