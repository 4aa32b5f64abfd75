import type { CriteriaError, CriteriaField } from '../../src/flows/find-services.ts';

const MISSING: Record<CriteriaField, string> = {
  specialty: 'Select a specialty',
  clinicType: 'Select a clinic type',
  clinicalTerm: 'Find and choose a clinical term',
  namedClinician: 'Find and choose a named clinician',
  priority: 'Select a priority',
  postcode: 'Enter a postcode to use a distance',
  distance: 'Select a distance',
  waitLimit: 'Enter the wait in whole days',
  referringClinician: 'Find and choose the referring clinician',
};

const WRONG_CODE: Partial<Record<CriteriaField, string>> = {
  clinicalTerm: 'Enter a SNOMED CT code of 6 to 18 digits',
  namedClinician: 'Enter an SDS user id of 12 digits',
  referringClinician: 'Enter an SDS user id of 12 digits',
};

const FIELD_NAMES: Record<CriteriaField, string> = {
  specialty: 'specialty',
  clinicType: 'clinic type',
  clinicalTerm: 'clinical term',
  namedClinician: 'clinician',
  priority: 'priority',
  postcode: 'postcode',
  distance: 'distance',
  waitLimit: 'wait limit',
  referringClinician: 'referring clinician',
};

/** What to do about a field of the search, in a few words. */
export function criteriaErrorWords({ field, error }: CriteriaError): string {
  const refused = `e-RS did not take this ${FIELD_NAMES[field]}. Change it`;
  if (error === 'refused-by-ers') return refused;
  if (error === 'wrong-code') return WRONG_CODE[field] ?? refused;
  return error === 'needs-postcode' ? MISSING.postcode : MISSING[field];
}
