import * as v from 'valibot';
import type { Clinician } from '../../domain/user.ts';
import { one, valueConcept } from './grouped.ts';
import { identifier, maybe, nhsNumber } from './values.ts';

/** People of a worklist stand in its rows, or once beside them and are referred to by a local name. */
export const peopleShape = v.pipe(
  v.optional(
    v.array(v.object({ id: maybe(v.string()), identifier: maybe(v.array(identifier)) })),
    [],
  ),
  v.transform(
    (contained) =>
      new Map(contained.map(({ id, identifier: [own] = [] }) => [`#${id}`, own?.value])),
  ),
);

type People = v.InferOutput<typeof peopleShape>;

const reference = v.object({
  valueReference: v.object({ reference: maybe(v.string()), identifier: maybe(identifier) }),
});

/** The number of a person. One who is referred to and is not there makes the answer unreadable. */
function person(people: People) {
  return v.pipe(
    reference,
    v.transform(
      ({ valueReference: { identifier: own, reference: name = '' } }) =>
        own?.value ?? people.get(name),
    ),
    v.string(),
  );
}

/** Columns that hold people, for the answer that names those people. */
export function peopleColumns(people: People) {
  const number = person(people);
  const clinician = v.pipe(
    number,
    v.transform((sdsUserId): Clinician => ({ sdsUserId })),
  );
  return { patient: one(v.pipe(number, nhsNumber)), clinician: one(clinician) };
}

export type PeopleColumns = ReturnType<typeof peopleColumns>;

export const valueCode = v.pipe(
  valueConcept,
  v.transform(({ code }) => code),
);
