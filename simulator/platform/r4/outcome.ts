import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import { fhirJson } from '../../http/fhir-json.ts';

interface Problem {
  status: number;
  issue: OperationOutcomeIssue['code'];
  system: 'http-error-codes' | 'NHSD-API-ErrorOrWarningCode' | 'ers-error-codes';
}

const http = (status: number, issue: Problem['issue']): Problem => ({
  status,
  issue,
  system: 'http-error-codes',
});
const gateway = (status: number, issue: Problem['issue']): Problem => ({
  status,
  issue,
  system: 'NHSD-API-ErrorOrWarningCode',
});
const ers = (status: number, issue: Problem['issue']): Problem => ({
  status,
  issue,
  system: 'ers-error-codes',
});

/** The codes of R4 answers; each has one status and one code system. */
const problems = {
  REC_BAD_REQUEST: http(400, 'invalid'),
  ACCESS_DENIED: gateway(401, 'login'),
  REC_FORBIDDEN: http(403, 'forbidden'),
  NO_RELATIONSHIP: ers(403, 'forbidden'),
  REC_NOT_FOUND: http(404, 'not-found'),
  REC_NOT_ACCEPTABLE: http(406, 'not-supported'),
  REC_UNSUPPORTED_MEDIA_TYPE: http(415, 'not-supported'),
  PENDING: ers(422, 'invalid'),
  THREATS_FOUND: ers(422, 'invalid'),
  VALIDATION_FAILED: ers(422, 'invalid'),
  TOO_MANY_REQUESTS: gateway(429, 'throttled'),
  REC_SERVER_ERROR: http(500, 'exception'),
  REC_UNAVAILABLE: http(503, 'transient'),
} as const satisfies Record<string, Problem>;

export type R4Code = keyof typeof problems;

export function isR4Code(code: string): code is R4Code {
  return Object.hasOwn(problems, code);
}

/** The general code of a status; `REC_SERVER_ERROR` for one that R4 does not document. */
export function r4CodeOf(status: number): R4Code {
  const found = Object.entries(problems).find(([, problem]) => problem.status === status);
  return (found?.[0] as R4Code | undefined) ?? 'REC_SERVER_ERROR';
}

export interface R4Problem {
  code: R4Code;
  diagnostics: string;
  /** Instant of the answer. */
  at: string;
}

/** `status` only where a fault asks for another than the code's own. */
export function r4Outcome({ code, diagnostics, at }: R4Problem, status?: number): Response {
  const problem = problems[code];
  const body: OperationOutcome = {
    resourceType: 'OperationOutcome',
    meta: { lastUpdated: at },
    issue: [
      {
        severity: 'error',
        code: problem.issue,
        details: {
          coding: [{ system: `https://fhir.nhs.uk/CodeSystem/${problem.system}`, code }],
        },
        diagnostics,
      },
    ],
  };
  return fhirJson(body, status ?? problem.status);
}
