import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r3';
import type { Refusal } from '../core/refusal.ts';
import { codeSystem, displayOf, profile } from './names.ts';

/** 422 is the rule (hscn.md §7); these are the exceptions. */
const statuses: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  NO_SUCH_REQUEST: 404,
  VERSION_CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  REFERRAL_LOCKED: 423,
  PAS_RESPONDED_WITH_ERROR: 502,
  PAS_NOT_RESPONDING: 504,
};

const issueCodes: Readonly<Record<string, OperationOutcomeIssue['code']>> = {
  FORBIDDEN: 'forbidden',
  NO_SUCH_REQUEST: 'not-found',
  REFERENCE_NOT_FOUND: 'not-found',
  VERSION_CONFLICT: 'conflict',
  REFERRAL_LOCKED: 'lock-error',
  MISSING_VALUE: 'required',
  MISSING_PARAMETER: 'required',
  VALUE_IS_REQUIRED: 'required',
  PRECONDITION_FAILED: 'required',
  UNEXPECTED_FIELD: 'value',
  INVALID_VALUE: 'value',
  INVALID_CODE: 'code-invalid',
  PAS_RESPONDED_WITH_ERROR: 'exception',
  PAS_NOT_RESPONDING: 'timeout',
};

const displays: Readonly<Record<string, string>> = {
  PAS_RESPONDED_WITH_ERROR: 'Error received from PAS',
  PAS_NOT_RESPONDING: 'No response from PAS',
};

export function operationOutcome(code: string, diagnostics: string): OperationOutcome {
  return {
    meta: { profile: [profile('eRS-OperationOutcome-1')] },
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: issueCodes[code] ?? 'business-rule',
        details: {
          coding: [
            {
              system: codeSystem('eRS-APIErrorCode-1'),
              code,
              display: displays[code] ?? displayOf(code),
            },
          ],
        },
        diagnostics,
      },
    ],
  };
}

function statusOf(code: string, unknownUbrnIs404: boolean): number {
  if (code === 'NO_SUCH_REQUEST' && !unknownUbrnIs404) return 422;
  return statuses[code] ?? 422;
}

export function refusalResponse(refusal: Refusal, unknownUbrnIs404: boolean): Response {
  return fhirJson(
    operationOutcome(refusal.code, refusal.message),
    statusOf(refusal.code, unknownUbrnIs404),
  );
}

export function fhirJson(
  body: object,
  status: number,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/fhir+json;charset=utf-8',
      'Content-Disposition': 'inline;filename=f.txt',
      ...headers,
    },
  });
}
