import type { Core } from '../core/core.ts';
import { Refusal } from '../core/refusal.ts';
import { fhirJson } from '../http/fhir-json.ts';
import { operationOutcome } from '../stu3/operation-outcome.ts';
import { MalformedMessage } from '../stu3/request-body.ts';

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

/** What only the platform has a code for. */
const hscnCodes: Readonly<Record<string, string>> = { INVALID_FHIR_STRUCTURE: 'INVALID_VALUE' };

function statusOf(core: Core, code: string): number {
  if (code === 'NO_SUCH_REQUEST' && !core.switches.unknownUbrnIs404) return 422;
  return statuses[code] ?? 422;
}

/** The answer to what an interaction threw; throws what is no answer of e-RS. */
export function answerToThrown(core: Core, thrown: unknown): Response {
  if (thrown instanceof Refusal) {
    const { message } = thrown;
    const code = hscnCodes[thrown.code] ?? thrown.code;
    return fhirJson(operationOutcome(code, message), statusOf(core, code));
  }
  if (thrown instanceof MalformedMessage) {
    return fhirJson(operationOutcome('INVALID_FHIR_STRUCTURE', thrown.message), 400);
  }
  throw thrown;
}
