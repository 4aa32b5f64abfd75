import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyWrite, type WriteEvidence } from './outcome.ts';

const said = (status: number, identified = false): WriteEvidence => ({
  answer: 'e-rs',
  status,
  identified,
});

describe('the outcome of a write', () => {
  it.each([200, 201, 204])('is done on %i with the UBRN or id in hand', (status) => {
    expect(classifyWrite(said(status, true))).toBe('done');
  });

  it.each([200, 201, 204])('is unknown on %i without one', (status) => {
    expect(classifyWrite(said(status))).toBe('unknown');
  });

  it.each([400, 401, 403, 404, 405, 406, 409, 410, 412, 415, 422, 423, 429])(
    'is not done when e-RS refuses with %i, whatever the body says',
    (status) => {
      expect(classifyWrite(said(status))).toBe('not-done');
      expect(classifyWrite(said(status, true))).toBe('not-done');
    },
  );

  it.each([100, 300, 302, 307, 408, 413, 418, 500, 502, 503, 504, 599])(
    'is unknown on %i',
    (status) => {
      expect(classifyWrite(said(status, true))).toBe('unknown');
    },
  );

  it('is not done when provably nothing left, unknown when something may have', () => {
    expect(classifyWrite({ answer: 'none', sent: 'no' })).toBe('not-done');
    expect(classifyWrite({ answer: 'none', sent: 'maybe' })).toBe('unknown');
  });

  it('is not done when the proxy says it forwarded nothing', () => {
    expect(classifyWrite({ answer: 'proxy', mark: 'not-forwarded' })).toBe('not-done');
  });

  it.each(['in-flight', 'replayed', 'something-new', undefined])(
    'is unknown when the proxy answers for itself marked %s',
    (mark) => {
      expect(classifyWrite({ answer: 'proxy', mark })).toBe('unknown');
    },
  );

  const anyEvidence: fc.Arbitrary<WriteEvidence> = fc.oneof(
    fc.record({ answer: fc.constant('none' as const), sent: fc.constantFrom('no', 'maybe') }),
    fc.record({ answer: fc.constant('proxy' as const), mark: fc.string() }),
    fc.record({
      answer: fc.constant('e-rs' as const),
      status: fc.integer({ min: 100, max: 599 }),
      identified: fc.boolean(),
    }),
  );

  it('is one of three, and never done without the UBRN or id of what was written', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const outcome = classifyWrite(evidence);
        const isIdentified = 'identified' in evidence && evidence.identified;
        return ['not-done', 'unknown'].includes(outcome) || (outcome === 'done' && isIdentified);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is unknown for every 5xx, also of a create', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 599 }), fc.boolean(), (status, identified) => {
        expect(classifyWrite(said(status, identified))).toBe('unknown');
      }),
    );
  });
});
