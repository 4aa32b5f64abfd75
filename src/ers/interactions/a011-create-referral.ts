import type { Referral } from '../../domain/referral.ts';
import { identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import type { NewReferral } from '../verbs/referring.ts';
import { NHS_NUMBER_SYSTEM, profile, SDS_USER_SYSTEM } from '../names.ts';
import { patientRules } from './a010-search-services.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { parseReferral } from './referral-answer.ts';
import { choiceParameters, choiceRules } from './shortlist.ts';

/** A referral with its shortlist. Not idempotent, and e-RS cannot be asked for a lost one. */
export const createReferral: Interaction<NewReferral, Referral> = {
  id: 'A011',
  kind: 'write',
  build(referral, dialect) {
    const { patient, referringClinician } = referral;
    const rules = [...patientRules(patient, referringClinician), ...choiceRules(referral)];
    const body = parametersOf(profile('eRS-CreateReferral-Parameters-1'), [
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      ...choiceParameters(referral, dialect),
    ]);
    return firstBroken(rules) ?? { operation: 'A011', params: {}, body };
  },
  parse: parseReferral,
  mismatch: (created, { patient }) => (created.patient === patient ? undefined : 'wrong-patient'),
  failures: {},
};
