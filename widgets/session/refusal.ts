import { ErsError, type Problem } from '../../src/domain/problem.ts';

/** Why there is no session, for the screen: a problem with words, or what the vendor must mend. */
export interface Refusal {
  problem?: Problem | undefined;
  /** For the vendor's developer: the path in the configuration, the adapter's message. */
  detail?: string | undefined;
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof ErsError) return { problem: error.problem };
  return { detail: error instanceof Error ? error.message : 'The host could not be reached.' };
}
