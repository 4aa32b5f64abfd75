import type { ServiceFacts } from '../../domain/service-facts.ts';
import { serviceFactsShape } from '../shapes/service-facts.ts';
import { resultOf, type Interaction, type Rule } from './interaction.ts';

/** `field` is e-RS's own name for the place of the id. */
export function serviceIdRule(id: string, field: string): Rule {
  return { when: !/^\d{1,18}$/.test(id), refused: 'field-wrong', field };
}

/** What one service says of itself. */
export const retrieveService: Interaction<string, ServiceFacts> = {
  id: 'A033',
  kind: 'read',
  build(serviceId) {
    const { when, ...refusal } = serviceIdRule(serviceId, 'id');
    return when ? refusal : { operation: 'A033', params: { serviceId } };
  },
  parse: (answer, { origin }) => resultOf(serviceFactsShape(answer.body), answer, origin),
  mismatch: ({ id }, asked) => (id === asked ? undefined : { field: 'id' }),
  failures: { REC_NOT_FOUND: 'no-such-service' },
};
