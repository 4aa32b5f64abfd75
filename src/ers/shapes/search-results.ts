import { anyNumberOf, at, either, list, mapped, resourceOf, type Shape } from './shape.ts';

/** The resources of a searchset, in its order; none is an answer too. */
export function searchResults<T>(resource: Shape<T>): Shape<T[]> {
  const bundle = resourceOf('Bundle', { entry: anyNumberOf(at('resource', resource)) });
  return mapped(bundle, ({ entry }) => entry);
}

/** Where a resource of a searchset stands, by its number. */
export const placeInSet = (index: number): string => `entry[${index}].resource`;

/** FHIR has a list there; e-RS has been seen to send its one item bare (api-platform.md §7). */
export function listOrOne<T>(item: Shape<T>): Shape<T[]> {
  return either(
    list(item),
    mapped(item, (only) => [only]),
  );
}
