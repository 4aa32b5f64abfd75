import type { AdviceRow, AdviceVersion } from '../../domain/advice.ts';
import type { WorklistFilter } from '../../domain/worklist-filter.ts';
import {
  extensions,
  valueCode,
  valueConcept,
  valueInstant,
  valueInteger,
  valuePriority,
  valueService,
} from '../shapes/grouped.ts';
import { mapped, maybe, one, oneOrNone } from '../shapes/shape.ts';
import { readWorklist, type RowShapes } from '../shapes/worklist.ts';
import { firstBroken, resultOf, type Interaction } from './interaction.ts';
import { filterRules, worklistBody } from './worklist-request.ts';

const LIST = {
  system: 'eRS-CommunicationListSelector-1',
  code: 'ADVICE_AND_GUIDANCE_REQUESTS',
} as const;

const rows: RowShapes<Omit<AdviceRow, 'ubrn'>> = ({ patient, clinician }) => ({
  adviceandguidancerequests: mapped(
    extensions({
      priority: one(valuePriority),
      specialty: one(valueConcept),
      patient,
      namedClinician: maybe(clinician),
      category: one(valueCode),
      adviceFirstRequested: one(valueInstant),
      adviceLastUpdated: one(valueInstant),
      referrer: clinician,
      service: one(valueService),
      clinicType: oneOrNone(valueConcept),
      communicationRequestVersion: oneOrNone(valueInteger),
    }),
    ({
      adviceFirstRequested: firstRequested,
      adviceLastUpdated: lastUpdated,
      communicationRequestVersion: number,
      ...rest
    }) => {
      const version = number === undefined ? undefined : (String(number) as AdviceVersion);
      return { ...rest, firstRequested, lastUpdated, version };
    },
  ),
});

/** The provider's open requests for advice. Not paged, and in the order of e-RS. */
export const retrieveAdviceWorklist: Interaction<WorklistFilter, AdviceRow[]> = {
  id: 'A023',
  kind: 'read',
  build: (filter, dialect) =>
    firstBroken(filterRules(filter)) ?? {
      operation: 'A023',
      params: {},
      body: worklistBody(LIST, filter, dialect),
    },
  parse: (answer, { origin }) =>
    resultOf(readWorklist(answer.body, 'CommunicationRequest', rows), answer, origin),
  failures: {},
};
