import { readAdviceText } from '../../domain/advice-text.ts';
import type { AdviceMessage, AdviceParticipant } from '../../domain/advice.ts';
import type { Letter } from '../../domain/letter.ts';
import { parseUbrn } from '../../domain/ubrn.ts';
import { parseReference } from '../../fhir/references.ts';
import {
  anyResource,
  containedShape,
  placeContained,
  readThose,
  type AnyResource,
  type Contained,
} from './contained.ts';
import { extensions, valueReference } from './grouped.ts';
import { letterShape } from './letter.ts';
import { practitionerRoleShape, roleReference } from './practitioner-role.ts';
import { found, type Reading } from './reading.ts';
import { anyNumberOf, at, both, maybe, one, oneOrNone, resourceOf, text } from './shape.ts';
import { concept, instant, reference } from './values.ts';

const RESPONSIBLE = 'Extension-Communication-Requester-1';

const messageShape = resourceOf('Communication', {
  id: text,
  contained: containedShape,
  extension: extensions({ [RESPONSIBLE]: oneOrNone(valueReference) }),
  basedOn: anyNumberOf(reference),
  category: one(concept),
  sent: instant,
  sender: maybe(roleReference),
  payload: anyNumberOf(at('contentReference', reference)),
  note: one(at('text', text)),
});

/** People and files beside a message, by what refers to them: `PractitionerRole/…`, `#…`. */
export interface Included {
  people: ReadonlyMap<string, AdviceParticipant>;
  files: ReadonlyMap<string, Letter>;
}

/** How resources are referred to, and where they stand. */
interface Naming {
  nameOf: (resource: AnyResource) => string;
  placeOf: (index: number) => string;
}

const namedPerson = both(anyResource, practitionerRoleShape);
const namedFile = both(anyResource, letterShape);

/** Reads those resources that a message may refer to. One that it cannot read is a broken answer. */
export function readIncluded(resources: Contained, { nameOf, placeOf }: Naming): Reading<Included> {
  const people = readThose(resources, 'PractitionerRole', { shape: namedPerson, placeOf });
  if (!people.ok) return people;
  const files = readThose(resources, 'DocumentReference', { shape: namedFile, placeOf });
  if (!files.ok) return files;
  const byName = <T>(named: readonly [AnyResource, T][]): Map<string, T> =>
    new Map(named.map(([resource, value]) => [nameOf(resource), value]));
  return found({ people: byName(people.value), files: byName(files.value) });
}

const contents: Naming = { nameOf: ({ id }) => `#${id}`, placeOf: placeContained };

/** A Communication in the words of the domain, with what it holds or what stands beside it. */
export function readAdviceMessage(body: unknown, beside?: Included): Reading<AdviceMessage> {
  const outer = messageShape(body);
  if (!outer.ok) return outer;
  const { id, sent, note, category, basedOn, payload, sender, extension } = outer.value;
  const own = readIncluded(outer.value.contained, contents);
  if (!own.ok) return own;
  const personAt = (place = ''): AdviceParticipant | undefined =>
    own.value.people.get(place) ?? beside?.people.get(localName(place));
  const fileAt = (place: string): Letter | undefined =>
    own.value.files.get(place) ?? beside?.files.get(localName(place));
  const files = payload.map(fileAt).filter((file) => file !== undefined);
  const [request = ''] = basedOn;
  return found({
    id,
    ubrn: parseUbrn(parseReference(request)?.id ?? ''),
    sentBy: category.code,
    sent,
    text: readAdviceText(note),
    sender: personAt(sender),
    responsible: personAt(extension[RESPONSIBLE]),
    files,
    untoldFiles: payload.length - files.length,
  });
}

/** Without the server's base, should it stand before. */
function localName(place: string): string {
  const { type, id } = parseReference(place) ?? {};
  return `${type}/${id}`;
}
