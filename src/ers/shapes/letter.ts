import type { Letter } from '../../domain/letter.ts';
import { extensions, valueCoding, valueIdentified } from './grouped.ts';
import {
  at,
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

const ATTACHED_BY = 'Extension-eRS-AttachedBy-1';
const ATTACHED_BY_ORGANISATION = 'Extension-eRS-AttachedByOrganisation-1';
const ATTACHED_ON_BEHALF_OF = 'Extension-eRS-AttachedOnBehalfOf-1';
const AVAILABILITY = 'Extension-eRS-AvailabilityStatus-1';

const attachment = object({
  url: text,
  title: text,
  size: maybe(wholeNumber),
  contentType: maybe(text),
  extension: extensions({
    [ATTACHED_BY]: oneOrNone(valueIdentified),
    [ATTACHED_BY_ORGANISATION]: oneOrNone(valueIdentified),
    [ATTACHED_ON_BEHALF_OF]: oneOrNone(valueIdentified),
    [AVAILABILITY]: oneOrNone(valueCoding),
  }),
});

/** A contained DocumentReference: one file linked to the referral. */
export const letterShape = mapped(
  resourceOf('DocumentReference', {
    type: concept,
    indexed: maybe(instant),
    description: maybe(text),
    content: one(at('attachment', attachment)),
  }),
  ({ type, indexed, description, content }): Letter => {
    const { url, title, size, contentType, extension } = content;
    return {
      url,
      name: title,
      size,
      mediaType: contentType,
      description,
      attachedAt: indexed,
      attachedBy: extension[ATTACHED_BY],
      attachedByOrganisation: extension[ATTACHED_BY_ORGANISATION],
      attachedOnBehalfOf: extension[ATTACHED_ON_BEHALF_OF],
      kind: type.code,
      availability: availabilityOf(extension[AVAILABILITY]?.code),
    };
  },
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
