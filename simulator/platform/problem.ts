import type { Core } from '../core/core.ts';
import { fhirJson } from '../http/fhir-json.ts';
import type { Interaction } from '../http/interaction.ts';
import { operationOutcome } from '../stu3/operation-outcome.ts';
import type { R4Code } from './r4/outcome.ts';
import { isR4Code, r4CodeOf, r4Outcome } from './r4/outcome.ts';

const INJECTED = 'Injected by the simulator.';

/** Statuses that STU3 answers without a body (api-platform.md §5). */
const bodyless = [400, 404, 405, 409, 412, 415, 423, 429, 500];

/** STU3 codes that are the platform's own answer to a status. */
const generalCodes: Readonly<Record<number, string>> = {
  401: 'NO_ACCESS',
  403: 'FORBIDDEN',
  502: 'PAS_RESPONDED_WITH_ERROR',
  503: 'SYSTEM_UNAVAILABLE',
  504: 'PAS_NOT_RESPONDING',
};

const RETRY_AFTER_SECONDS = '10';

export interface Problem {
  status: number;
  /** Error code of STU3; without one the answer has no body. */
  stu3?: string | undefined;
  r4: R4Code;
  diagnostics: string;
}

export function bare(status: number): Response {
  return new Response(null, { status });
}

/** The same problem as either release of FHIR says it. */
export function problemResponse(core: Core, { release }: Interaction, problem: Problem): Response {
  const { status, stu3, r4, diagnostics } = problem;
  if (release === 'R4') return r4Outcome({ code: r4, diagnostics, at: core.clock.iso() }, status);
  return stu3 ? fhirJson(operationOutcome(stu3, diagnostics), status) : bare(status);
}

/** What a fault asks for: without a code, what the platform documents for that status. */
export function injectedProblem(
  core: Core,
  interaction: Interaction,
  { status, code }: { status: number; code?: string | undefined },
): Response {
  const general = bodyless.includes(status) ? undefined : generalCodes[status];
  const answer = problemResponse(core, interaction, {
    status,
    stu3: code ?? general,
    r4: code && isR4Code(code) ? code : r4CodeOf(status),
    diagnostics: INJECTED,
  });
  if (status === 503) answer.headers.set('Retry-After', RETRY_AFTER_SECONDS);
  return answer;
}
