import { PRIORITIES } from '../../domain/criteria.ts';
import { byCode, byName, byUrl, type Grouped } from '../../fhir/grouped.ts';
import {
  anyNumberOf,
  at,
  flag,
  isObject,
  mapped,
  maybe,
  object,
  oneOf,
  resourceOf,
  refined,
  text,
  that,
  wholeNumber,
  type Shape,
} from './shape.ts';
import { coded, concept, identified, instant, localDate, reference, serviceId } from './values.ts';

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
    return refined(items, (found) => groups(group(found)));
  };
}

/** Extensions, by the last segment of their URL. */
export const extensions = groupedBy('url', byUrl);

/** The entries of a Parameters resource, by name. */
export const parameters = groupedBy('name', byName);

/** The properties of a CodeSystem concept, by code. */
export const properties = groupedBy('code', byCode);

export const valueText = at('valueString', text);
export const valueBoolean = at('valueBoolean', flag);
export const valueWhole = at('valueUnsignedInt', wholeNumber);
export const valueInteger = at('valueInteger', wholeNumber);
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
export const valueService = at(
  'valueReference',
  mapped(
    object({ identifier: at('value', serviceId), display: maybe(text) }),
    ({ identifier: id, display: name }) => ({ id, name }),
  ),
);

/** What a group of one name in a Parameters resource says. */
export function parameterNamed<T>(name: string, group: Shape<T>): Shape<T> {
  const named = resourceOf('Parameters', { parameter: parameters({ [name]: group }) });
  // Read above, or it would not have been found.
  return mapped(named, ({ parameter }) => parameter[name] as T);
}

/** A whole resource as the value of a parameter. */
export function resource<T>(shape: Shape<T>): Shape<T> {
  return at('resource', shape);
}
