import { SERVICE_FACTS_LIMIT, type ServiceFacts } from '../../domain/service-facts.ts';
import { NUMBERED_ID } from '../forms.ts';
import { searchResults } from '../shapes/search-results.ts';
import { serviceFactsShape } from '../shapes/service-facts.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { missing, neededForm } from './rules.ts';

const FIELD = 'serviceIds';

/** What several services say of themselves. One that e-RS does not know is left out of the answer. */
export const retrieveServices: Interaction<readonly string[], ServiceFacts[]> = {
  id: 'A035',
  kind: 'read',
  // api-platform.md §3: 1–20 ids.
  rules(serviceIds) {
    const { size } = new Set(serviceIds);
    return [
      missing(FIELD, size === 0),
      { refused: 'too-many-services', field: FIELD, isBroken: size > SERVICE_FACTS_LIMIT },
      ...serviceIds.map((id) => neededForm(FIELD, id, NUMBERED_ID)),
    ];
  },
  build: (serviceIds) => ({ params: { serviceIds: [...new Set(serviceIds)].join(',') } }),
  parse: bodyAs(searchResults(serviceFactsShape)),
  mismatch: (services, asked) =>
    services.every(({ id }) => asked.includes(id)) ? undefined : { field: 'entry' },
};
