import type { Stu3Variant } from './variant.ts';

/** Systems and profiles of STU3, the same in both dialects. */
export const profile = (name: string): string =>
  `https://fhir.nhs.uk/STU3/StructureDefinition/${name}`;
export const codeSystem = (name: string): string => `https://fhir.nhs.uk/STU3/CodeSystem/${name}`;

/** Code systems of e-RS itself carry the base of the environment. */
export const ersCodeSystem = ({ base }: Pick<Stu3Variant, 'base'>, name: string): string =>
  `${base}/CodeSystem/${name}`;
export const specialtySystem = (variant: Pick<Stu3Variant, 'base'>): string =>
  ersCodeSystem(variant, 'SPECIALTY');

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
