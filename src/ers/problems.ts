import type { Problem, ProblemReason } from '../domain/problem.ts';
import type { Dialect } from './dialects/dialect.ts';
import { ERROR_CODES, STATUS_REASONS, type ErrorCodes } from './error-codes.ts';
import { fieldAtFault } from './field-at-fault.ts';
import type { Refusal } from './interactions/rules.ts';
import { readProxyAnswer } from './proxy-answer.ts';
import {
  anyNumberOf,
  at,
  list,
  maybe,
  resourceOf,
  text,
  object,
  type Read,
} from './shapes/shape.ts';
import type { ErsResponse, TransportError } from './transport.ts';

/** The call that went wrong: what a problem needs to know of it. */
export interface ProblemOrigin {
  correlationId: string;
  dialect: Dialect;
  about?: Problem['about'];
}

/** A call of which e-RS said nothing. */
type Unanswered = Omit<ProblemOrigin, 'dialect'>;

const issueShape = object({
  diagnostics: maybe(text),
  location: anyNumberOf(text),
  expression: anyNumberOf(text),
  details: maybe(at('coding', anyNumberOf(at('code', maybe(text))))),
});

const outcomeShape = resourceOf('OperationOutcome', { issue: list(issueShape) });

type Issue = Read<typeof issueShape>;

/** What an answer other than 2xx says. `failures` are what means more to an interaction. */
export function problemOfAnswer(
  answer: ErsResponse,
  failures: ErrorCodes,
  origin: ProblemOrigin,
): Problem {
  const ofProxy = readProxyAnswer(answer);
  if (ofProxy) {
    const { reason, field } = ofProxy;
    return complete(reason, { answer, origin, source: 'proxy', field });
  }
  const outcome = outcomeShape(answer.body);
  const issues = outcome.ok ? outcome.value.issue : [];
  const told = issues.map((issue) => tellOf(issue, failures));
  const { ersCode, field, reason } = told.find((one) => one.reason) ?? told[0] ?? {};
  const { status } = answer;
  const isBare403 = status === 403 && !outcome.ok;
  const ofStatus =
    isBare403 && origin.dialect.quirks.endsSessionsByBare403
      ? 'session-ended'
      : reasonOfStatus(status, ersCode);
  return complete(reason ?? failures[status] ?? ofStatus, {
    answer,
    origin,
    source: 'e-rs',
    ersCode,
    field,
  });
}

interface Told {
  ersCode?: string | undefined;
  field?: string | undefined;
  reason?: ProblemReason | undefined;
}

/** What an issue says. Of its code the interaction knows best, and better still with the field. */
function tellOf(issue: Issue, failures: ErrorCodes): Told {
  const ersCode = issue.details?.find(Boolean);
  const field = fieldOf(issue);
  const meant = own(failures, `${ersCode} ${field}`) ?? own(failures, ersCode);
  return { ersCode, field, reason: meant ?? own(ERROR_CODES, ersCode) };
}

/** An answer of e-RS in which something is missing or is not what it should be. */
export function problemOfShape(answer: ErsResponse, field: string, origin: ProblemOrigin): Problem {
  return complete('answer-not-readable', { answer, origin, source: 'shape', field });
}

/** An answer about somebody, or something, that was not asked for. Never to be shown. */
export function problemOfWrongPatient(answer: ErsResponse, origin: ProblemOrigin): Problem {
  return complete('wrong-patient', { answer, origin, source: 'shape' });
}

/** No answer at all. */
export function problemOfSilence(
  reason: TransportError['reason'],
  { correlationId, about }: Unanswered,
): Problem {
  return { reason, source: 'network', correlationId, about, retry: 'back-off' };
}

/** Our own check, before anything was sent. */
export function localProblem(
  { correlationId, about }: Unanswered,
  { refused: reason, field, limit }: Refusal,
): Problem {
  const source = reason === 'not-offered' ? 'not-offered' : 'local';
  return { reason, source, field, limit, correlationId, about, retry: 'never' };
}

interface Circumstances {
  answer: ErsResponse;
  origin: ProblemOrigin;
  source: Problem['source'];
  ersCode?: string | undefined;
  field?: string | undefined;
}

function complete(
  reason: ProblemReason,
  { answer, origin, source, ersCode, field }: Circumstances,
): Problem {
  return {
    reason,
    source,
    httpStatus: answer.status,
    ersCode,
    field,
    transactionId: answer.headers[origin.dialect.transactionIdHeader],
    correlationId: origin.correlationId,
    about: origin.about,
    retry: retryOf(reason, answer),
  };
}

/** An unknown code of 400 or 422 is not explained by its status; any other status still says much. */
function reasonOfStatus(status: number, ersCode: string | undefined): ProblemReason {
  if (status === 400 && ersCode) return 'not-understood';
  return STATUS_REASONS[status] ?? 'not-understood';
}

/** What holds of the version that was read, or of a provider's system: a new reading tells more (states.md §6). */
const AFTER_REREAD: ReadonlySet<ProblemReason> = new Set<ProblemReason>([
  'appointment-not-cancelled',
  'file-being-scanned',
  'locked',
  'no-changes',
  'priority-not-current',
  'page-out-of-range',
  'provider-refused',
  'provider-silent',
  'referral-changed',
  'service-not-in-results',
  'slot-still-free',
  'slot-taken',
  'slots-still-free',
  'wrong-state',
]);

const PASSING: ReadonlySet<ProblemReason> = new Set<ProblemReason>([
  'ers-unreachable',
  'too-many-requests',
]);

/** A success that broke off may come whole the next time; a refusal is one, however it reads. */
function retryOf(reason: ProblemReason, { status, unreadable }: ErsResponse): Problem['retry'] {
  if (AFTER_REREAD.has(reason)) return 'after-reread';
  const isBroken = unreadable && status < 300;
  return PASSING.has(reason) || status >= 500 || isBroken ? 'back-off' : 'never';
}

function fieldOf({ location, expression, diagnostics = '' }: Issue): string | undefined {
  const places = [...expression, ...location].map((place) => `'${place}'`);
  return fieldAtFault([...places, diagnostics].join(' '));
}

function own<T>(table: Readonly<Record<string, T>>, key = ''): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
