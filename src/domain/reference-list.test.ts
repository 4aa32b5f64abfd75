import { describe, expect, it } from 'vitest';
import type { Instant } from './instant.ts';
import { effectiveAt } from './reference-list.ts';

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
