import type { Core } from '../core/core.ts';
import { Refusal } from '../core/refusal.ts';
import { fhirJson } from '../http/fhir-json.ts';
import type { Interaction } from '../http/interaction.ts';
import { hscnVariant } from '../hscn/variant.ts';
import { operationOutcome } from '../stu3/operation-outcome.ts';
import { MalformedMessage } from '../stu3/request-body.ts';
import { bare, problemResponse } from './problem.ts';
import type { R4Code } from './r4/outcome.ts';
import { isR4Code } from './r4/outcome.ts';
import { platformVariant } from './variant.ts';

/** What HSCN says with a code of its own. */
const platformCodes: Readonly<Record<string, string>> = {
  NO_SUCH_SERVICE: 'REFERENCE_NOT_FOUND',
  NO_SUCH_LOCATION: 'REFERENCE_NOT_FOUND',
  NO_SUCH_SPECIALTY: 'REFERENCE_NOT_FOUND',
  NO_SUCH_CLINICIAN: 'REFERENCE_NOT_FOUND',
  PATIENT_SENSITIVE: 'PATIENT_ERROR',
  PAGE_OUT_OF_RANGE: 'INVALID_VALUE',
};

/** Where the table of an interaction lacks the general code or status. */
const ownCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  A015: { UNEXPECTED_FIELD: 'INVALID_VALUE' },
  A016: { NO_SUCH_REQUEST: 'REFERENCE_NOT_FOUND' },
  A020: { NO_SUCH_REQUEST: 'INVALID_VALUE' },
};

/** The others' tables have INVALID_VALUE alone. */
const knowStructure = ['A008', 'A010', 'A011', 'A012', 'A021', 'A023', 'A031', 'A032', 'A044'];

/** Answered without a body. */
const bareStatuses: Readonly<Record<string, number>> = {
  NO_SUCH_REQUEST: 404,
  VERSION_CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  REFERRAL_LOCKED: 423,
};

const statuses: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  NO_ACCESS: 403,
  MISSING_HEADER: 400,
  HISTORY_NOT_SUPPORTED: 404,
  PAS_RESPONDED_WITH_ERROR: 502,
  PAS_NOT_RESPONDING: 504,
};

/** Their business errors are 400, all others' 422. */
const badRequestInteractions = ['A015', 'A025', 'A029'];

/** Specified without 412: a missing If-Match is a bad request there. */
const withoutPrecondition = ['A026', 'A031', 'A032'];

const headerNames = new Map(
  (['ruleOrg', 'fileName', 'referralId'] as const).map((name) => [
    hscnVariant.headers[name],
    platformVariant.headers[name],
  ]),
);

function platformRefusal({ id }: Interaction, { code, field = '', why }: Refusal): Refusal {
  const named = headerNames.get(field) ?? field;
  const isHeader = [...headerNames.values()].includes(named);
  const unknown = code === 'INVALID_FHIR_STRUCTURE' && !knowStructure.includes(id);
  const general = unknown ? 'INVALID_VALUE' : (platformCodes[code] ?? code);
  const own = ownCodes[id]?.[general] ?? general;
  const missing = isHeader && own === 'MISSING_PARAMETER' ? 'MISSING_HEADER' : own;
  return new Refusal(missing, named || undefined, why);
}

function statusOf({ id }: Interaction, code: string): number {
  if (code === 'HISTORY_NOT_SUPPORTED' && id === 'A029') return 400;
  return statuses[code] ?? (badRequestInteractions.includes(id) ? 400 : 422);
}

function stu3Refusal(core: Core, interaction: Interaction, refusal: Refusal): Response {
  const { code, message } = platformRefusal(interaction, refusal);
  const undocumented = withoutPrecondition.includes(interaction.id);
  if (code === 'PRECONDITION_FAILED' && undocumented && core.switches.missingIfMatchIs400) {
    return bare(400);
  }
  const status = bareStatuses[code];
  if (status) return bare(status);
  return fhirJson(operationOutcome(code, message), statusOf(interaction, code));
}

/** R4 has fewer words for what the core refuses. */
const r4Codes: Readonly<Record<string, R4Code>> = {
  NO_SUCH_REQUEST: 'REC_NOT_FOUND',
  REFERENCE_NOT_FOUND: 'REC_NOT_FOUND',
  FORBIDDEN: 'REC_FORBIDDEN',
  PATIENT_ERROR: 'REC_FORBIDDEN',
};

const r4Statuses: Readonly<Partial<Record<R4Code, number>>> = {
  NO_RELATIONSHIP: 403,
  REC_FORBIDDEN: 403,
  REC_NOT_FOUND: 404,
  PENDING: 422,
  THREATS_FOUND: 422,
  VALIDATION_FAILED: 422,
};

function r4Refusal(core: Core, interaction: Interaction, { code, message }: Refusal): Response {
  const r4 = r4Codes[code] ?? (isR4Code(code) ? code : 'REC_BAD_REQUEST');
  const status = r4Statuses[r4] ?? 400;
  return problemResponse(core, interaction, { status, r4, diagnostics: message });
}

/** The answer to what an interaction threw; throws what is no answer of e-RS. */
export function answerToThrown(core: Core, interaction: Interaction, thrown: unknown): Response {
  if (thrown instanceof MalformedMessage) return bare(400);
  if (!(thrown instanceof Refusal)) throw thrown;
  return interaction.release === 'R4'
    ? r4Refusal(core, interaction, thrown)
    : stu3Refusal(core, interaction, thrown);
}
