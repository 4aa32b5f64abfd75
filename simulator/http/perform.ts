import { afterAnswer, beforeAnswer } from '../control/apply-fault.ts';
import type { FaultBook } from '../control/faults.ts';
import { strike } from '../control/faults.ts';
import type { RequestLog } from '../control/request-log.ts';
import { noteInteraction } from '../control/request-log.ts';
import type { Traffic } from '../control/traffic.ts';
import { count } from '../control/traffic.ts';
import type { Core } from '../core/core.ts';

export interface FrontEnd {
  core: Core;
  faults: FaultBook;
  traffic: Traffic;
  log: RequestLog;
  /** Told when e-RS acted after its answer had gone. */
  changed(): void;
}

interface Asked {
  /** The interaction, such as A011. */
  id: string;
  request: Request;
  /** An error as the dialect answers it; without a code, the one it has for the status. */
  outcome(status: number, code?: string): Response;
  answer(): Response | Promise<Response>;
  /** Headers that every answer of the dialect carries, those of faults too. */
  finish(answer: Response): Response;
}

/** Counts the request, lets the faults that are due strike, and answers. */
export async function perform(
  { core, faults, traffic, log, changed }: FrontEnd,
  { id, request, outcome, answer, finish }: Asked,
): Promise<Response> {
  count(traffic, id);
  noteInteraction(log, request, id);
  const due = strike(faults, id);
  const struck = { core, request, outcome, answer, changed };
  const instead = await beforeAnswer(struck, due);
  return afterAnswer(struck, due, finish(instead ?? (await answer())));
}
