import { PRIORITIES } from '../../domain/criteria.ts';
import { byCode, byName, byUrl, type Grouped } from '../../fhir/grouped.ts';
import {
  anyNumberOf,
  at,
  flag,
  isObject,
  mapped,
  object,
  oneOf,
  resourceOf,
  refined,
  text,
  that,
  wholeNumber,
  type Shape,
} from './shape.ts';
import {
  coded,
  concept,
  identified,
  instant,
  localDate,
  namedService,
  reference,
} from './values.ts';

type Entries = Readonly<Record<string, Shape<unknown>>>;

/**
 * A list whose groups, by the name that each item has, have a shape; other groups pass unread. No
 * list is an empty one.
 */
function groupedBy<K extends string>(
  key: K,
  group: (items: Record<K, string>[]) => Grouped<unknown>,
) {
  // Not copied, as a worklist has a hundred thousand of them.
  const items = anyNumberOf(
    that((held): held is Record<K, string> => isObject(held) && typeof held[key] === 'string'),
  );
  return <const E extends Entries>(entries: E) => {
    const groups = object(entries);
    return refined(items, (all) => groups(group(all)));
  };
}

/** Extensions, by the last segment of their URL. */
export const extensions = groupedBy('url', byUrl);

/** The entries of a Parameters resource, by name. */
const parameters = groupedBy('name', byName);

/** The properties of a CodeSystem concept, by code. */
export const properties = groupedBy('code', byCode);

export const valueText = at('valueString', text);
export const valueBoolean = at('valueBoolean', flag);
export const valueWhole = at('valueUnsignedInt', wholeNumber);
export const valueInteger = at('valueInteger', wholeNumber);
/** A version of a referral or a request for advice, which e-RS writes as a number there. */
export function valueVersion<Version extends string>(): Shape<Version> {
  return mapped(valueInteger, (number) => String(number) as Version);
}
export const valueInstant = at('valueDateTime', instant);
export const valueDate = at('valueDate', localDate);
export const valueCoding = at('valueCoding', coded);
export const valueConcept = at('valueCodeableConcept', concept);
/** The code of a concept alone. */
export const valueCode = mapped(valueConcept, ({ code }) => code);
export const valueIdentifier = at('valueIdentifier', at('value', text));
export const valueReference = at('valueReference', reference);
export const valueIdentified = at('valueReference', identified);
export const valuePriority = refined(valueCode, oneOf(PRIORITIES));
/** A service by id, with its name where e-RS says it. */
export const valueService = at('valueReference', namedService);

/** A Parameters resource, by what its parameters say. */
export function parametersResource<const E extends Entries>(entries: E) {
  const shape = resourceOf('Parameters', { parameter: parameters(entries) });
  return mapped(shape, ({ parameter }) => parameter);
}

/** A whole resource as the value of a parameter. */
export function resource<T>(shape: Shape<T>): Shape<T> {
  return at('resource', shape);
}
