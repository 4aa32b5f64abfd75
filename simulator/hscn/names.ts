/** Systems and profiles of the HSCN dialect. */
export const profile = (name: string): string =>
  `https://fhir.nhs.uk/STU3/StructureDefinition/${name}`;
export const codeSystem = (name: string): string => `https://fhir.nhs.uk/STU3/CodeSystem/${name}`;

/** The base the server knows itself by; a client must never follow it. */
export const internalBase = 'https://ers-api:445/STU3/v1';
export const specialtySystem = `${internalBase}/CodeSystem/SPECIALTY`;

export const nhsNumberSystem = 'http://fhir.nhs.net/Id/nhs-number';
export const userSystem = 'http://fhir.nhs.net/Id/sds-user-id';
export const serviceSystem = 'http://fhir.nhs.net/Id/ers-service';
export const organisationSystem = 'https://directory.spineservices.nhs.uk/STU3/Organization';
export const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

export const appointmentProfiles = [
  profile('eRS-Appointment-1'),
  'https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Appointment-1',
];
export const appointmentDescription = 'e-Referral Appointment';

/** Display of an upper-case code: its words. */
export function displayOf(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const priorityDisplays: Readonly<Record<string, string>> = {
  ROUTINE: 'Routine',
  URGENT: 'Urgent',
  TWO_WEEK_WAIT: '2 Week Wait',
};

export function priorityDisplay(code: string): string {
  return priorityDisplays[code] ?? code;
}
