import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { interactions } from '../../src/ers/catalogue.ts';
import type { DialectName } from '../../src/ers/dialects/dialects.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { contractFolder, reasonToSkip } from './official-examples.ts';

/** Words in capitals of the same chapters that are values, or codes of another system. */
const NOT_CODES: ReadonlySet<string> = new Set([
  'ALL_SERVICES',
  'GUIDANCE_RESPONSE',
  'NEED_TO_ADD_LATER',
  'NOT_ASSIGNED',
  'NOT_INTENDING_TO_ADD',
  'RETURN_TO_REFERRER_WITH_ADVICE',
  'TWO_WEEK_WAIT',
  // GP Connect's, named there so that nobody implements them.
  'INVALID_NHS_NUMBER',
  'NO_PATIENT_CONSENT',
]);

/** Told apart by their status: at 401 the session has ended, at 403 something is not allowed. */
const BY_STATUS: Readonly<Record<string, number>> = { NO_ACCESS: 403, ACCESS_DENIED: 403 };

function codesOf(file: string, from: string, to: string): string[] {
  const path = join(contractFolder, file);
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const chapter = text.slice(text.indexOf(from), text.indexOf(to));
  return chapter.match(/\b[A-Z]+(?:_[A-Z]+)+\b|\bFORBIDDEN\b|\bPENDING\b/g) ?? [];
}

const codes = [
  ...new Set([
    ...codesOf('hscn.md', '## 7.', '## 8.'),
    ...codesOf('api-platform.md', '## 5.', '## 6.'),
  ]),
].filter((code) => !NOT_CODES.has(code));

function problemOf(code: string, dialect: DialectName = 'hscn', status = 422): Problem {
  const issue = [{ severity: 'error', details: { coding: [{ code }] } }];
  const headers = { 'content-type': 'application/fhir+json' };
  const answer = { status, headers, body: { resourceType: 'OperationOutcome', issue } };
  const result = interactions.A005.parse(answer, dialect);
  if (result.ok) throw new Error('an error was read as a referral');
  return result.problem;
}

describe('the error codes of the contract', () => {
  it('are there, or it is said why not', ({ skip }) => {
    if (reasonToSkip) skip(reasonToSkip);
    expect(codes.length).toBeGreaterThan(50);
  });

  it.each(codes)('%s has a reason of its own, with words and a next step', (code) => {
    for (const dialect of ['hscn', 'api-platform'] as const) {
      const problem = problemOf(code, dialect, BY_STATUS[code]);
      expect(problem).toMatchObject({ source: 'e-rs', ersCode: code });
      expect(problem.reason).not.toBe('not-understood');
      const { title, text, nextStep } = problemText(problem);
      for (const words of [title, text, nextStep]) expect(words).toMatch(/\w{2,} \w+/);
    }
  });

  it('are told in the words of what was asked about', () => {
    const answer = { status: 409, headers: {} };
    for (const id of ['A024', 'A025', 'A026', 'A027'] as const) {
      const result = interactions[id].parse(answer, 'api-platform');
      expect(result).toMatchObject({ problem: { about: 'advice' } });
    }
    const of = (about: Problem['about'], reason: Problem['reason']): string =>
      Object.values(problemText({ ...problemOf('NO_RELATIONSHIP'), reason, about })).join(' ');
    const told = ['referral-changed', 'wrong-state', 'locked', 'no-relationship'] as const;
    for (const reason of told) {
      expect(of(undefined, reason)).toMatch(/referral/);
      expect(of('advice', reason)).toMatch(/advice request/);
      expect(of('advice', reason)).not.toMatch(/referral/);
    }
  });

  it('have words of our own for a text that is too long, with how long it may be', () => {
    const args = { ubrn: '000049283320', version: '5', outcome: 'REQUIRE_FURTHER_INFORMATION' };
    const asked = { ...args, text: 'x'.repeat(8001), priority: 'ROUTINE' };
    const refusal = interactions.A026.build(asked as never, 'api-platform');
    expect(refusal).toEqual({ refused: 'text-too-long', field: 'guidance', limit: 8000 });
    const problem: Problem = {
      reason: 'text-too-long',
      source: 'local',
      field: 'guidance',
      limit: 8000,
      correlationId: 'c-1',
      retry: 'never',
    };
    const { text, nextStep } = problemText(problem);
    expect(text).toContain('at most 8,000 characters');
    expect(nextStep).toContain('shorter');
  });

  it('that nobody has documented are shown as they came', () => {
    expect(problemOf('SOMETHING_NEW')).toMatchObject({
      reason: 'not-understood',
      ersCode: 'SOMETHING_NEW',
      retry: 'never',
    });
  });

  it('of a session that has ended are told by their status', () => {
    for (const code of Object.keys(BY_STATUS)) {
      expect(problemOf(code, 'api-platform', 401).reason).toBe('session-ended');
      expect(problemOf(code, 'api-platform', 403).reason).toBe('forbidden');
    }
  });
});
