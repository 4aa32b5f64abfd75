import type { ServiceFacts } from '../../domain/service-facts.ts';
import { NUMBERED_ID } from '../forms.ts';
import { serviceFactsShape } from '../shapes/service-facts.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { formRule } from './rules.ts';

/** What one service says of itself. */
export const retrieveService: Interaction<string, ServiceFacts> = {
  id: 'A033',
  kind: 'read',
  rules: (serviceId) => [formRule('id', serviceId, NUMBERED_ID)],
  build: (serviceId) => ({ params: { serviceId } }),
  parse: bodyAs(serviceFactsShape),
  mismatch: ({ id }, asked) => (id === asked ? undefined : { field: 'id' }),
  failures: { REC_NOT_FOUND: 'no-such-service' },
};
