import type { ProblemReason } from '../domain/problem.ts';
import { maybe, object, text } from './shapes/shape.ts';
import { PROXY_HEADER, type ErsResponse } from './transport.ts';

/** The proxy's own word on a call, as against an answer of e-RS that it passes on. */
export interface ProxyAnswer {
  /** `not-forwarded` proves that nothing left; without a mark nothing is proven. */
  mark: string | undefined;
  reason: ProblemReason;
  field?: string | undefined;
}

const REASONS: ReadonlySet<string> = new Set<ProblemReason>([
  'answer-not-readable',
  'bad-request',
  'context-changed',
  'ers-unreachable',
  'field-wrong',
  'file-name-refused',
  'file-too-big',
  'forbidden',
  'nhs-number-wrong',
  'no-answer',
  'not-found',
  'not-in-session',
  'not-offered',
  'proxy-refused',
  'session-ended',
  'still-in-flight',
  'timed-out',
  'too-many-requests',
  'upstream-failed',
  'wrong-patient',
]);

const saidShape = object({ reason: maybe(text), field: maybe(text) });

/** A replayed answer is one of e-RS: the proxy kept it. */
export function readProxyAnswer({ headers, body }: ErsResponse): ProxyAnswer | undefined {
  const mark = headers[PROXY_HEADER];
  const isProblem = headers['content-type']?.startsWith('application/problem+json') ?? false;
  if (!isProblem && (mark === undefined || mark === 'replayed')) return undefined;
  const said = saidShape(body);
  const { reason = '', field } = said.ok ? said.value : {};
  return { mark, reason: reasonOf(reason, mark), field };
}

function reasonOf(reason: string, mark: string | undefined): ProblemReason {
  if (mark === 'in-flight') return 'still-in-flight';
  return REASONS.has(reason) ? (reason as ProblemReason) : 'proxy-refused';
}
