import type { AdviceRow, AdviceVersion } from '../../domain/advice.ts';
import type { WorklistFilter } from '../../domain/worklist-filter.ts';
import {
  extensions,
  valueCode,
  valueConcept,
  valueInstant,
  valuePriority,
  valueService,
  valueVersion,
} from '../shapes/grouped.ts';
import { from, maybe, one, oneOrNone } from '../shapes/shape.ts';
import { readWorklist, type RowShapes } from '../shapes/worklist.ts';
import type { Interaction } from './interaction.ts';
import { filterRules, worklistBody } from './worklist-request.ts';

const LIST = {
  system: 'eRS-CommunicationListSelector-1',
  code: 'ADVICE_AND_GUIDANCE_REQUESTS',
} as const;

const rows: RowShapes<Omit<AdviceRow, 'ubrn'>> = ({ patient, clinician }) => ({
  adviceandguidancerequests: extensions({
    priority: one(valuePriority),
    specialty: one(valueConcept),
    patient,
    namedClinician: maybe(clinician),
    category: one(valueCode),
    firstRequested: from('adviceFirstRequested', one(valueInstant)),
    lastUpdated: from('adviceLastUpdated', one(valueInstant)),
    referrer: clinician,
    service: one(valueService),
    clinicType: oneOrNone(valueConcept),
    version: from('communicationRequestVersion', oneOrNone(valueVersion<AdviceVersion>())),
  }),
});

/** The provider's open requests for advice. Not paged, and in the order of e-RS. */
export const retrieveAdviceWorklist: Interaction<WorklistFilter, AdviceRow[]> = {
  id: 'A023',
  kind: 'read',
  about: 'advice',
  rules: filterRules,
  build: (filter, dialect) => ({ body: worklistBody(LIST, filter, dialect) }),
  parse: ({ body }) => readWorklist(body, 'CommunicationRequest', rows),
};
