import { ErsError, type Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import { prepare, readResult, silenceOf, type CallPorts, type Prepared } from './calls.ts';
import type { ReadOptions } from './verbs/verbs.ts';
import type { Interaction } from './interactions/interaction.ts';
import { problemOfSilence } from './problems.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { retryAfter } from './retry-after.ts';
import { withinTime } from './time-limit.ts';

/** architecture.md §9. */
const READ_LIMIT_MS = 30_000;
/** api-platform.md §4. */
const BACK_OFF_MS = [1_000, 2_000, 4_000];

/** How much longer, at most, a wait is made by chance, so that many pages do not return at once. */
const JITTER = 0.25;

export interface ReadPorts extends CallPorts {
  limiter: RateLimiter;
  /** From 0 to 1. */
  random: () => number;
}

/** The verb of an interaction that reads. */
export type Read = <Args, Value>(
  interaction: Interaction<Args, Value>,
) => (args: Args, options?: ReadOptions) => Promise<Value>;

/** Asks, and asks again three times at most where that may help. Rejects with `ErsError` or AbortError. */
export function createRead(ports: ReadPorts): Read {
  return (interaction) =>
    async (args, { signal, urgency } = {}) => {
      try {
        const value = await read(interaction, args, { ...ports, signal, urgency });
        signal?.throwIfAborted();
        return value;
      } catch (error) {
        throw signal?.aborted ? new DOMException('Given up', 'AbortError') : error;
      }
    };
}

type ReadCall = ReadPorts & ReadOptions;

async function read<Args, Value>(
  interaction: Interaction<Args, Value>,
  args: Args,
  ports: ReadCall,
): Promise<Value> {
  const prepared = prepare(interaction, args, ports);
  if (!prepared.ok) throw new ErsError(prepared.problem);
  for (let attempt = 0; ; attempt += 1) {
    ports.signal?.throwIfAborted();
    await ports.limiter.take(ports);
    const { result, asksToWait } = await ask(prepared.value, ports);
    if (result.ok) return result.value;
    if (asksToWait) ports.limiter.holdOff(Math.min(asksToWait, READ_LIMIT_MS));
    const backOff = (BACK_OFF_MS[attempt] ?? NaN) * (1 + JITTER * ports.random());
    const wait = waitAfter(result.problem, backOff, asksToWait);
    if (wait === undefined || interaction.kind !== 'read') throw new ErsError(result.problem);
    await ports.clock.wait(wait, ports.signal);
  }
}

interface Attempt<Value> {
  result: Result<Value>;
  /** Milliseconds that the answer asks to wait. */
  asksToWait?: number | undefined;
}

async function ask<Args, Value>(
  prepared: Prepared<Args, Value>,
  { transport, contextId, clock, signal }: ReadCall,
): Promise<Attempt<Value>> {
  const { request, origin } = prepared;
  const call = { ...request, contextId, correlationId: origin.correlationId };
  try {
    const answer = await withinTime((both) => transport.request(call, { signal: both }), {
      clock,
      limit: READ_LIMIT_MS,
      signal,
    });
    const asksToWait = retryAfter(answer.headers['retry-after'], clock.now());
    return { result: readResult(answer, prepared), asksToWait };
  } catch (error) {
    // The caller's own end, or that of the patient context: nothing went wrong.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const problem = problemOfSilence(silenceOf(error).reason, origin);
    return { result: { ok: false, problem } };
  }
}

/** A read that was silent for its whole time is not asked again unasked: that is long enough. */
function waitAfter(
  { retry, reason }: Problem,
  backOff: number,
  asksToWait: number | undefined,
): number | undefined {
  if (retry !== 'back-off' || reason === 'timed-out' || Number.isNaN(backOff)) {
    return undefined;
  }
  const wait = asksToWait ?? backOff;
  return wait > READ_LIMIT_MS ? undefined : wait;
}
