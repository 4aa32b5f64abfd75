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

/** What has no code of its own over HSCN. */
const hscnCodes: Readonly<Record<string, string>> = {
  INVALID_FHIR_STRUCTURE: 'INVALID_VALUE',
  PAGE_OUT_OF_RANGE: 'INVALID_VALUE',
};

/** Codes that only the platform's tables have, and what HSCN's have instead. */
const withoutPlatformCodes: Readonly<Record<string, string>> = {
  SNOMED_NOT_FOUND: 'REFERENCE_NOT_FOUND',
  DUPLICATE_SERVICE: 'INAPPROPRIATE_VALUE',
};

function codeOf({ switches }: Core, code: string): string {
  const own = switches.platformCodesOverHscn ? undefined : withoutPlatformCodes[code];
  return own ?? hscnCodes[code] ?? code;
}

function statusOf({ switches }: Core, code: string): number {
  if (code === 'NO_SUCH_REQUEST' && !switches.unknownUbrnIs404) return 422;
  if (code === 'PAGE_OUT_OF_RANGE' && !switches.lateSlotPageIs422) return 416;
  return statuses[code] ?? 422;
}

/** The answer to what an interaction threw; throws what is no answer of e-RS. */
export function answerToThrown(core: Core, thrown: unknown): Response {
  if (thrown instanceof Refusal) {
    const { code, message } = thrown;
    return fhirJson(operationOutcome(codeOf(core, code), message), statusOf(core, code));
  }
  if (thrown instanceof MalformedMessage) {
    return fhirJson(operationOutcome('INVALID_FHIR_STRUCTURE', thrown.message), 400);
  }
  throw thrown;
}
