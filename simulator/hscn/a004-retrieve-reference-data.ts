import { writeCodeSystem } from './code-system.ts';
import type { FhirInteraction } from './interaction.ts';
import { clinicalRoles } from './interaction.ts';
import { fhirJson } from './operation-outcome.ts';

export const retrieveReferenceData: FhirInteraction = {
  id: 'A004',
  kind: 'fhir',
  method: 'GET',
  paths: ['/CodeSystem/:type'],
  roles: clinicalRoles,
  answer: ({ core, path }) => {
    const codeSystem = writeCodeSystem(core, path['type'] ?? '');
    return codeSystem ? fhirJson(codeSystem, 200) : new Response(null, { status: 404 });
  },
};
