import type { Extension, FhirResource, List, ReferralRequest } from 'fhir/r3';
import type { Core } from '../core/core.ts';
import type { Referral } from '../core/model.ts';
import { specialties } from '../seed/clinic-types.ts';
import { containAppointment } from './appointment.ts';
import { documentReferenceId, writeLetter } from './document-reference.ts';
import {
  codeSystem,
  nhsNumberSystem,
  odsSystem,
  priorityDisplay,
  profile,
  serviceSystem,
  specialtySystem,
} from './names.ts';
import { fhirJson } from './operation-outcome.ts';
import { writeCriteria } from './search-criteria.ts';

const CRITERIA_ID = 'serviceSearchCriteria';

/** Which interaction answers: the samples of A005, A011 and A012 differ. */
export type ReferralAnswer = 'A005' | 'A011' | 'A012';

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

function extensions({ switches }: Core, referral: Referral): Extension[] {
  const lastUpdated = switches.clinicalInfoLastUpdated
    ? referral.clinicalInfoLastUpdated
    : undefined;
  return [
    ...(referral.appointment ? [reference('Extension-eRS-Appointment-1', 'appointment')] : []),
    ...instant('Extension-eRS-ClinicalInfoFirstSubmitted-1', referral.clinicalInfoFirstSubmitted),
    ...instant('Extension-eRS-ClinicalInfoLastUpdated-1', lastUpdated),
    priority(referral),
    ...(switches.shortlistOnReferral
      ? [reference('Extension-eRS-ReferralShortlist-1', 'shortlist')]
      : []),
    ...(switches.ruleOrgOnReferral ? [ruleOrg(referral)] : []),
  ];
}

function shortlist(core: Core, referral: Referral): List {
  const criteria = reference('Extension-eRS-Shortlist-SearchCriteria-1', CRITERIA_ID);
  return {
    id: 'shortlist',
    meta: { profile: [profile('eRS-Shortlist-List-1')] },
    resourceType: 'List',
    ...(core.switches.criteriaOnReferral && { extension: [criteria] }),
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

function contained(core: Core, referral: Referral, on: ReferralAnswer): FhirResource[] {
  const { appointment } = referral;
  return [
    ...(core.switches.criteriaOnReferral ? [writeCriteria(referral.criteria, CRITERIA_ID)] : []),
    ...(core.switches.shortlistOnReferral ? [shortlist(core, referral)] : []),
    ...referral.letters.map(writeLetter),
    ...(appointment
      ? [containAppointment(core, appointment, on === 'A012' ? 'A012' : 'A005')]
      : []),
  ];
}

/** The specialty is that of the service with the appointment: samples without one lack it. */
function specialtyOf(core: Core, referral: Referral): Pick<ReferralRequest, 'specialty'> {
  const service = core.directory.services.get(referral.appointment?.serviceId ?? '');
  const found = specialties.find(({ code }) => code === service?.specialty);
  if (!found) return {};
  const coding = { system: specialtySystem, code: found.code, display: found.display };
  return { specialty: { coding: [coding] } };
}

function writeReferral(core: Core, referral: Referral, on: ReferralAnswer): ReferralRequest {
  const resources = contained(core, referral, on);
  return {
    id: referral.ubrn,
    meta: { versionId: String(referral.version), profile: [profile('eRS-ReferralRequest-1')] },
    resourceType: 'ReferralRequest',
    extension: extensions(core, referral),
    ...(resources.length > 0 && { contained: resources }),
    status: referral.state === 'CANCELLED_REFERRAL' ? 'cancelled' : 'active',
    ...specialtyOf(core, referral),
    subject: { identifier: { system: nhsNumberSystem, value: referral.patient } },
    supportingInfo: referral.letters.map((letter) => ({
      reference: `#${documentReferenceId(letter)}`,
    })),
    intent: 'plan',
  };
}

export function referralResponse(core: Core, referral: Referral, on: ReferralAnswer): Response {
  return fhirJson(writeReferral(core, referral, on), on === 'A011' ? 201 : 200, {
    ETag: `W/"${referral.version}"`,
  });
}
