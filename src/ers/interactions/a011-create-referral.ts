import { millisecondsOf } from '../../domain/instant.ts';
import type { Referral } from '../../domain/referral.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { NewReferral } from '../verbs/referring.ts';
import { profile } from '../names.ts';
import type { Interaction } from './interaction.ts';
import { patientParameters, patientRules } from './for-patient.ts';
import { isOfAnother, parseReferral } from './referral-answer.ts';
import { momentRule, notPermitted, wrong, type Rule } from './rules.ts';
import { choiceParameters, choiceRules } from './shortlist.ts';

const PATHWAY_START = 'eReferralPathwayStart';
const PATHWAY_LIMIT_MS = 365 * 24 * 3_600_000;

/** interactions.md §3: past, and at most 365 days ago. */
function pathwayRules({ pathway }: NewReferral, { quirks }: Dialect): Rule[] {
  if (!pathway) return [];
  const age = millisecondsOf(pathway.asOf) - millisecondsOf(pathway.start);
  const isRecent = age >= 0 && age <= PATHWAY_LIMIT_MS;
  return [
    notPermitted(PATHWAY_START, !quirks.takesPathwayStart),
    momentRule(PATHWAY_START, pathway.start),
    wrong(PATHWAY_START, !isRecent),
  ];
}

/** A referral with its shortlist. Not idempotent, and e-RS cannot be asked for a lost one. */
export const createReferral: Interaction<NewReferral, Referral> = {
  id: 'A011',
  kind: 'write',
  rules: (referral, dialect) => [
    ...patientRules(referral),
    ...choiceRules(referral, dialect),
    ...pathwayRules(referral, dialect),
  ],
  build(referral, dialect) {
    const { pathway } = referral;
    const body = parametersOf(profile('eRS-CreateReferral-Parameters-1'), [
      ...patientParameters(referral),
      ...choiceParameters(referral, dialect),
      pathway && { name: PATHWAY_START, valueInstant: pathway.start },
    ]);
    return { body };
  },
  parse: parseReferral,
  mismatch: isOfAnother,
};
