import { booleanParameter } from '../../fhir/parameters.ts';
import { wrong, type Rule } from './rules.ts';

const NAME = 'appointmentCancelledInPAS';

/** interactions.md §8. Whether the service is bookable indirectly, only e-RS knows here. */
export function cancelledInPasRule(cancelledInPas: boolean | undefined): Rule {
  return wrong(NAME, cancelledInPas !== undefined && typeof cancelledInPas !== 'boolean');
}

export function cancelledInPasParameter(cancelledInPas: boolean | undefined) {
  return booleanParameter(NAME, cancelledInPas);
}
