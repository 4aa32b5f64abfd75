import type { Extension, FhirResource, Identifier, List, ReferralRequest } from 'fhir/r3';
import { attachmentsOf } from '../core/attachments.ts';
import type { Referral } from '../core/model.ts';
import { etag, fhirJson } from '../http/fhir-json.ts';
import type { Writing } from '../http/interaction.ts';
import { specialties } from '../seed/clinic-types.ts';
import type { AppointmentForm } from './appointment.ts';
import { containAppointment } from './appointment.ts';
import { documentReferenceId, writeAttachment } from './document-reference.ts';
import {
  codeSystem,
  nhsNumberSystem,
  odsSystem,
  priorityDisplay,
  profile,
  serviceSystem,
  specialtySystem,
} from './names.ts';
import { stateExtension } from './referral-state.ts';
import { writeCriteria } from './search-criteria.ts';

const CRITERIA_ID = 'serviceSearchCriteria';

/** Which interaction answers: over HSCN their samples differ. */
export type ReferralAnswer =
  | 'A005'
  | 'A011'
  | 'A012'
  | 'A013'
  | 'A014'
  | 'A021'
  | 'A022'
  | 'A027'
  | 'A028'
  | 'A031'
  | 'A032'
  | 'A036';

function reference(name: string, target: string): Extension {
  return { url: profile(name), valueReference: { reference: `#${target}` } };
}

function instant(name: string, value: string | undefined): Extension[] {
  return value ? [{ url: profile(name), valueDateTime: value }] : [];
}

function priority(referral: Referral): Extension {
  const coding = {
    system: codeSystem('eRS-Priority-1'),
    code: referral.priority,
    display: priorityDisplay(referral.priority),
  };
  return {
    url: profile('Extension-eRS-ReferralPriority-1'),
    valueCodeableConcept: { coding: [coding] },
  };
}

function ruleOrg(referral: Referral): Extension {
  return {
    url: profile('Extension-eRS-Commissioning-Rule-Org-1'),
    valueIdentifier: { system: odsSystem, value: referral.ruleOrg },
  };
}

/** What the platform alone tells of a referral. */
function completion(writing: Writing, referral: Referral): Extension[] {
  const { appointment, pathwayStart } = referral;
  const target = `Appointment/${appointment?.id}`;
  const [appointmentUrl, startUrl] = [
    profile('Extension-eRS-Appointment-Reference-1'),
    profile('Extension-eRS-eReferralPathwayStart-1'),
  ];
  return [
    ...(appointment ? [{ url: appointmentUrl, valueReference: { reference: target } }] : []),
    ...(pathwayStart ? [{ url: startUrl, valueInstant: pathwayStart }] : []),
    stateExtension(writing, referral),
  ];
}

function extensions(writing: Writing, referral: Referral): Extension[] {
  const { shown, variant } = writing;
  const lastUpdated = shown.clinicalInfoLastUpdated ? referral.clinicalInfoLastUpdated : undefined;
  return [
    ...(referral.appointment ? [reference('Extension-eRS-Appointment-1', 'appointment')] : []),
    ...instant('Extension-eRS-ClinicalInfoFirstSubmitted-1', referral.clinicalInfoFirstSubmitted),
    ...instant('Extension-eRS-ClinicalInfoLastUpdated-1', lastUpdated),
    priority(referral),
    ...(shown.shortlistOnReferral
      ? [reference('Extension-eRS-ReferralShortlist-1', 'shortlist')]
      : []),
    ...(shown.ruleOrgOnReferral ? [ruleOrg(referral)] : []),
    ...(variant.complete ? completion(writing, referral) : []),
  ];
}

function shortlist({ core, shown }: Writing, referral: Referral): List {
  const criteria = reference('Extension-eRS-Shortlist-SearchCriteria-1', CRITERIA_ID);
  return {
    id: 'shortlist',
    meta: { profile: [profile('eRS-Shortlist-List-1')] },
    resourceType: 'List',
    ...(shown.criteriaOnReferral && { extension: [criteria] }),
    status: 'current',
    mode: 'snapshot',
    entry: referral.shortlist.map((id) => ({
      item: {
        display: core.directory.services.get(id)?.name ?? id,
        identifier: { system: serviceSystem, value: id },
      },
    })),
  };
}

