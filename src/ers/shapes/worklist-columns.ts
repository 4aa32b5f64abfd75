import type { Clinician } from '../../domain/user.ts';
import { found, unreadableAt } from './reading.ts';
import { anyNumberOf, at, mapped, maybe, object, one, refined, text, type Read } from './shape.ts';
import { identifier, nhsNumber } from './values.ts';

/** People of a worklist stand in its rows, or once beside them and are referred to by a local name. */
export const peopleShape = mapped(
  anyNumberOf(object({ id: maybe(text), identifier: anyNumberOf(identifier) })),
  (contained) => new Map(contained.map(({ id, identifier: [own] }) => [`#${id}`, own?.value])),
);

type People = Read<typeof peopleShape>;

const valuePerson = at(
  'valueReference',
  object({ reference: maybe(text), identifier: maybe(identifier) }),
);

/** The number of a person. One who is referred to and is not there makes the answer unreadable. */
function person(people: People) {
  return refined(valuePerson, ({ identifier: own, reference: name = '' }) => {
    const number = own?.value ?? people.get(name);
    return number === undefined ? unreadableAt() : found(number);
  });
}

/** Columns that hold people, for the answer that names those people. */
export function peopleColumns(people: People) {
  const number = person(people);
  const clinician = mapped(number, (sdsUserId): Clinician => ({ sdsUserId }));
  return { patient: one(refined(number, nhsNumber)), clinician: one(clinician) };
}

export type PeopleColumns = ReturnType<typeof peopleColumns>;
