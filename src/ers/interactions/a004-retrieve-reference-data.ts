import type {
  ReferenceList,
  ReferenceListName,
  ReferenceLists,
} from '../../domain/reference-list.ts';
import {
  appointmentCancellationReason,
  clinicTypeConcept,
  knownPriorities,
  plainConcept,
  referralCancellationReason,
} from '../shapes/concepts.ts';
import { found, within, type Reading } from '../shapes/reading.ts';
import { anything, list, oneOf, refined, resourceOf, type Shape } from '../shapes/shape.ts';
import { bodyAs, type Interaction } from './interaction.ts';

const CONCEPTS: { readonly [Name in ReferenceListName]: Shape<ReferenceLists[Name][]> } = {
  SPECIALTY: list(plainConcept),
  'CLINIC-TYPE': list(clinicTypeConcept),
  PRIORITY: knownPriorities,
  'APPOINTMENT-CANCELLATION-REASON': list(appointmentCancellationReason),
  'REFERRAL-CANCELLATION-REASON': list(referralCancellationReason),
  'APPOINTMENT-NON-ATTENDANCE-REASON': list(plainConcept),
};

const NAMES = Object.keys(CONCEPTS) as ReferenceListName[];

const named = resourceOf('CodeSystem', { id: oneOf(NAMES), concept: anything });

/** The list under its name, which tells how its concepts read. */
const shape = refined(named, ({ id, concept }): Reading<ReferenceList> => {
  const concepts = within('concept', CONCEPTS[id](concept));
  return concepts.ok ? found({ [id]: concepts.value }) : concepts;
});

/**
 * One list of reference data, whole, with concepts that are no longer or not yet effective. Only
 * SPECIALTY, CLINIC-TYPE and APPOINTMENT-CANCELLATION-REASON are documented over HSCN
 * (api-platform.md §6). The others are asked for there too, as nobody says that they are not: where
 * they are not, that is a `not-found`.
 */
export const retrieveReferenceData: Interaction<ReferenceListName, ReferenceList> = {
  id: 'A004',
  kind: 'read',
  build: (codeSystem) => ({ params: { codeSystem } }),
  parse: bodyAs(shape),
  mismatch: (data, asked) => (data[asked] ? undefined : { field: 'id' }),
};
