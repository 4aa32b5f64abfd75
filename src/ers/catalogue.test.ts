import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../domain/result.ts';
import { interactions, type CatalogueEntry, type PlainAnswer } from './catalogue.ts';
import type { JsonValue } from './transport.ts';

const anyJson = fc.jsonValue() as fc.Arbitrary<JsonValue>;
const resourceType = fc.constantFrom(
  'Bundle',
  'List',
  'Parameters',
  'ReferralRequest',
  'CommunicationRequest',
  'Appointment',
  'OperationOutcome',
);
/** Looks like an answer at its outermost, so that reading goes in. */
const nearly = fc
  .record({
    resourceType,
    entry: fc.array(fc.record({ resource: anyJson, item: anyJson, extension: anyJson })),
    parameter: fc.array(fc.record({ name: fc.string(), resource: anyJson })),
    extension: anyJson,
    contained: fc.array(anyJson),
    concept: fc.array(anyJson),
    issue: fc.array(anyJson),
  })
  .map((body) => body as unknown as JsonValue);
const anyAnswer: fc.Arbitrary<PlainAnswer> = fc.record({
  status: fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 })),
  headers: fc.dictionary(
    fc.constantFrom('ETag', 'Location', 'Content-Type', 'ers-proxy', 'content-disposition'),
    fc.string(),
  ),
  body: fc.oneof(
    anyJson,
    nearly,
    fc.string(),
    fc.constant(undefined),
    fc.constant(new Uint8Array([37])),
  ),
});

function isResult(result: Result<unknown>): boolean {
  return result.ok ? 'value' in result : result.problem.reason.length > 0;
}

const entries = Object.entries(interactions) as [string, CatalogueEntry<never, unknown>][];

describe.each(entries)('reading any answer as one of %s', (_, { parse }) => {
  it('gives a value or a problem, and never throws', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom('hscn', 'api-platform'), (answer, dialect) =>
        isResult(parse(answer, dialect)),
      ),
      { numRuns: 200 },
    );
  });
});

describe('an entry of the catalogue', () => {
  it('reads the text of a JSON body, and says when it has broken off', () => {
    const headers = { 'Content-Type': 'application/fhir+json', X_ERS_TRANSACTION_ID: 'tx-1' };
    const body = '{"resourceType":"Bundle","entry":[]}';
    expect(interactions.A029.parse({ status: 200, headers, body }, 'hscn')).toMatchObject({
      ok: true,
    });
    const broken = { status: 200, headers, body: body.slice(0, 20) };
    expect(interactions.A029.parse(broken, 'hscn')).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', transactionId: 'tx-1' },
    });
  });
});
