import type { Service } from '../../../core/model.ts';
import { refuse } from '../../../core/refusal.ts';
import { etag, fhirJson } from '../../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../../http/interaction.ts';
import { referrers } from '../../../http/interaction.ts';
import { SERVICE_VERSION, writeService } from '../healthcare-service.ts';

/** One object for both: the router tells HEAD from GET by it. */
const on = { 'api-platform': { paths: ['/HealthcareService/:id'], roles: referrers } };

function serviceOf({ core, path }: Exchange): Service {
  const service = core.directory.services.get(path['id'] ?? '');
  return service ?? refuse('REC_NOT_FOUND', 'id', 'names no service.');
}

const headers = { ...etag(SERVICE_VERSION), 'Cache-Control': 'no-cache' };

export const retrieveService: Interaction = {
  id: 'A033',
  method: 'GET',
  release: 'R4',
  on,
  answer: (exchange) => fhirJson(writeService(serviceOf(exchange)), 200, headers),
};

/** Says only whether what the caller kept is still current. */
export const retrieveServiceVersion: Interaction = {
  id: 'A037',
  method: 'HEAD',
  release: 'R4',
  on,
  answer: (exchange) => {
    serviceOf(exchange);
    return new Response(null, { status: 200, headers });
  },
};
