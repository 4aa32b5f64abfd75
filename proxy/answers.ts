import type { ProblemReason } from '../src/domain/problem.ts';
import type { PROXY_HEADER, ProxyMark } from '../src/ers/transport.ts';
import type { Forwarded, UpstreamAnswer } from './forward.ts';

/** The name that the client looks for: the compiler holds the two together. */
export const MARK_HEADER: typeof PROXY_HEADER = 'ers-proxy';

/** Why this proxy, not e-RS, answers. Holds no patient content, no host name, no secret. */
export interface Refusal {
  status: number;
  reason: ProblemReason;
  /** Absent where it is not known whether e-RS has acted: such an answer bears no mark. */
  mark?: ProxyMark | undefined;
  /** The field at fault, never its value. */
  field?: string | undefined;
  retryAfterSeconds?: number | undefined;
}

/** Nothing of it has reached e-RS. */
export function notForwarded(status: number, reason: ProblemReason, field?: string): Refusal {
  return { status, reason, mark: 'not-forwarded', ...(field && { field }) };
}

const BUSY_SECONDS = 5;

/** What to say when e-RS has given no answer: only proof that nothing left bears the mark. */
export function unansweredRefusal(forwarded: Exclude<Forwarded, { state: 'answered' }>): Refusal {
  if (forwarded.state === 'unanswered') return { status: 504, reason: forwarded.reason };
  if (forwarded.reason === 'ers-unreachable') return notForwarded(502, forwarded.reason);
  return { ...notForwarded(429, forwarded.reason), retryAfterSeconds: BUSY_SECONDS };
}

export function isRefusal(value: object): value is Refusal {
  return 'reason' in value && 'status' in value;
}

/** RFC 9457 problem details, marked as ours so that no client reads them as e-RS's. */
export function refusalResponse(refusal: Refusal, correlationId: string): Response {
  const { status, reason, mark, field, retryAfterSeconds } = refusal;
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (mark) headers.set(MARK_HEADER, mark);
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  const body = { status, reason, correlationId, ...(field && { field }) };
  return new Response(JSON.stringify(body), { status, headers });
}

const BODYLESS = new Set([204, 205, 304]);

/** e-RS's answer, already reduced to what a browser may have. */
export function ersResponse({ status, headers, body }: UpstreamAnswer, mark?: ProxyMark): Response {
  const content = BODYLESS.has(status) ? null : body;
  const response = new Response(content, { status, headers: { ...headers } });
  if (mark) response.headers.set(MARK_HEADER, mark);
  return response;
}

export function jsonResponse(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}
