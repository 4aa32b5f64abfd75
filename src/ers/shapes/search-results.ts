import * as v from 'valibot';
import { maybe } from './values.ts';

/** The resources of a searchset, in its order; none is an answer too. */
export function searchResults<const S extends v.GenericSchema>(resource: S) {
  return v.pipe(
    v.object({
      resourceType: v.literal('Bundle'),
      entry: maybe(v.array(v.object({ resource }))),
    }),
    v.transform(({ entry = [] }) => entry.map((one) => one.resource as v.InferOutput<S>)),
  );
}

/** FHIR has a list there; e-RS has been seen to send its one item bare (api-platform.md §7). */
export function listOrOne<const S extends v.GenericSchema>(item: S) {
  return v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ]);
}
