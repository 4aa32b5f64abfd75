import { refuse } from '../../../core/refusal.ts';
import type { Interaction } from '../../../http/interaction.ts';
import { referrers } from '../../../http/interaction.ts';
import { writeService } from '../healthcare-service.ts';
import { r4Base } from '../names.ts';
import { searchSet } from '../search-set.ts';

const MOST_IDS = 20;

function idsOf(url: URL): string[] {
  const given = url.searchParams.get('_id');
  if (!given) return refuse('REC_BAD_REQUEST', '_id', 'is missing.');
  const ids = given.split(',');
  if (ids.length > MOST_IDS) {
    refuse('REC_BAD_REQUEST', '_id', `has more than ${MOST_IDS} values.`);
  }
  if (!ids.every((id) => /^\d+$/.test(id))) refuse('REC_BAD_REQUEST', '_id', 'is no service id.');
  return ids;
}

export const searchServicesById: Interaction = {
  id: 'A035',
  method: 'GET',
  release: 'R4',
  on: { 'api-platform': { paths: ['/HealthcareService'], roles: referrers } },
  answer: ({ core, url }) => {
    const ids = idsOf(url);
    const services = [...new Set(ids)].flatMap((id) => core.directory.services.get(id) ?? []);
    return searchSet(
      core,
      { search: `HealthcareService?_id=${ids.join(',')}` },
      services.map((service) => ({
        fullUrl: `${r4Base}/HealthcareService/${service.id}`,
        resource: writeService(service),
      })),
    );
  },
};
