import { readAdviceText } from '../../domain/advice-text.ts';
import type { AdviceMessage, AdviceParticipant } from '../../domain/advice.ts';
import type { Letter } from '../../domain/letter.ts';
import { parseUbrn } from '../../domain/ubrn.ts';
import { parseReference } from '../../fhir/references.ts';
import { containedShape, type AnyResource, type Contained } from './contained.ts';
import { extensions, valueReference } from './grouped.ts';
import { letterShape } from './letter.ts';
import { practitionerRoleShape, roleReference } from './practitioner-role.ts';
import { found, within, type Reading } from './reading.ts';
import { anyNumberOf, at, maybe, one, oneOrNone, resourceOf, text } from './shape.ts';
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
  people: Map<string, AdviceParticipant>;
  files: Map<string, Letter>;
}

/** Reads those resources that a message may refer to. One that it cannot read is a broken answer. */
export function readIncluded(
  resources: Contained,
  nameOf: (resource: AnyResource) => string,
  pathOf: (index: number) => string,
): Reading<Included> {
  const included: Included = { people: new Map(), files: new Map() };
  for (const [index, resource] of resources.entries()) {
    const kept = keep(included, nameOf(resource), resource);
    if (!kept.ok) return within(pathOf(index), kept);
  }
  return found(included);
}

function keep({ people, files }: Included, name: string, resource: AnyResource): Reading<unknown> {
  if (resource.resourceType === 'PractitionerRole') {
    const person = practitionerRoleShape(resource);
    if (person.ok) people.set(name, person.value);
    return person;
  }
  if (resource.resourceType !== 'DocumentReference') return found(undefined);
  const file = letterShape(resource);
  if (file.ok) files.set(name, file.value);
  return file;
}

/** A Communication in the words of the domain, with what it holds or what stands beside it. */
export function readAdviceMessage(body: unknown, beside?: Included): Reading<AdviceMessage> {
  const outer = messageShape(body);
  if (!outer.ok) return outer;
  const { contained, payload, ...read } = outer.value;
  const own = readIncluded(
    contained,
    ({ id }) => `#${id}`,
    (index) => `contained[${index}]`,
  );
  if (!own.ok) return own;
  const personAt = (place = ''): AdviceParticipant | undefined =>
    own.value.people.get(place) ?? beside?.people.get(localName(place));
  const files = payload.map(
    (place) => own.value.files.get(place) ?? beside?.files.get(localName(place)),
  );
  const told = files.filter((file) => file !== undefined);
  const [request] = read.basedOn;
  return found({
    id: read.id,
    ubrn: parseUbrn(parseReference(request ?? '')?.id ?? ''),
    sentBy: read.category.code,
    sent: read.sent,
    text: readAdviceText(read.note),
    sender: personAt(read.sender),
    responsible: personAt(read.extension[RESPONSIBLE]),
    files: told,
    untoldFiles: files.length - told.length,
  });
}

/** Without the server's base, should it stand before. */
function localName(place: string): string {
  const { type, id } = parseReference(place) ?? {};
  return `${type}/${id}`;
}
