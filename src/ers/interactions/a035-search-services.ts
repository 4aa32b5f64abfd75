import { SERVICE_FACTS_LIMIT, type ServiceFacts } from '../../domain/service-facts.ts';
import { searchResults } from '../shapes/search-results.ts';
import { serviceFactsShape } from '../shapes/service-facts.ts';
import { serviceIdRule } from './a033-retrieve-service.ts';
import { firstBroken, resultOf, type Interaction } from './interaction.ts';

const shape = searchResults(serviceFactsShape);

/** What several services say of themselves. One that e-RS does not know is left out of the answer. */
export const retrieveServices: Interaction<readonly string[], ServiceFacts[]> = {
  id: 'A035',
  kind: 'read',
  build(serviceIds) {
    const field = '_id';
    const ids = [...new Set(serviceIds)];
    const refusal = firstBroken([
      { when: ids.length === 0, refused: 'field-required', field },
      { when: ids.length > SERVICE_FACTS_LIMIT, refused: 'too-many-services', field },
      ...ids.map((id) => serviceIdRule(id, field)),
    ]);
    return refusal ?? { operation: 'A035', params: { serviceIds: ids.join(',') } };
  },
  parse: (answer, { origin }) => resultOf(shape(answer.body), answer, origin),
  mismatch: (services, asked) =>
    services.every(({ id }) => asked.includes(id)) ? undefined : { field: 'entry' },
  failures: {},
};
