import { ErsError, type Problem } from '../../src/domain/problem.ts';

/** Why there is no session, for the screen: a problem with words, or what the vendor must mend. */
export interface Refusal {
  problem?: Problem | undefined;
  /** For the vendor's developer: the path in the configuration, the adapter's message. */
  detail?: string | undefined;
  /** The host's side of it: not that it was set up wrongly, but that it is not there. */
  host?: 'silent' | 'ended' | undefined;
}

const OF_HOST: Readonly<Record<string, Refusal['host']>> = {
  'handshake-timeout': 'silent',
  'no-answer': 'silent',
  'link-lost': 'silent',
  'session-ended': 'ended',
};

export function refusalOf(error: unknown): Refusal {
  if (error instanceof ErsError) return { problem: error.problem };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const detail = error instanceof Error ? error.message : 'The host could not be reached.';
  return { detail, host: OF_HOST[code] };
}
