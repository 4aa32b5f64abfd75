import type { Problem, WriteResult } from '../domain/problem.ts';
import { prepare, readResult, silenceOf, type CallPorts, type Prepared } from './calls.ts';
import type { UploadOptions } from './verbs/verbs.ts';
import type { Interaction } from './interactions/interaction.ts';
import { classifyWrite, type WriteEvidence, type WriteOutcome } from './outcome.ts';
import { problemOfShape, problemOfSilence } from './problems.ts';
import { readProxyAnswer } from './proxy-answer.ts';
import { withinTime } from './time-limit.ts';
import { TransportError, type ErsResponse } from './transport.ts';

/** Longer than anyone between us and the provider waits (architecture.md §9). */
const WRITE_LIMIT_MS = 210_000;

/** The verb of an interaction that writes. */
export type Write = <Args, Value>(
  interaction: Interaction<Args, Value>,
) => (args: Args, options: UploadOptions) => Promise<WriteResult<Value>>;

/** Sends once, never again, and says what is known of the outcome. Never rejects for one. */
export function createWrite(ports: CallPorts): Write {
  return (interaction) => async (args, options) => {
    const prepared = prepare(interaction, args, ports);
    if (!prepared.ok) return { outcome: 'not-done', problem: prepared.problem };
    try {
      if (options.signal?.aborted) throw new TransportError('no-answer', 'no');
      const answer = await send(prepared.value, options, ports);
      return resultOfAnswer(answer, prepared.value);
    } catch (error) {
      const { reason, sent } = silenceOf(error);
      const problem = problemOfSilence(reason, prepared.value.origin);
      return failed(classifyWrite({ answer: 'none', sent }), problem);
    }
  };
}

/** Only an upload is stopped, by its user or by time; any other write finishes, heard or not. */
function send<Args, Value>(
  { request, origin }: Prepared<Args, Value>,
  { intentId, signal, onProgress }: UploadOptions,
  { transport, contextId, clock }: CallPorts,
): Promise<ErsResponse> {
  const { correlationId } = origin;
  const call = { ...request, contextId, correlationId, idempotencyKey: intentId };
  const limit = { clock, limit: WRITE_LIMIT_MS };
  if (!request.file) return withinTime(() => transport.request(call), limit);
  return withinTime(
    (both) => transport.request(call, { signal: both, onUploadProgress: onProgress }),
    { ...limit, signal },
  );
}

function resultOfAnswer<Args, Value>(
  answer: ErsResponse,
  prepared: Prepared<Args, Value>,
): WriteResult<Value> {
  const result = readResult(answer, prepared);
  const outcome = classifyWrite(evidenceOf(answer, result.ok));
  if (result.ok && outcome === 'done') return { outcome, value: result.value };
  const problem = result.ok ? problemOfShape(answer, '(status)', prepared.origin) : result.problem;
  return failed(outcome, problem);
}

/** After an unknown outcome nothing is right but to look first. */
function failed(outcome: WriteOutcome, problem: Problem): WriteResult<never> {
  if (outcome === 'not-done') return { outcome, problem };
  return { outcome: 'unknown', problem: { ...problem, retry: 'after-reread' } };
}

function evidenceOf(answer: ErsResponse, identified: boolean): WriteEvidence {
  const ofProxy = readProxyAnswer(answer);
  return ofProxy
    ? { answer: 'proxy', mark: ofProxy.mark }
    : { answer: 'e-rs', status: answer.status, identified };
}
