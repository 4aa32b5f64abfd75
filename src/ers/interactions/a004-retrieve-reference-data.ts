import * as v from 'valibot';
import type { ReferenceList, ReferenceListName } from '../../domain/reference-list.ts';
import {
  appointmentCancellationReason,
  clinicTypeConcept,
  knownPriorities,
  plainConcept,
  referralCancellationReason,
  specialtyConcept,
} from '../shapes/concepts.ts';
import { readAs } from '../shapes/reading.ts';
import { resultOf, type Interaction } from './interaction.ts';

function list<const N extends ReferenceListName, const S extends v.GenericSchema>(
  name: N,
  concepts: S,
) {
  return v.pipe(
    v.object({
      resourceType: v.literal('CodeSystem'),
      id: v.literal(name),
      concept: concepts,
    }),
    v.transform(({ concept }) => ({ [name]: concept }) as Record<N, v.InferOutput<S>>),
  );
}

const shape = v.variant('id', [
  list('SPECIALTY', v.array(specialtyConcept)),
  list('CLINIC-TYPE', v.array(clinicTypeConcept)),
  list('PRIORITY', knownPriorities),
  list('APPOINTMENT-CANCELLATION-REASON', v.array(appointmentCancellationReason)),
  list('REFERRAL-CANCELLATION-REASON', v.array(referralCancellationReason)),
  list('APPOINTMENT-NON-ATTENDANCE-REASON', v.array(plainConcept)),
]);

/** One list of reference data, whole, with concepts that are no longer or not yet effective. */
export const retrieveReferenceData: Interaction<ReferenceListName, ReferenceList> = {
  id: 'A004',
  kind: 'read',
  build: (codeSystem) => ({ operation: 'A004', params: { codeSystem } }),
  parse: (answer, { origin }) => resultOf(readAs(shape, answer.body), answer, origin),
  mismatch: (data, asked) => (data[asked] ? undefined : { field: 'id' }),
  failures: {},
};
