import type { Referral } from '../../domain/referral.ts';
import { parametersOf } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import { found } from '../shapes/reading.ts';
import type { NewTriageReferral } from '../verbs/referring.ts';
import type { Interaction } from './interaction.ts';
import { patientParameters, patientRules } from './for-patient.ts';
import { isOfAnother, parseReferral } from './referral-answer.ts';
import { choiceParameters, choiceRules, triageChoice, type ShortlistChoice } from './shortlist.ts';

/** The letter is always to follow (interactions.md §7). */
function choiceOf(referral: NewTriageReferral): ShortlistChoice {
  return triageChoice({ ...referral, letterIntention: 'NEED_TO_ADD_LATER' });
}

/**
 * A referral that goes to one triage service at once. The platform has it for the sake of old
 * callers. Not idempotent, and e-RS cannot be asked for a lost one.
 */
export const createReferralForTriage: Interaction<NewTriageReferral, Referral> = {
  id: 'A021',
  kind: 'write',
  rules: (referral, dialect) => [
    ...patientRules(referral),
    ...choiceRules(choiceOf(referral), dialect),
  ],
  build(referral, dialect) {
    const body = parametersOf(profile('eRS-CreateReferralAndSendForTriage-Parameters-1'), [
      ...patientParameters(referral),
      ...choiceParameters(choiceOf(referral), dialect),
    ]);
    return { body };
  },
  parse(answer, dialect) {
    const reading = parseReferral(answer, dialect);
    if (!reading.ok || !reading.value.state.derived || reading.value.appointment) return reading;
    // HSCN answers without the appointment, from which there would be no telling.
    return found({ ...reading.value, state: { code: 'AWAITING_TRIAGE', derived: true } });
  },
  mismatch: isOfAnother,
};
