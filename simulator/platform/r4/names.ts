import { platformBase } from '../variant.ts';

/** Systems of R4; several differ from those of STU3. */
export const r4CodeSystem = (name: string): string => `https://fhir.nhs.uk/CodeSystem/${name}`;
export const r4Extension = (name: string): string =>
  `https://fhir.nhs.uk/StructureDefinition/Extension-eRS-${name}`;
export const r4NhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
export const r4UserSystem = 'https://fhir.nhs.uk/Id/sds-user-id';
export const r4OdsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const r4SiteSystem = 'https://fhir.nhs.uk/Id/ods-site-code';
export const ubrnSystem = 'https://fhir.nhs.uk/Id/UBRN';

export const r4Base = `${platformBase}/R4`;
