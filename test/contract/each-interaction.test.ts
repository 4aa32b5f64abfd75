import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { interactions, type PlainAnswer } from '../../src/ers/catalogue.ts';
import { dialectOf, type DialectName } from '../../src/ers/dialects/dialects.ts';
import { fieldAtFault } from '../../src/ers/field-at-fault.ts';
import type { Refusal } from '../../src/ers/interactions/rules.ts';
import type { ErsRequest } from '../../src/ers/transport.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { advising } from './situations/advising.ts';
import { lookingUp } from './situations/looking-up.ts';
import { providing } from './situations/providing.ts';
import { referring } from './situations/referring.ts';
import { CANARY, json, type Situation } from './situations/situation.ts';

type Id = keyof typeof interactions;

/** One that is missing does not compile. */
const situations: Record<Id, Situation> = { ...referring, ...providing, ...advising, ...lookingUp };

/** The catalogue as a tool sees it that knows nothing of arguments and values. */
interface AnyEntry {
  build(args: unknown, dialect: DialectName): ErsRequest | Refusal;
  parse(answer: PlainAnswer, dialect: DialectName): Result<unknown>;
}

const catalogue = interactions as unknown as Readonly<Record<Id, AnyEntry>>;

const DIALECTS: readonly DialectName[] = ['hscn', 'api-platform'];

const spoken = DIALECTS.flatMap((dialect) =>
  [...(dialectOf(dialect)?.capabilities ?? [])].map((id) => [id as Id, dialect] as const),
);

function refusal(status: number, code: string | undefined): PlainAnswer {
  if (!code) return { status, headers: {} };
  const issue = [{ severity: 'error', diagnostics: CANARY, details: { coding: [{ code }] } }];
  return { ...json({ resourceType: 'OperationOutcome', issue }), status };
}

/** What always stands there with the same value, in the address of one interaction or another. */
const FIXED: ReadonlySet<string> = new Set(['_include', '_query', 'intent']);

function namesIn(path: string): string[] {
  const [, query] = path.split('?');
  return [...new URLSearchParams(query).keys()].filter((name) => !FIXED.has(name));
}

/** Of the parameters of a body, and of those inside them. */
function parameterNames(held: unknown): string[] {
  if (typeof held !== 'object' || !held) return [];
  const inside = Object.values(held).flatMap(parameterNames);
  const isParameter = Object.keys(held).some(
    (key) => key === 'resource' || key.startsWith('value'),
  );
  return isParameter && 'name' in held ? [String(held.name), ...inside] : inside;
}

describe('the interactions of both dialects', () => {
  it('are 37, of which HSCN has 23', () => {
    expect(Object.keys(situations).sort()).toEqual(Object.keys(interactions));
    expect(spoken).toHaveLength(23 + 37);
  });

  it('have three errors at least, and no two alike', () => {
    for (const { errors } of Object.values(situations)) {
      expect(new Set(errors.map(([status, code]) => `${status} ${code}`)).size).toBe(errors.length);
      expect(errors.length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('a value that could not stand in a request', () => {
  it.each<[Id, unknown, string]>([
    ['A004', 'PATIENTS', 'codeSystem'],
    ['A005', '../Patient/1', 'ubrn'],
    ['A013', { ubrn: '000049283317', version: 'W/"6"' }, 'If-Match'],
    ['A025', { ubrn: '000049283320', version: '' }, 'version'],
    ['A038', '1/../2', 'appointmentId'],
  ])('is refused in %s, by its name', (id, args, field) => {
    expect(catalogue[id].build(args, 'api-platform')).toEqual({ refused: 'field-wrong', field });
  });
});

describe.each(spoken)('%s over %s', (id, dialect) => {
  const { build, parse } = catalogue[id];
  const { args, answer, errors, malformed } = situations[id];

  it('is asked by a request that its dialect has a route for', () => {
    const request = build(args, dialect);
    if ('refused' in request) throw new Error(JSON.stringify(request));
    expect(request.operation).toBe(id);
    const route = dialectOf(dialect)?.route(request);
    expect(route?.path).toMatch(/^\/(STU3|R4)\//);
    expect(route?.headers).toHaveProperty('Accept');
  });

  it('is known by the names of all that is filled in, should e-RS find fault with one', () => {
    const request = build(args, dialect);
    const route = 'refused' in request ? undefined : dialectOf(dialect)?.route(request);
    for (const name of [...namesIn(route?.path ?? ''), ...parameterNames(request)]) {
      expect(fieldAtFault(`'${name}' is wrong`)).toBe(name);
    }
  });

  it('has an answer that is read', () => {
    expect(parse(answer, dialect)).toMatchObject({ ok: true });
  });

  it.each(errors)('answers %i with %s, which is told as %s', (status, code, reason) => {
    const result = parse(refusal(status, code), dialect);
    if (result.ok) throw new Error('an error was read as a success');
    const { problem } = result;
    expect(problem).toMatchObject({ reason, source: 'e-rs', httpStatus: status, ersCode: code });
    expect(JSON.stringify([problem, problemText(problem)])).not.toContain(CANARY);
  });

  it('tells where a malformed answer is amiss, and nothing of what stands there', () => {
    const result = parse(malformed.answer, dialect);
    expect(result).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', source: 'shape', field: malformed.field },
    });
    expect(JSON.stringify(result)).not.toContain(CANARY);
  });
});
