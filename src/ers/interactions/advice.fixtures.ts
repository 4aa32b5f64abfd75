import type { AdviceVersion } from '../../domain/advice.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  concept,
  extension,
  letterBody,
  NHS_NUMBER,
  SDS_USER,
  SERVICE,
  type Json,
} from '../answers.fixtures.ts';

const STRUCTURE = 'https://fhir.nhs.uk/STU3/StructureDefinition';

/** The request for advice of `adviceBody`, as somebody looked at it. */
export const adviceAsRead = {
  ubrn: '000049283320' as Ubrn,
  version: '5' as AdviceVersion,
};

export function roleBody(id: string, sdsUserId: string, code = 'REFERRING_CLINICIAN'): Json {
  return {
    resourceType: 'PractitionerRole',
    id,
    practitioner: { identifier: { system: SDS_USER, value: sdsUserId } },
    organization: { identifier: { value: 'R69' } },
    code: [concept('eRS-BusinessFunction-1', code)],
  };
}

function roleReference(reference: string): Json {
  const url = `${STRUCTURE}/Extension-PractitionerRole-Reference-1`;
  return { extension: [{ url, valueReference: { reference } }] };
}

const serviceReference: Json = {
  extension: [
    {
      url: `${STRUCTURE}/Extension-HealthcareService-Reference-1`,
      valueReference: { identifier: { system: SERVICE, value: '11014' } },
    },
  ],
};

const criteria: Json = {
  resourceType: 'Parameters',
  id: 'criteria',
  parameter: [
    { name: 'priority', valueCoding: { code: 'ROUTINE' } },
    { name: 'ageAndGenderAppropriate', valueBoolean: true },
  ],
};

const shortlist: Json = {
  resourceType: 'List',
  id: 'shortlist',
  extension: [
    extension('Shortlist-SearchCriteria-1', { valueReference: { reference: '#criteria' } }),
  ],
  entry: [
    { item: { display: 'Cardiology Advice', identifier: { system: SERVICE, value: '11014' } } },
  ],
};

/** A question that awaits its first answer. */
export function adviceBody(over: Json = {}, contained: Json[] = []): Json {
  return {
    resourceType: 'CommunicationRequest',
    id: '000049283320',
    meta: { versionId: '5' },
    status: 'active',
    category: [concept('eRS-AdviceAndGuidanceStatus-1', 'PROVIDER_RESPONSE_REQUIRED')],
    subject: { identifier: { system: NHS_NUMBER, value: '9990123454' } },
    recipient: [serviceReference],
    sender: roleReference('#asking'),
    requester: { agent: roleReference('#asking') },
    extension: [
      extension('ReferralPriority-1', {
        valueCodeableConcept: concept('eRS-Priority-1', 'ROUTINE'),
      }),
      extension('ProviderConversionAuthorisation-1', {
        valueCoding: { code: 'AUTHORISED_TO_CONVERT' },
      }),
      extension('ReferralShortlist-1', { valueReference: { reference: '#shortlist' } }),
      extension('Specialty-1', { valueCoding: { code: 'CARDIOLOGY', display: 'Cardiology' } }),
    ],
    contained: [criteria, shortlist, roleBody('asking', '021600556514'), ...contained],
    ...over,
  };
}

/** A provider's message; `who` is what refers to its sender. */
export function messageBody(over: Json = {}, who = 'PractitionerRole/answering'): Json {
  const url = `${STRUCTURE}/Extension-Communication-Requester-1`;
  return {
    resourceType: 'Communication',
    id: '70001',
    extension: [{ url, valueReference: { reference: who } }],
    basedOn: [{ reference: 'CommunicationRequest/000049283320/_history/5' }],
    status: 'completed',
    category: [concept('eRS-CommunicationSentBy-1', 'RESPONDER')],
    recipient: [{ identifier: { value: 'R69' } }],
    sent: '2026-10-16T09:30:00.000Z',
    sender: roleReference(who),
    note: [{ text: 'Start a beta blocker.' }],
    ...over,
  };
}

export function payload(...references: string[]): Json {
  return { payload: references.map((reference) => ({ contentReference: { reference } })) };
}

/** What answers a message that was sent. */
export function sentBody(requestName: string, request: Json, message: Json): Json {
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: requestName, resource: request },
      { name: 'createdCommunication', resource: message },
    ],
  };
}

/** A file of a message, named for what refers to it. */
export function fileBody(id: string): Json {
  return letterBody({ id, type: concept('eRS-AttachmentType-1', 'GUIDANCE_RESPONSE') });
}
