import * as v from 'valibot';
import type { Letter } from '../../domain/letter.ts';
import { extensions, one, valueCoding } from './grouped.ts';
import { concept, identifier, instant, maybe, wholeNumber } from './values.ts';

const attachedBy = v.pipe(
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
      'Extension-eRS-AttachedBy-1': maybe(one(attachedBy)),
      'Extension-eRS-AvailabilityStatus-1': maybe(one(valueCoding)),
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
      attachedBy: extension?.['Extension-eRS-AttachedBy-1'],
      kind: type.code,
      availability: availabilityOf(extension?.['Extension-eRS-AvailabilityStatus-1']?.code),
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
