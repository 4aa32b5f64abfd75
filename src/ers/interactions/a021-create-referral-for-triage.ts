import type { Referral } from '../../domain/referral.ts';
import { identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import { NHS_NUMBER_SYSTEM, profile, SDS_USER_SYSTEM } from '../names.ts';
import type { NewTriageReferral } from '../verbs/shortlisting.ts';
import { patientRules } from './a010-search-services.ts';
import { firstBroken, type Interaction } from './interaction.ts';
import { parseReferral } from './referral-answer.ts';
import { choiceParameters, choiceRules } from './shortlist.ts';

/**
 * A referral that goes to one triage service at once. The platform has it for the sake of old
 * callers. Not idempotent, and e-RS cannot be asked for a lost one.
 */
export const createReferralForTriage: Interaction<NewTriageReferral, Referral> = {
  id: 'A021',
  kind: 'write',
  build({ patient, referringClinician, criteria, serviceId }, dialect) {
    // interactions.md §7: the letter is always to follow, and there is nothing to remind of.
    const choice = {
      criteria,
      services: [serviceId],
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: 0,
    } as const;
    const rules = [...patientRules(patient, referringClinician), ...choiceRules(choice)];
    const body = parametersOf(profile('eRS-CreateReferralAndSendForTriage-Parameters-1'), [
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      ...choiceParameters(choice, dialect),
    ]);
    return firstBroken(rules) ?? { operation: 'A021', params: {}, body };
  },
  parse(answer, context) {
    const result = parseReferral(answer, context);
    if (!result.ok || !isUntold(result.value)) return result;
    // HSCN answers without the appointment, from which there would be no telling.
    const state = { code: 'AWAITING_TRIAGE', derived: true } as const;
    return { ok: true, value: { ...result.value, state } };
  },
  mismatch: (created, { patient }) => (created.patient === patient ? undefined : 'wrong-patient'),
  failures: {},
};

function isUntold({ state, appointment }: Referral): boolean {
  return state.derived && !appointment;
}
