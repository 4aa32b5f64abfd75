import type { Json } from '../answers.fixtures.ts';

const STRUCTURE = 'https://fhir.nhs.uk/StructureDefinition';
const CODES = 'https://fhir.nhs.uk/CodeSystem';

/** A searchset as R4 answers. */
export function searchset(...resources: Json[]): Json {
  const entry = resources.map((resource) => ({ resource, search: { mode: 'match' } }));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    link: [{ relation: 'self', url: 'https://elsewhere.test/R4/X' }],
    // Absent, not empty, where nothing was found.
    ...(entry.length > 0 && { entry }),
  };
}

export function concept(system: string, code: string, display?: string): Json {
  return { coding: [{ system: `${CODES}/${system}`, code, display }] };
}

export function contact(
  purpose: Json | undefined,
  ...points: [system: string, value: string][]
): Json {
  const purposes = purpose ? [{ url: 'purpose', valueCodeableConcept: purpose }] : [];
  const telecoms = points.map(([system, value]) => ({
    url: 'telecom',
    valueContactPoint: { system, value },
  }));
  return {
    url: `${STRUCTURE}/Extension-eRS-HealthcareService-Contact`,
    extension: [...purposes, ...telecoms],
  };
}

export function wording(name: string, valueString: string): Json {
  return { url: `${STRUCTURE}/Extension-eRS-${name}`, valueString };
}

/** A service with nothing but what every service has. */
export function serviceBody(id: string, over: Json = {}): Json {
  return {
    resourceType: 'HealthcareService',
    id,
    meta: { versionId: '3' },
    language: 'en',
    location: [{ identifier: { system: 'https://fhir.nhs.uk/Id/ods-site-code', value: 'RX101' } }],
    name: `Service ${id}`,
    ...over,
  };
}
