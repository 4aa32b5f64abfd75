import { describe, expect, it } from 'vitest';
import type { Instant } from './instant.ts';
import { effectiveAt, expectedContact } from './reference-list.ts';

const at = (text: string): Instant => text as Instant;

describe('what may be offered now', () => {
  it('is effective from its first to its last moment', () => {
    const effectiveFrom = at('2026-01-01T00:00:00.000Z');
    const effectiveTo = at('2026-12-31T00:00:00.000Z');
    const concepts = [
      { code: 'A', display: 'A', effectiveFrom, effectiveTo },
      { code: 'B', display: 'B' },
    ];
    const codesAt = (moment: string): string[] =>
      effectiveAt(concepts, at(moment)).map(({ code }) => code);
    expect(codesAt('2025-12-31T23:59:59.999Z')).toEqual(['B']);
    expect(codesAt('2026-01-01T00:00:00.000Z')).toEqual(['A', 'B']);
    expect(codesAt('2026-12-31T00:00:00.000Z')).toEqual(['A', 'B']);
    expect(codesAt('2026-12-31T00:00:00.001Z')).toEqual(['B']);
  });
});

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
