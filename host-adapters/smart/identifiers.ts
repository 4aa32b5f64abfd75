export const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
export const SDS_USER_ID = 'https://fhir.nhs.uk/Id/sds-user-id';
export const ODS_CODE = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const UBRN = 'https://fhir.nhs.uk/Id/UBRN';

export interface Identifier {
  system?: unknown;
  value?: unknown;
  use?: unknown;
  extension?: unknown;
}

/** Those of a system that are in use now. */
export function identifiersOf(resource: { identifier?: unknown }, system: string): Identifier[] {
  return listOf<Identifier>(resource.identifier).filter(
    (identifier) => identifier.system === system && identifier.use !== 'old',
  );
}

/** The different values of a system. */
export function valuesOf(resource: { identifier?: unknown }, system: string): string[] {
  const values = identifiersOf(resource, system).map(({ value }) => textOf(value)?.trim());
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** What FHIR has as a list of objects, of whatever came. */
export function listOf<Item extends object>(value: unknown): Item[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Item => typeof item === 'object' && item !== null);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
