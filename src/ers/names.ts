/** The systems and profiles of e-RS, as interactions.md and the official examples name them. */

export const SERVICE_SYSTEM = 'http://fhir.nhs.net/Id/ers-service';
export const NHS_NUMBER_SYSTEM = 'http://fhir.nhs.net/Id/nhs-number';
export const SDS_USER_SYSTEM = 'http://fhir.nhs.net/Id/sds-user-id';
export const ORGANISATION_SYSTEM = 'https://directory.spineservices.nhs.uk/STU3/Organization';
export const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const SNOMED_SYSTEM = 'http://snomed.info/sct';
export const PARTICIPANT_TYPE_SYSTEM = 'http://hl7.org/fhir/ValueSet/encounter-participant-type';
export const CARE_CONNECT_APPOINTMENT =
  'https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Appointment-1';

export function codeSystem(name: string): string {
  return `https://fhir.nhs.uk/STU3/CodeSystem/${name}`;
}

export function profile(name: string): string {
  return `https://fhir.nhs.uk/STU3/StructureDefinition/${name}`;
}
