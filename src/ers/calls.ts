import type { Clock } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { Dialect } from './dialects/dialect.ts';
import { requestOf, type Interaction } from './interactions/interaction.ts';
import {
  localProblem,
  problemOfAnswer,
  problemOfShape,
  problemOfWrongPatient,
  type ProblemOrigin,
} from './problems.ts';
import { readProxyAnswer } from './proxy-answer.ts';
import {
  TransportError,
  type ErsRequest,
  type ErsResponse,
  type ErsTransport,
} from './transport.ts';

/** What every call of one client shares. */
export interface CallPorts {
  dialect: Dialect;
  transport: ErsTransport;
  contextId: string;
  clock: Clock;
  newId: () => string;
}

/** An interaction with its arguments, built and given its correlation id. */
export interface Prepared<Args, Value> {
  interaction: Interaction<Args, Value>;
  args: Args;
  origin: ProblemOrigin;
  request: ErsRequest;
}

/** Builds and checks a request. Nothing leaves that breaks a rule of e-RS or has no route. */
export function prepare<Args, Value>(
  interaction: Interaction<Args, Value>,
  args: Args,
  { dialect, newId }: CallPorts,
): Result<Prepared<Args, Value>> {
  const origin = { correlationId: newId(), dialect, about: interaction.about };
  const request = requestOf(interaction, args, dialect);
  if ('refused' in request) return { ok: false, problem: localProblem(origin, request) };
  return { ok: true, value: { interaction, args, origin, request } };
}

/** Reads an answer, whoever gave it, as the value asked for or the problem that it tells. */
export function readResult<Args, Value>(
  answer: ErsResponse,
  { interaction, args, origin }: Omit<Prepared<Args, Value>, 'request'>,
): Result<Value> {
  const result = parseAnswer(answer, interaction, origin);
  const mismatch = result.ok ? interaction.mismatch?.(result.value, args) : undefined;
  if (!mismatch) return result;
  const problem =
    mismatch === 'wrong-patient'
      ? problemOfWrongPatient(answer, origin)
      : problemOfShape(answer, mismatch.field, origin);
  return { ok: false, problem };
}

/** Reads an answer for what it says itself, without what was asked. */
export function parseAnswer<Args, Value>(
  answer: ErsResponse,
  interaction: Interaction<Args, Value>,
  origin: ProblemOrigin,
): Result<Value> {
  const isSuccess = answer.status >= 200 && answer.status < 300 && !readProxyAnswer(answer);
  if (!isSuccess) {
    return { ok: false, problem: problemOfAnswer(answer, interaction.failures ?? {}, origin) };
  }
  if (answer.unreadable) return { ok: false, problem: problemOfShape(answer, '(body)', origin) };
  const reading = interaction.parse(answer, origin.dialect);
  if (reading.ok) return reading;
  return { ok: false, problem: problemOfShape(answer, reading.field || '(body)', origin) };
}

/** Why there is no answer. An error of unknown kind may have come after something was sent. */
export function silenceOf(error: unknown): TransportError {
  return error instanceof TransportError ? error : new TransportError('no-answer', 'maybe');
}
