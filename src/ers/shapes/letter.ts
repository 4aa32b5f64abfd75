import * as v from 'valibot';
import type { Letter } from '../../domain/letter.ts';
import { extensions, one, valueCoding } from './grouped.ts';
import { concept, identifier, instant, maybe, wholeNumber } from './values.ts';

const ATTACHED_BY = 'Extension-eRS-AttachedBy-1';
const ATTACHED_BY_ORGANISATION = 'Extension-eRS-AttachedByOrganisation-1';
const ATTACHED_ON_BEHALF_OF = 'Extension-eRS-AttachedOnBehalfOf-1';
const AVAILABILITY = 'Extension-eRS-AvailabilityStatus-1';

const valueIdentity = v.pipe(
  v.object({ valueReference: v.object({ identifier }) }),
  v.transform((held) => held.valueReference.identifier.value),
);

const attachment = v.object({
  url: v.string(),
  title: v.string(),
  size: maybe(wholeNumber),
  contentType: maybe(v.string()),
  extension: maybe(
    extensions({
      [ATTACHED_BY]: maybe(one(valueIdentity)),
      [ATTACHED_BY_ORGANISATION]: maybe(one(valueIdentity)),
      [ATTACHED_ON_BEHALF_OF]: maybe(one(valueIdentity)),
      [AVAILABILITY]: maybe(one(valueCoding)),
    }),
  ),
});

/** A contained DocumentReference: one file linked to the referral. */
export const letterShape = v.pipe(
  v.object({
    resourceType: v.literal('DocumentReference'),
    type: concept,
    indexed: maybe(instant),
    description: maybe(v.string()),
    content: v.pipe(
      v.tuple([v.object({ attachment })]),
      v.transform(([content]) => content.attachment),
    ),
  }),
  v.transform(({ type, indexed, description, content }): Letter => {
    const { url, title, size, contentType, extension } = content;
    return {
      url,
      name: title,
      size,
      mediaType: contentType,
      description,
      attachedAt: indexed,
      attachedBy: extension?.[ATTACHED_BY],
      attachedByOrganisation: extension?.[ATTACHED_BY_ORGANISATION],
      attachedOnBehalfOf: extension?.[ATTACHED_ON_BEHALF_OF],
      kind: type.code,
      availability: availabilityOf(extension?.[AVAILABILITY]?.code),
    };
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