/** How much of the appointment the HSCN sample of each interaction has, if not the short form. */
const appointmentForm: Readonly<Partial<Record<ReferralAnswer, AppointmentForm>>> = {
  A012: 'untimed',
  A022: 'whole',
  A027: 'whole',
  A028: 'whole',
};

function contained(writing: Writing, referral: Referral, on: ReferralAnswer): FhirResource[] {
  const { shown, variant } = writing;
  const appointment = containAppointment(writing, referral, appointmentForm[on] ?? 'short');
  return [
    ...(shown.criteriaOnReferral ? [writeCriteria(variant, referral.criteria, CRITERIA_ID)] : []),
    ...(shown.shortlistOnReferral ? [shortlist(writing, referral)] : []),
    ...attachmentsOf(referral).map((attachment) => writeAttachment(writing, attachment)),
    ...(appointment ? [appointment] : []),
  ];
}

/** The specialty is that of the service with the appointment: samples without one lack it. */
function specialtyOf(
  { core, variant }: Writing,
  referral: Referral,
): Pick<ReferralRequest, 'specialty'> {
  const service = core.directory.services.get(referral.appointment?.serviceId ?? '');
  const found = specialties.find(({ code }) => code === service?.specialty);
  if (!found) return {};
  const coding = { system: specialtySystem(variant), code: found.code, display: found.display };
  return { specialty: { coding: [coding] } };
}

function requestId({ requestId }: Referral): Identifier {
  return { system: 'https://fhir.nhs.uk/Id/ers-request-id', value: `r.${requestId}` };
}

/** A conversation that became the referral is named beside its files. */
function supportingInfo(referral: Referral): Pick<ReferralRequest, 'supportingInfo'> {
  const { ubrn, fromAdvice } = referral;
  const files = attachmentsOf(referral).map((attachment) => `#${documentReferenceId(attachment)}`);
  const advice = fromAdvice ? [`CommunicationRequest/${ubrn}`] : [];
  return { supportingInfo: [...advice, ...files].map((reference) => ({ reference })) };
}

/** The samples of A021 say nothing of the appointment that waits for the triage. */
function asAnswered(
  { shown }: Writing,
  { appointment, ...referral }: Referral,
  on: ReferralAnswer,
): Referral {
  const hidden = on === 'A021' && !shown.appointmentOnSentForTriage;
  return { ...referral, ...(appointment && !hidden && { appointment }) };
}

export function writeReferral(
  writing: Writing,
  current: Referral,
  on: ReferralAnswer,
): ReferralRequest {
  const referral = asAnswered(writing, current, on);
  const resources = contained(writing, referral, on);
  return {
    id: referral.ubrn,
    meta: { versionId: String(referral.version), profile: [profile('eRS-ReferralRequest-1')] },
    resourceType: 'ReferralRequest',
    extension: extensions(writing, referral),
    ...(resources.length > 0 && { contained: resources }),
    status: referral.state === 'CANCELLED_REFERRAL' ? 'cancelled' : 'active',
    ...specialtyOf(writing, referral),
    subject: { identifier: { system: nhsNumberSystem, value: referral.patient } },
    ...supportingInfo(referral),
    intent: 'plan',
    ...(writing.variant.complete && { identifier: [requestId(referral)] }),
  };
}

/** HSCN documents no ETag for them. */
const untagged: readonly ReferralAnswer[] = ['A022', 'A028'];

export function referralResponse(
  writing: Writing,
  referral: Referral,
  on: ReferralAnswer,
): Response {
  const status = on === 'A011' || on === 'A021' ? 201 : 200;
  const tagged = writing.shown.etagOnReview || !untagged.includes(on);
  const headers = tagged ? etag(referral.version) : {};
  return fhirJson(writeReferral(writing, referral, on), status, headers);
}
