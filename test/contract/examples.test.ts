import { describe, expect, it } from 'vitest';
import { interactions } from '../../src/ers/catalogue.ts';
import type { PlainAnswer } from '../../src/ers/catalogue.ts';
import type { DialectName } from '../../src/ers/dialects/dialects.ts';
import { dialectOf } from '../../src/ers/dialects/dialects.ts';
import type { ErsRequest, JsonValue, OperationId } from '../../src/ers/transport.ts';
import type { Refusal } from '../../src/ers/interactions/rules.ts';
import type { Result } from '../../src/domain/result.ts';
import {
  example,
  exampleBytes,
  normalised,
  officialExamples,
  reasonToSkip,
  type OfficialExample,
} from './official-examples.ts';
import { readOpenapi, reasonWithoutOpenapi } from './openapi.ts';
import { argumentsOf } from './requests/requests.ts';

/** The catalogue as a tool sees it that knows nothing of arguments and values. */
interface AnyEntry {
  build(args: unknown, dialect: DialectName): ErsRequest | Refusal;
  parse(answer: PlainAnswer, dialect: DialectName): Result<unknown>;
}

const catalogue = interactions as unknown as Partial<Record<OperationId, AnyEntry>>;

/** Sessions are the proxy's; A000 are the errors that all have. */
const NOT_IN_CATALOGUE: readonly string[] = ['A000', 'A001', 'A002'];

const openapi = reasonWithoutOpenapi ? undefined : readOpenapi();

const walked = officialExamples().filter(
  ({ interaction }) => !NOT_IN_CATALOGUE.includes(interaction),
);
const nameOf = ({ interaction, dialect, case: name }: OfficialExample) =>
  `${interaction} ${dialect} ${name}`;
const named = (kind: OfficialExample['kind']) =>
  walked
    .filter((one) => one.kind === kind)
    .map((one) => [nameOf(one), one] as [string, OfficialExample]);

const OUTCOME = 'OperationOutcome';

function answerOf({ file }: OfficialExample): PlainAnswer {
  if (file.endsWith('.pdf')) {
    return {
      status: 200,
      headers: { 'Content-Type': 'application/pdf' },
      body: exampleBytes(file),
    };
  }
  const body = example(file);
  const headers = { 'Content-Type': 'application/fhir+json', ETag: 'W/"1"' };
  return { status: isOutcome(body) ? 422 : 200, headers, body };
}

function isOutcome(body: JsonValue): boolean {
  return (body as { resourceType?: unknown }).resourceType === OUTCOME;
}

/** Requests that today's contract forbids, or that we leave something out of, with our reason. */
const EXCEPTIONS: Readonly<Record<string, (built: unknown, request: JsonValue) => void>> = {
  // Removed in 2020: contentSensitive, the operation profile and the pathway service.
  'A011 hscn legacy-with-pathway': (built, request) => {
    expect(JSON.stringify(request)).toContain('contentSensitive');
    expect(JSON.stringify(built)).not.toContain('contentSensitive');
  },
  // A participant of nobody is never sent.
  'A016 hscn book': (built, request) => {
    const { participant, ...rest } = request as { participant: JsonValue[] };
    const real = participant.filter((one) => !JSON.stringify(one).includes('"value":null'));
    expect(real).toHaveLength(participant.length - 1);
    expect(built).toEqual(normalised({ ...rest, participant: real }));
  },
};

/** Requests that we refuse, by the field that is wrong with them. */
const REFUSED: Readonly<Record<string, string>> = {
  'A034 api-platform cancellation-invalid-reason': 'reason',
  'A034 api-platform cancellation-reason-only-comment-mandatory': 'comment',
};

describe('the official examples', () => {
  it('are there, or it is said why not', ({ skip }) => {
    if (reasonToSkip) skip(reasonToSkip);
    expect(walked.length).toBeGreaterThan(100);
  });

  it.each(named('response'))('answer: %s is read', (_, one) => {
    const { interaction, dialect } = one;
    const answer = answerOf(one);
    const result = catalogue[interaction]?.parse(answer, dialect);
    if (isRefusal(answer)) {
      expect(result).toMatchObject({ ok: false, problem: { source: 'e-rs' } });
      expect(result).not.toHaveProperty('problem.reason', 'not-understood');
    } else {
      expect(result).toMatchObject({ ok: true });
    }
  });

  it.each(named('request'))('request: %s is built again', (name, one) => {
    const { interaction, dialect, file } = one;
    const request = example(file);
    const args = argumentsOf(interaction, request, dialect);
    const built = catalogue[interaction]?.build(args, dialect);
    if (!built) throw new Error('not in the catalogue');
    const refusedField = REFUSED[name];
    if (refusedField) {
      expect(built).toMatchObject({ field: refusedField });
      return;
    }
    if ('refused' in built) throw new Error(JSON.stringify(built));
    expect(dialectOf(dialect)?.route(built)).toBeDefined();
    const sent = JSON.parse(JSON.stringify(built.body)) as JsonValue;
    const route = dialectOf('api-platform')?.route(built);
    if (dialect === 'api-platform' && route) {
      expect(
        openapi?.requestProblems({ method: route.method, path: route.path, body: sent }),
      ).toEqual([]);
    }
    const body = normalised(sent);
    const exception = EXCEPTIONS[name];
    if (exception) exception(body, request);
    else expect(body).toEqual(normalised(request));
  });
});

function isRefusal({ status }: PlainAnswer): boolean {
  return status >= 400;
}
