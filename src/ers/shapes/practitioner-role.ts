import type { AdviceParticipant } from '../../domain/advice.ts';
import { extensions, valueReference } from './grouped.ts';
import { list, mapped, maybe, object, oneOrNone, resourceOf } from './shape.ts';
import { concept, identified } from './values.ts';

const REFERENCE = 'Extension-PractitionerRole-Reference-1';

/** A user with the organisation and the function that they acted in. */
export const practitionerRoleShape = mapped(
  resourceOf('PractitionerRole', {
    practitioner: identified,
    organization: identified,
    code: maybe(list(concept)),
  }),
  ({ practitioner, organization, code }): AdviceParticipant => ({
    sdsUserId: practitioner,
    odsCode: organization,
    businessFunction: code?.[0]?.code,
  }),
);

/** Where e-RS names somebody, it does so in an extension. Yields the reference. */
export const roleReference = mapped(
  object({ extension: extensions({ [REFERENCE]: oneOrNone(valueReference) }) }),
  ({ extension }) => extension[REFERENCE],
);
