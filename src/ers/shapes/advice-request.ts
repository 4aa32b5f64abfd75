import type { AdviceRequest, AdviceVersion } from '../../domain/advice.ts';
import {
  containedShape,
  readContained,
  readLetters,
  readShortlist,
  type Contained,
} from './contained.ts';
import { extensions, valueCoding, valuePriority, valueReference, valueService } from './grouped.ts';
import { practitionerRoleShape, roleReference } from './practitioner-role.ts';
import { found, unreadableAt, type Reading } from './reading.ts';
import { at, from, mapped, maybe, one, oneOrNone, resourceOf, text } from './shape.ts';
import { ownVersion, subject, ubrn } from './values.ts';

const AUTHORISED = 'AUTHORISED_TO_CONVERT';
const SERVICE = 'Extension-HealthcareService-Reference-1';

const facts = extensions({
  priority: from('Extension-eRS-ReferralPriority-1', oneOrNone(valuePriority)),
  specialty: from('Extension-eRS-Specialty-1', oneOrNone(valueCoding)),
  mayConvert: from(
    'Extension-eRS-ProviderConversionAuthorisation-1',
    oneOrNone(mapped(valueCoding, ({ code }) => code === AUTHORISED)),
  ),
});

const requestShape = resourceOf('CommunicationRequest', {
  ubrn: from('id', ubrn),
  version: ownVersion<AdviceVersion>(),
  status: text,
  category: one(at('coding', one(at('code', text)))),
  patient: from('subject', subject),
  recipient: one(at('extension', extensions({ [SERVICE]: one(valueService) }))),
  requester: maybe(at('agent', maybe(roleReference))),
  contained: containedShape,
  facts: from('extension', facts),
  places: from(
    'extension',
    extensions({ shortlist: from('Extension-eRS-ReferralShortlist-1', oneOrNone(valueReference)) }),
  ),
});

/** A CommunicationRequest in the words of the domain. */
export function readAdviceRequest(body: unknown, etag?: string): Reading<AdviceRequest> {
  const outer = requestShape(body);
  if (!outer.ok) return outer;
  const { contained, requester: asking, recipient, facts: told, places, ...read } = outer.value;
  const files = readLetters(contained);
  if (!files.ok) return files;
  const chosen = readShortlist(contained, places.shortlist);
  if (!chosen.ok) return chosen;
  const requester = readContained(practitionerRoleShape, contained, ifThere(asking, contained));
  if (!requester.ok) return requester;
  const version = read.version ?? (etag as AdviceVersion | undefined);
  if (!version) return unreadableAt('meta.versionId');
  const { id, name } = recipient[SERVICE];
  const named = chosen.value.shortlist?.find((service) => service.id === id);
  return found({
    ...read,
    ...told,
    version,
    service: { id, name: name ?? named?.name },
    criteria: chosen.value.criteria,
    requester: requester.value,
    files: files.value,
  });
}

/** That e-RS does not tell who somebody is makes nothing else unreadable. */
function ifThere(reference: string | undefined, contained: Contained): string | undefined {
  return contained.some(({ id }) => `#${id}` === reference) ? reference : undefined;
}
