import * as v from 'valibot';
import { PRIORITIES } from '../../domain/criteria.ts';
import type { ClinicType, PriorityConcept, ReferenceConcept } from '../../domain/reference-list.ts';
import { one, properties, valueCoding, valueInstant, valueInteger } from '../shapes/grouped.ts';
import { readAs } from '../shapes/reading.ts';
import { maybe } from '../shapes/values.ts';
import { resultOf, type Interaction } from './interaction.ts';

const effective = {
  effectiveFrom: maybe(one(valueInstant)),
  effectiveTo: maybe(one(valueInstant)),
};

const plainConcept = v.pipe(
  v.object({
    code: v.string(),
    display: v.string(),
    property: properties(effective),
  }),
  v.transform(({ code, display, property }): ReferenceConcept => ({ code, display, ...property })),
);

const clinicTypeConcept = v.pipe(
  v.object({
    code: v.string(),
    display: v.string(),
    property: properties({ ...effective, specialty: one(valueCoding) }),
  }),
  v.transform(({ code, display, property: { specialty, ...times } }): ClinicType => ({
    code,
    display,
    ...times,
    specialty: specialty.code,
  })),
);

/** A priority that we do not know could not be chosen, as nothing here could say what it means. */
const priorityConcept = v.pipe(
  v.object({
    code: v.string(),
    display: v.string(),
    property: properties({ ...effective, deferToProviderContactDays: maybe(one(valueInteger)) }),
  }),
  v.transform(({ code, display, property }): PriorityConcept | undefined => {
    const known = PRIORITIES.find((priority) => priority === code);
    return known && { code: known, display, ...property };
  }),
);

/** Each list whole, with concepts that are no longer or not yet effective. */
function conceptList<T extends ReferenceConcept>(
  codeSystem: string,
  conceptShape: v.GenericSchema<unknown, T | undefined>,
): Interaction<undefined, T[]> {
  const shape = v.pipe(
    v.object({ resourceType: v.literal('CodeSystem'), concept: v.array(conceptShape) }),
    v.transform(({ concept }) => concept.filter((one) => one !== undefined)),
  );
  return {
    id: 'A004',
    kind: 'read',
    build: () => ({ operation: 'A004', params: { codeSystem } }),
    parse: (answer, { origin }) => resultOf(readAs(shape, answer.body), answer, origin),
    failures: {},
  };
}

export const retrieveSpecialties = conceptList('SPECIALTY', plainConcept);
export const retrieveClinicTypes = conceptList('CLINIC-TYPE', clinicTypeConcept);
export const retrievePriorities = conceptList('PRIORITY', priorityConcept);
