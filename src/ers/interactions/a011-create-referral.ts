import { millisecondsOf } from '../../domain/instant.ts';
import type { Referral } from '../../domain/referral.ts';
import { identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { NewReferral } from '../verbs/referring.ts';
import { NHS_NUMBER_SYSTEM, profile, SDS_USER_SYSTEM } from '../names.ts';
import { patientRules } from './a010-search-services.ts';
import { firstBroken, type Interaction, type Rule } from './interaction.ts';
import { parseReferral } from './referral-answer.ts';
import { choiceParameters, choiceRules } from './shortlist.ts';

const PATHWAY_START = 'eReferralPathwayStart';
const PATHWAY_LIMIT_MS = 365 * 24 * 3_600_000;

/** interactions.md §3: past, and at most 365 days ago. */
function pathwayRules({ pathway }: NewReferral, { quirks }: Dialect): Rule[] {
  if (!pathway) return [];
  const age = millisecondsOf(pathway.asOf) - millisecondsOf(pathway.start);
  const isRecent = age >= 0 && age <= PATHWAY_LIMIT_MS;
  return [
    { when: !quirks.takesPathwayStart, refused: 'field-not-permitted', field: PATHWAY_START },
    { when: !isRecent, refused: 'field-wrong', field: PATHWAY_START },
  ];
}

/** A referral with its shortlist. Not idempotent, and e-RS cannot be asked for a lost one. */
export const createReferral: Interaction<NewReferral, Referral> = {
  id: 'A011',
  kind: 'write',
  build(referral, dialect) {
    const { patient, referringClinician, pathway } = referral;
    const rules = [
      ...patientRules(patient, referringClinician),
      ...choiceRules(referral),
      ...pathwayRules(referral, dialect),
    ];
    const body = parametersOf(profile('eRS-CreateReferral-Parameters-1'), [
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      ...choiceParameters(referral, dialect),
      pathway && { name: PATHWAY_START, valueInstant: pathway.start },
    ]);
    return firstBroken(rules) ?? { operation: 'A011', params: {}, body };
  },
  parse: parseReferral,
  mismatch: (created, { patient }) => (created.patient === patient ? undefined : 'wrong-patient'),
  failures: {},
};
