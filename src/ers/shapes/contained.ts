import * as v from 'valibot';
import type { SearchCriteria } from '../../domain/criteria.ts';
import type { Letter } from '../../domain/letter.ts';
import type { ShortlistedService } from '../../domain/referral.ts';
import { extensions, one, valueReference } from './grouped.ts';
import { letterShape } from './letter.ts';
import { found, readAs, unreadableAt, type Reading } from './reading.ts';
import { criteriaShape } from './search-criteria.ts';
import { maybe, serviceId } from './values.ts';

/** Resources inside another, under names that mean something there only. */
export const containedShape = maybe(
  v.array(v.looseObject({ resourceType: v.string(), id: maybe(v.string()) })),
);

export type Contained = NonNullable<v.InferOutput<typeof containedShape>>;

/** A named resource that is not there is a broken document: what it held must not just vanish. */
export function readContained<const S extends v.GenericSchema>(
  shape: S,
  contained: Contained,
  reference: string | undefined,
): Reading<v.InferOutput<S> | undefined> {
  if (reference === undefined) return found(undefined);
  const index = contained.findIndex(({ id }) => id !== undefined && reference === `#${id}`);
  if (index < 0) return unreadableAt('contained');
  return readAs(shape, contained[index], `contained[${index}]`);
}

export function readLetters(contained: Contained): Reading<Letter[]> {
  const letters: Letter[] = [];
  for (const [index, resource] of contained.entries()) {
    if (resource.resourceType !== 'DocumentReference') continue;
    const letter = readAs(letterShape, resource, `contained[${index}]`);
    if (!letter.ok) return letter;
    letters.push(letter.value);
  }
  return found(letters);
}

const CRITERIA = 'Extension-eRS-Shortlist-SearchCriteria-1';

const shortlistShape = v.object({
  extension: maybe(extensions({ [CRITERIA]: maybe(one(valueReference)) })),
  entry: maybe(
    v.array(
      v.object({
        item: v.object({ display: maybe(v.string()), identifier: v.object({ value: serviceId }) }),
      }),
    ),
  ),
});

type ShortlistEntry = NonNullable<v.InferOutput<typeof shortlistShape>['entry']>[number];

function toShortlisted({ item }: ShortlistEntry): ShortlistedService {
  return { id: item.identifier.value, name: item.display };
}

export interface ReadShortlist {
  shortlist: ShortlistedService[] | undefined;
  criteria: SearchCriteria | undefined;
}

/** The services that a reference names, with the criteria that found them. */
export function readShortlist(
  contained: Contained,
  reference: string | undefined,
): Reading<ReadShortlist> {
  const list = readContained(shortlistShape, contained, reference);
  if (!list.ok) return list;
  const criteria = readContained(criteriaShape, contained, list.value?.extension?.[CRITERIA]);
  if (!criteria.ok) return criteria;
  return found({ shortlist: list.value?.entry?.map(toShortlisted), criteria: criteria.value });
}
