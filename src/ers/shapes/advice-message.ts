import * as v from 'valibot';
import { readAdviceText } from '../../domain/advice-text.ts';
import type { AdviceMessage, AdviceParticipant } from '../../domain/advice.ts';
import type { Letter } from '../../domain/letter.ts';
import { parseUbrn } from '../../domain/ubrn.ts';
import { parseReference } from '../../fhir/references.ts';
import { containedShape, type Contained } from './contained.ts';
import { extensions, one, valueReference } from './grouped.ts';
import { letterShape } from './letter.ts';
import { practitionerRoleShape, roleReference } from './practitioner-role.ts';
import { found, readAs, within, type Reading } from './reading.ts';
import { concept, instant, maybe } from './values.ts';

const RESPONSIBLE = 'Extension-Communication-Requester-1';

const messageShape = v.object({
  resourceType: v.literal('Communication'),
  id: v.string(),
  contained: containedShape,
  extension: maybe(extensions({ [RESPONSIBLE]: maybe(one(valueReference)) })),
  basedOn: maybe(v.array(v.object({ reference: v.string() }))),
  category: v.tuple([concept]),
  sent: instant,
  sender: maybe(roleReference),
  payload: maybe(v.array(v.object({ contentReference: v.object({ reference: v.string() }) }))),
  note: v.tuple([v.object({ text: v.string() })]),
});

/** People and files beside a message, by what refers to them: `PractitionerRole/…`, `#…`. */
export interface Included {
  people: Map<string, AdviceParticipant>;
  files: Map<string, Letter>;
}

/** Reads those resources that a message may refer to. One that it cannot read is a broken answer. */
export function readIncluded(
  resources: Contained,
  nameOf: (resource: Contained[number]) => string,
  pathOf: (index: number) => string,
): Reading<Included> {
  const included: Included = { people: new Map(), files: new Map() };
  for (const [index, resource] of resources.entries()) {
    const kept = keep(included, nameOf(resource), resource);
    if (!kept.ok) return within(pathOf(index), kept);
  }
  return found(included);
}

function keep(
  { people, files }: Included,
  name: string,
  resource: Contained[number],
): Reading<unknown> {
  if (resource.resourceType === 'PractitionerRole') {
    const person = readAs(practitionerRoleShape, resource);
    if (person.ok) people.set(name, person.value);
    return person;
  }
  if (resource.resourceType !== 'DocumentReference') return found(undefined);
  const file = readAs(letterShape, resource);
  if (file.ok) files.set(name, file.value);
  return file;
}

/** A Communication in the words of the domain, with what it holds or what stands beside it. */
export function readAdviceMessage(body: unknown, beside?: Included): Reading<AdviceMessage> {
  const outer = readAs(messageShape, body);
  if (!outer.ok) return outer;
  const { contained = [], payload = [], ...read } = outer.value;
  const own = readIncluded(
    contained,
    ({ id }) => `#${id}`,
    (index) => `contained[${index}]`,
  );
  if (!own.ok) return own;
  const personAt = (reference = ''): AdviceParticipant | undefined =>
    own.value.people.get(reference) ?? beside?.people.get(localName(reference));
  const files = payload.map(
    ({ contentReference: { reference } }) =>
      own.value.files.get(reference) ?? beside?.files.get(localName(reference)),
  );
  const told = files.filter((file) => file !== undefined);
  const [request] = read.basedOn ?? [];
  return found({
    id: read.id,
    ubrn: parseUbrn(parseReference(request?.reference ?? '')?.id ?? ''),
    sentBy: read.category[0].code,
    sent: read.sent,
    text: readAdviceText(read.note[0].text),
    sender: personAt(read.sender),
    responsible: personAt(read.extension?.[RESPONSIBLE]),
    files: told,
    untoldFiles: files.length - told.length,
  });
}

/** Without the server's base, should it stand before. */
function localName(reference: string): string {
  const { type, id } = parseReference(reference) ?? {};
  return `${type}/${id}`;
}
