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
import { at, maybe, object, one, oneOrNone, resourceOf, text } from './shape.ts';
import { adviceVersion, concept, nhsNumber, ubrn } from './values.ts';

const PRIORITY = 'Extension-eRS-ReferralPriority-1';
const AUTHORISATION = 'Extension-eRS-ProviderConversionAuthorisation-1';
const SHORTLIST = 'Extension-eRS-ReferralShortlist-1';
const SPECIALTY = 'Extension-eRS-Specialty-1';
const SERVICE = 'Extension-HealthcareService-Reference-1';

const requestShape = resourceOf('CommunicationRequest', {
  id: ubrn,
  meta: maybe(object({ versionId: maybe(adviceVersion) })),
  status: text,
  category: one(concept),
  subject: at('identifier', at('value', nhsNumber)),
  recipient: one(at('extension', extensions({ [SERVICE]: one(valueService) }))),
  requester: maybe(at('agent', maybe(roleReference))),
  contained: containedShape,
  extension: extensions({
    [PRIORITY]: oneOrNone(valuePriority),
    [AUTHORISATION]: oneOrNone(valueCoding),
    [SHORTLIST]: oneOrNone(valueReference),
    [SPECIALTY]: oneOrNone(valueCoding),
  }),
});

/** A CommunicationRequest in the words of the domain. */
export function readAdviceRequest(body: unknown, etag?: string): Reading<AdviceRequest> {
  const outer = requestShape(body);
  if (!outer.ok) return outer;
  const { contained, extension, requester, ...read } = outer.value;
  const files = readLetters(contained);
  if (!files.ok) return files;
  const chosen = readShortlist(contained, extension[SHORTLIST]);
  if (!chosen.ok) return chosen;
  const asking = readContained(practitionerRoleShape, contained, ifThere(requester, contained));
  if (!asking.ok) return asking;
  const version = read.meta?.versionId ?? (etag as AdviceVersion | undefined);
  if (!version) return unreadableAt('meta.versionId');
  const { id, name } = read.recipient[SERVICE];
  const named = chosen.value.shortlist?.find((service) => service.id === id);
  const authorisation = extension[AUTHORISATION];
  return found({
    ubrn: read.id,
    version,
    patient: read.subject,
    status: read.status,
    category: read.category.code,
    priority: extension[PRIORITY],
    specialty: extension[SPECIALTY],
    service: { id, name: name ?? named?.name },
    criteria: chosen.value.criteria,
    mayConvert: authorisation && authorisation.code === 'AUTHORISED_TO_CONVERT',
    requester: asking.value,
    files: files.value,
  });
}

/** That e-RS does not tell who somebody is makes nothing else unreadable. */
function ifThere(reference: string | undefined, contained: Contained): string | undefined {
  return contained.some(({ id }) => `#${id}` === reference) ? reference : undefined;
}
