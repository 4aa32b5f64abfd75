import { writeCodeSystem } from '../code-system.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';
import { fhirJson } from '../../http/fhir-json.ts';

export const retrieveReferenceData: Interaction = {
  id: 'A004',
  method: 'GET',
  on: onBoth({ paths: ['/CodeSystem/:type'], roles: clinicalRoles }),
  answer: (exchange) => {
    const codeSystem = writeCodeSystem(exchange, exchange.path['type'] ?? '');
    return codeSystem ? fhirJson(codeSystem, 200) : new Response(null, { status: 404 });
  },
};
