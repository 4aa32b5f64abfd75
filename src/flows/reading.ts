import { ErsError, type Problem, type ProblemReason } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import { failure, success, type Result } from '../domain/result.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { FlowPorts } from './flow-ports.ts';

/** Why a read failed; `undefined` when it was given up, which is no failure to show. */
export function readProblem(error: unknown, ports: Pick<FlowPorts, 'newId'>): Problem | undefined {
  if (error instanceof ErsError) return error.problem;
  if (error instanceof Error && error.name === 'AbortError') return undefined;
  return { ...localProblem('answer-not-readable', ports), source: 'shape' };
}

/** Our own refusal, before anything was sent. */
export function localProblem(
  reason: ProblemReason,
  { newId }: Pick<FlowPorts, 'newId'>,
  field?: string,
): Problem {
  return { reason, source: 'local', field, correlationId: newId(), retry: 'never' };
}

/** Reads a referral of this patient. `undefined` when it was given up. Another's is never shown. */
export async function readReferral(
  ports: FlowPorts,
  ubrn: Ubrn,
  signal: AbortSignal,
): Promise<Result<Referral> | undefined> {
  try {
    const referral = await ports.client.retrieveReferral(ubrn, { signal });
    if (signal.aborted) return undefined;
    const isTheirs = referral.patient === ports.patient.nhsNumber;
    return isTheirs ? success(referral) : failure(localProblem('wrong-patient', ports));
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    return problem && failure(problem);
  }
}

/** Reads of which only the newest counts: to start one is to give up the one before. */
export interface NewestRead {
  start(): AbortSignal;
  stop(): void;
}

export function newestRead(): NewestRead {
  let current: AbortController | undefined;
  return {
    start() {
      current?.abort();
      current = new AbortController();
      return current.signal;
    },
    stop() {
      current?.abort();
    },
  };
}
