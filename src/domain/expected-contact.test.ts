import { describe, expect, it } from 'vitest';
import { expectedContact } from './expected-contact.ts';
import type { Instant } from './instant.ts';

const at = (text: string): Instant => text as Instant;

describe('the day by which a patient is contacted', () => {
  it('counts working days from the day in England on which the appointment was made', () => {
    // Friday evening in England is Friday still, though UTC and BST differ.
    expect(expectedContact(at('2026-10-16T22:30:00.000Z'), 1)).toBe('2026-10-19');
    expect(expectedContact(at('2026-10-15T23:30:00.000Z'), 5)).toBe('2026-10-23');
    expect(expectedContact(at('2026-10-16T09:30:00.000Z'), 0)).toBe('2026-10-16');
  });

  it('is not known where e-RS does not tell how many days', () => {
    expect(expectedContact(at('2026-10-16T09:30:00.000Z'), undefined)).toBeUndefined();
  });
});
