import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r3';
import { codeSystem, displayOf, profile } from './names.ts';

const issueCodes: Readonly<Record<string, OperationOutcomeIssue['code']>> = {
  FORBIDDEN: 'forbidden',
  NO_ACCESS: 'login',
  NO_SUCH_REQUEST: 'not-found',
  REFERENCE_NOT_FOUND: 'not-found',
  VERSION_CONFLICT: 'conflict',
  REFERRAL_LOCKED: 'lock-error',
  MISSING_HEADER: 'required',
  MISSING_VALUE: 'required',
  MISSING_PARAMETER: 'required',
  VALUE_IS_REQUIRED: 'required',
  PRECONDITION_FAILED: 'required',
  UNEXPECTED_FIELD: 'value',
  INVALID_VALUE: 'value',
  INVALID_CODE: 'code-invalid',
  PAS_RESPONDED_WITH_ERROR: 'exception',
  PAS_NOT_RESPONDING: 'timeout',
  SYSTEM_UNAVAILABLE: 'transient',
};

const displays: Readonly<Record<string, string>> = {
  PAS_RESPONDED_WITH_ERROR: 'Error received from PAS',
  PAS_NOT_RESPONDING: 'No response from PAS',
  SYSTEM_UNAVAILABLE: 'System Unavailable',
};

/** An error body of e-RS, `eRS-OperationOutcome-1`. */
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
