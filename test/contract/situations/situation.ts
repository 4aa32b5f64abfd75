import { extension, referralBody, type Json } from '../../../src/ers/answers.fixtures.ts';
import type { PlainAnswer } from '../../../src/ers/catalogue.ts';
import type { JsonValue } from '../../../src/ers/transport.ts';
import type { ProblemReason } from '../../../src/domain/problem.ts';

/** What one interaction is asked, answers, refuses and may answer wrongly. All made up. */
export interface Situation {
  args: unknown;
  answer: PlainAnswer;
  /** Status and code of e-RS, and what that means to a person. At least three. */
  errors: readonly (readonly [status: number, code: string | undefined, reason: ProblemReason])[];
  /** An answer that breaks its promise, and where. */
  malformed: { answer: PlainAnswer; field: string };
}

/** Stands in answers where a value of a patient would, and never in a problem. */
export const CANARY = 'CANARY-7f3a';

export const json = (body: JsonValue, headers: Record<string, string> = {}): PlainAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'application/fhir+json', ...headers },
  body,
});

export const pdf: PlainAnswer = {
  status: 200,
  headers: { 'Content-Type': 'application/pdf' },
  body: new Blob(['%PDF-1.7'], { type: 'application/pdf' }),
};

/** JSON where a file was promised. */
export const noFile = { answer: json({ note: CANARY }), field: '(body)' };

/** What every interaction may be refused with, whatever it is. */
export const EVERYWHERE = [
  [401, 'NO_ACCESS', 'session-ended'],
  [429, 'TOO_MANY_REQUESTS', 'too-many-requests'],
  [503, 'SYSTEM_UNAVAILABLE', 'ers-unavailable'],
] as const;

/** A referral that says its state, as the platform's do and HSCN's may. */
export function referralOf(over: Json = {}, contained: Json[] = []): Json {
  const body = referralBody(over, contained);
  const state = { extension: [{ url: 'state', valueCoding: { code: 'NOT_BOOKED' } }] };
  return {
    ...body,
    extension: [...(body['extension'] as Json[]), extension('ReferralState-1', state)],
  };
}
