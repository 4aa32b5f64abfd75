import * as v from 'valibot';
import type { AdviceParticipant } from '../../domain/advice.ts';
import { extensions, one, valueReference } from './grouped.ts';
import { concept, identifier, maybe } from './values.ts';

const REFERENCE = 'Extension-PractitionerRole-Reference-1';

/** A user with the organisation and the function that they acted in. */
export const practitionerRoleShape = v.pipe(
  v.object({
    resourceType: v.literal('PractitionerRole'),
    practitioner: v.object({ identifier }),
    organization: v.object({ identifier }),
    code: maybe(v.array(concept)),
  }),
  v.transform(({ practitioner, organization, code }): AdviceParticipant => ({
    sdsUserId: practitioner.identifier.value,
    odsCode: organization.identifier.value,
    businessFunction: code?.[0]?.code,
  })),
);

/** Where e-RS names somebody, it does so in an extension. Yields the reference. */
export const roleReference = v.pipe(
  v.object({ extension: maybe(extensions({ [REFERENCE]: maybe(one(valueReference)) })) }),
  v.transform(({ extension }) => extension?.[REFERENCE]),
);
