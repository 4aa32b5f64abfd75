import type { Letter } from '../../domain/letter.ts';
import { extensions, valueCoding, valueIdentified } from './grouped.ts';
import {
  at,
  from,
  mapped,
  maybe,
  object,
  one,
  oneOrNone,
  resourceOf,
  text,
  wholeNumber,
} from './shape.ts';
import { concept, instant } from './values.ts';

const attachment = object({
  url: text,
  name: from('title', text),
  size: maybe(wholeNumber),
  mediaType: from('contentType', maybe(text)),
  extension: extensions({
    attachedBy: from('Extension-eRS-AttachedBy-1', oneOrNone(valueIdentified)),
    attachedByOrganisation: from(
      'Extension-eRS-AttachedByOrganisation-1',
      oneOrNone(valueIdentified),
    ),
    attachedOnBehalfOf: from('Extension-eRS-AttachedOnBehalfOf-1', oneOrNone(valueIdentified)),
    availability: from('Extension-eRS-AvailabilityStatus-1', oneOrNone(valueCoding)),
  }),
});

/** A contained DocumentReference: one file linked to the referral. */
export const letterShape = mapped(
  resourceOf('DocumentReference', {
    kind: from('type', concept),
    attachedAt: from('indexed', maybe(instant)),
    description: maybe(text),
    content: one(at('attachment', attachment)),
  }),
  ({ kind, content: { extension, ...file }, ...document }): Letter => ({
    ...document,
    ...file,
    ...extension,
    kind: kind.code,
    availability: availabilityOf(extension.availability?.code),
  }),
);

/** A status we do not know is not taken for a file that is safe to open. */
function availabilityOf(code: string | undefined): Letter['availability'] {
  switch (code) {
    case undefined:
    case 'AVAILABLE':
      return 'AVAILABLE';
    case 'THREATS_FOUND':
    case 'VALIDATION_FAILED':
      return code;
    default:
      return 'PENDING';
  }
}
