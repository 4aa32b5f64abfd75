import type { ServiceFacts } from '../../domain/service-facts.ts';
import { serviceFactsShape } from '../shapes/service-facts.ts';
import { bodyAs, type Interaction } from './interaction.ts';

/** What one service says of itself. */
export const retrieveService: Interaction<string, ServiceFacts> = {
  id: 'A033',
  kind: 'read',
  build: (serviceId) => ({ params: { serviceId } }),
  parse: bodyAs(serviceFactsShape),
  mismatch: ({ id }, asked) => (id === asked ? undefined : { field: 'id' }),
  failures: { REC_NOT_FOUND: 'no-such-service' },
};
