import * as v from 'valibot';
import { PRIORITIES } from '../../domain/criteria.ts';
import { byCode, byName, byUrl } from '../../fhir/grouped.ts';
import {
  coded,
  concept,
  identifier,
  instant,
  localDate,
  maybe,
  serviceId,
  wholeNumber,
} from './values.ts';

/** A list whose groups, by name, have a shape; groups not named here pass unread. */
function groupedAs<const L extends v.GenericSchema, const E extends v.ObjectEntries>(
  list: L,
  group: (items: v.InferOutput<L>) => unknown,
  entries: E,
) {
  // The cast only tells valibot that it may check the groups next; that check proves the shape.
  return v.pipe(
    list,
    v.transform((items) => group(items) as v.InferInput<v.ObjectSchema<E, undefined>>),
    v.object(entries),
  );
}

/** Something under its name. Not copied, as a worklist has a hundred thousand of them. */
function named<const K extends string>(key: K) {
  return v.custom<Record<K, string>>(
    (held) =>
      typeof held === 'object' && typeof (held as Record<K, unknown> | null)?.[key] === 'string',
  );
}

/** Extensions, by the last segment of their URL. */
export function extensions<const E extends v.ObjectEntries>(entries: E) {
  return groupedAs(v.array(named('url')), byUrl, entries);
}

/** The entries of a Parameters resource, by name. */
export function parameters<const E extends v.ObjectEntries>(entries: E) {
  return groupedAs(v.array(named('name')), byName, entries);
}

/** The properties of a CodeSystem concept, by code. */
export function properties<const E extends v.ObjectEntries>(entries: E) {
  const list = v.optional(v.array(named('code')), []);
  return groupedAs(list, byCode, entries);
}

/** The one entry of its name. */
export function one<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((group) => group[0]),
    schema,
  );
}

export const valueText = v.pipe(
  v.object({ valueString: v.string() }),
  v.transform((held) => held.valueString),
);
export const valueBoolean = v.pipe(
  v.object({ valueBoolean: v.boolean() }),
  v.transform((held) => held.valueBoolean),
);
export const valueWhole = v.pipe(
  v.object({ valueUnsignedInt: wholeNumber }),
  v.transform((held) => held.valueUnsignedInt),
);
export const valueInteger = v.pipe(
  v.object({ valueInteger: wholeNumber }),
  v.transform((held) => held.valueInteger),
);
export const valueInstant = v.pipe(
  v.object({ valueDateTime: instant }),
  v.transform((held) => held.valueDateTime),
);
export const valueDate = v.pipe(
  v.object({ valueDate: localDate }),
  v.transform((held) => held.valueDate),
);
export const valueCoding = v.pipe(
  v.object({ valueCoding: coded }),
  v.transform((held) => held.valueCoding),
);
export const valueConcept = v.pipe(
  v.object({ valueCodeableConcept: concept }),
  v.transform((held) => held.valueCodeableConcept),
);
export const valueIdentifier = v.pipe(
  v.object({ valueIdentifier: identifier }),
  v.transform((held) => held.valueIdentifier.value),
);
export const valueReference = v.pipe(
  v.object({ valueReference: v.object({ reference: v.string() }) }),
  v.transform((held) => held.valueReference.reference),
);
/** A whole resource, to be read by itself. */
export const resource = v.pipe(
  v.object({ resource: v.unknown() }),
  v.transform((held) => held.resource),
);
export const valuePriority = v.pipe(
  valueConcept,
  v.transform(({ code }) => code),
  v.picklist(PRIORITIES),
);
/** A service by id, with its name where e-RS says it. */
export const valueService = v.pipe(
  v.object({
    valueReference: v.object({
      identifier: v.object({ value: serviceId }),
      display: maybe(v.string()),
    }),
  }),
  v.transform(({ valueReference: { identifier: own, display } }) => ({
    id: own.value,
    name: display,
  })),
);
