import type { SearchCriteria } from '../../domain/criteria.ts';
import type { Letter } from '../../domain/letter.ts';
import type { ShortlistedService } from '../../domain/referral.ts';
import { extensions, valueReference } from './grouped.ts';
import { letterShape } from './letter.ts';
import { found, unreadableAt, within, type Reading } from './reading.ts';
import { criteriaShape } from './search-criteria.ts';
import {
  anyNumberOf,
  at,
  list,
  maybe,
  object,
  oneOrNone,
  refined,
  text,
  type Read,
  type Shape,
} from './shape.ts';
import { namedService } from './values.ts';

const headShape = object({ resourceType: text, id: maybe(text) });

/** A resource whose type tells how to read it on; whole. */
export type AnyResource = Read<typeof headShape>;

export const anyResource: Shape<AnyResource> = refined(headShape, (_, held) =>
  found(held as AnyResource),
);

/** Resources inside another, under names that mean something there only. */
export const containedShape = anyNumberOf(anyResource);

export type Contained = readonly AnyResource[];

/** A named resource that is not there is a broken document: what it held must not just vanish. */
export function readContained<T>(
  shape: Shape<T>,
  contained: Contained,
  reference: string | undefined,
): Reading<T | undefined> {
  if (reference === undefined) return found(undefined);
  const index = contained.findIndex(({ id }) => id && reference === `#${id}`);
  if (index < 0) return unreadableAt('contained');
  return within(placeContained(index), shape(contained[index]));
}

/** Those of one type, in their order. One that cannot be read is a broken document. */
export function readThose<T>(
  resources: Contained,
  type: string,
  { shape, placeOf }: { shape: Shape<T>; placeOf: (index: number) => string },
): Reading<T[]> {
  const those: T[] = [];
  for (const [index, resource] of resources.entries()) {
    if (resource.resourceType !== type) continue;
    const reading = within(placeOf(index), shape(resource));
    if (!reading.ok) return reading;
    those.push(reading.value);
  }
  return found(those);
}

export const placeContained = (index: number): string => `contained[${index}]`;

export function readLetters(contained: Contained): Reading<Letter[]> {
  return readThose(contained, 'DocumentReference', {
    shape: letterShape,
    placeOf: placeContained,
  });
}

const CRITERIA = 'Extension-eRS-Shortlist-SearchCriteria-1';

const shortlistShape = object({
  extension: extensions({ [CRITERIA]: oneOrNone(valueReference) }),
  entry: maybe(list(at('item', namedService))),
});

export interface ReadShortlist {
  shortlist: ShortlistedService[] | undefined;
  criteria: SearchCriteria | undefined;
}

/** The services that a reference names, with the criteria that found them. */
export function readShortlist(
  contained: Contained,
  reference: string | undefined,
): Reading<ReadShortlist> {
  const named = readContained(shortlistShape, contained, reference);
  if (!named.ok) return named;
  const criteria = readContained(criteriaShape, contained, named.value?.extension[CRITERIA]);
  if (!criteria.ok) return criteria;
  return found({ shortlist: named.value?.entry, criteria: criteria.value });
}
