import type { ProblemReason } from '../src/domain/problem.ts';
import type { Clock } from '../src/domain/instant.ts';

/** What may be written about the running of the proxy: no patient, no UBRN, no secret. */
export interface Diagnostic {
  event: string;
  correlationId?: string | undefined;
  operation?: string | undefined;
  status?: number | undefined;
  reason?: ProblemReason | undefined;
  outcome?: string | undefined;
  durationMs?: number | undefined;
  error?: string | undefined;
}

export type Diagnostics = (diagnostic: Diagnostic) => void;

/** JSON lines: a line break in a value is escaped and cannot begin a false line. */
export function createDiagnostics(clock: Clock, write: (line: string) => void): Diagnostics {
  return (diagnostic) => write(`${JSON.stringify({ at: clock.now(), ...diagnostic })}\n`);
}
