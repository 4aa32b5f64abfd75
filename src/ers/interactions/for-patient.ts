import { identifierParameter } from '../../fhir/parameters.ts';
import { NHS_NUMBER, SDS_USER_ID } from '../forms.ts';
import { NHS_NUMBER_SYSTEM, SDS_USER_SYSTEM } from '../names.ts';
import { formRule, type Rule } from './rules.ts';

interface ForPatient {
  patient: string;
  /** SDS user id; needed from a referring clinician admin, refused from anyone else. */
  referringClinician?: string | undefined;
}

/**
 * Of everything that is asked or made for a patient, by or for a clinician (interactions.md §2). The
 * role is the session's, so that a clinician who is needed or forbidden is for e-RS to say.
 */
export function patientRules({ patient, referringClinician }: ForPatient): Rule[] {
  return [
    { refused: 'nhs-number-wrong', field: 'patient', isBroken: !NHS_NUMBER.test(patient) },
    formRule('referringClinician', referringClinician, SDS_USER_ID),
  ];
}

export function patientParameters({ patient, referringClinician }: ForPatient) {
  return [
    identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
    identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
  ];
}
