import type { CommunicationRequest, Extension, FhirResource, List } from 'fhir/r3';
import type { AdviceRequest } from '../core/advice.ts';
import { statusOfAdvice } from '../core/advice.ts';
import type { Writing } from '../http/interaction.ts';
import { specialties } from '../seed/clinic-types.ts';
import { documentReferenceId, writeAttachment } from './document-reference.ts';
import {
  codeSystem,
  nhsNumberSystem,
  priorityDisplay,
  profile,
  serviceSystem,
  specialtySystem,
} from './names.ts';
import { roleId, roleReference, writePractitionerRole } from './practitioner-role.ts';
import { writeCriteria } from './search-criteria.ts';

const CRITERIA_ID = 'serviceSearchCriteria';

const authorisations = {
  AUTHORISED_TO_CONVERT:
    'Referrer has allowed the Service Provider to convert the Advice and Guidance to a Referral',
  NOT_AUTHORISED_TO_CONVERT:
    'Referrer has not allowed the Service Provider to convert the Advice and Guidance to a Referral',
} as const;

function authorisation({ authorisedToConvert }: AdviceRequest): Extension {
  const code = authorisedToConvert ? 'AUTHORISED_TO_CONVERT' : 'NOT_AUTHORISED_TO_CONVERT';
  const system = codeSystem('eRS-ProviderConversionAuthorisation-1');
  return {
    url: profile('Extension-eRS-ProviderConversionAuthorisation-1'),
    valueCoding: { system, code, display: authorisations[code] },
  };
}

function priority(advice: AdviceRequest): Extension {
  const { priority: code } = advice;
  const coding = { system: codeSystem('eRS-Priority-1'), code, display: priorityDisplay(code) };
  return {
    url: profile('Extension-eRS-ReferralPriority-1'),
    valueCodeableConcept: { coding: [coding] },
  };
}

/** That of the service now, not when it was asked. */
function specialty({ core, variant }: Writing, { serviceId }: AdviceRequest): Extension[] {
  const service = core.directory.services.get(serviceId);
  const found = specialties.find(({ code }) => code === service?.specialty);
  if (!found) return [];
  const { code, display } = found;
  const valueCoding = { system: specialtySystem(variant), code, display };
  return [{ url: profile('Extension-eRS-Specialty-1'), valueCoding }];
}

function shortlist({ core }: Writing, { serviceId }: AdviceRequest): List {
  const url = profile('Extension-eRS-Shortlist-SearchCriteria-1');
  const display = core.directory.services.get(serviceId)?.name ?? serviceId;
  return {
    id: 'shortlist',
    meta: { profile: [profile('eRS-Shortlist-List-1')] },
    resourceType: 'List',
    extension: [{ url, valueReference: { reference: `#${CRITERIA_ID}` } }],
    status: 'current',
    mode: 'snapshot',
    entry: [{ item: { identifier: { system: serviceSystem, value: serviceId }, display } }],
  };
}

function contained(writing: Writing, advice: AdviceRequest): FhirResource[] {
  const { requester, criteria, attachments } = advice;
  return [
    writeCriteria(writing.variant, criteria, CRITERIA_ID),
    shortlist(writing, advice),
    writePractitionerRole(requester, `PractitionerRole.${roleId(requester)}`),
    ...attachments.map((attachment) => writeAttachment(writing, attachment)),
  ];
}

/** How e-RS names the service that is asked. */
export function serviceRecipient(value: string): { extension: Extension[] } {
  const identifier = { system: serviceSystem, value };
  const url = profile('Extension-HealthcareService-Reference-1');
  return { extension: [{ url, valueReference: { identifier } }] };
}

export function writeCommunicationRequest(
  writing: Writing,
  advice: AdviceRequest,
): CommunicationRequest {
  const role = roleReference(`#PractitionerRole.${roleId(advice.requester)}`);
  const { attachments, category } = advice;
  const system = codeSystem('eRS-AdviceAndGuidanceStatus-1');
  return {
    id: advice.ubrn,
    meta: { versionId: String(advice.version), profile: [profile('eRS-CommunicationRequest-1')] },
    resourceType: 'CommunicationRequest',
    extension: [
      priority(advice),
      authorisation(advice),
      {
        url: profile('Extension-eRS-ReferralShortlist-1'),
        valueReference: { reference: '#shortlist' },
      },
      ...specialty(writing, advice),
    ],
    contained: contained(writing, advice),
    status: statusOfAdvice(advice),
    category: [{ coding: [{ system, code: category }] }],
    subject: { identifier: { system: nhsNumberSystem, value: advice.patient } },
    recipient: [serviceRecipient(advice.serviceId)],
    sender: role,
    // The profile has only the extension, where the base resource wants a reference to an agent.
    requester: { agent: role },
    ...(attachments.length > 0 && {
      payload: attachments.map((attachment) => ({
        contentReference: { reference: `#${documentReferenceId(attachment)}` },
      })),
    }),
    ...(writing.variant.complete && {
      identifier: [
        { system: 'https://fhir.nhs.uk/Id/ers-request-id', value: `a.${advice.requestId}` },
      ],
    }),
  };
}
