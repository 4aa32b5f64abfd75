import type { Extension, List } from 'fhir/r3';
import type { Service } from '../core/model.ts';
import type { FoundService } from '../core/search-services.ts';
import type { Writing } from '../http/interaction.ts';
import {
  codeSystem,
  organisationSystem,
  profile,
  serviceSystem,
  specialtySystem,
} from './names.ts';

const bookableTypes = {
  DBS: 'DIRECTLY_BOOKABLE',
  IBS: 'INDIRECTLY_BOOKABLE',
  TRIAGE: 'UNSPECIFIED',
} as const;

function concept(url: string, system: string, code: string): Extension {
  return { url, valueCodeableConcept: { coding: [{ system, code }] } };
}

function text(url: string, value: string | undefined): Extension[] {
  return value ? [{ url, valueString: value }] : [];
}

function wait({ indicativeWait }: Service): Extension {
  const url = 'indicativeAppointmentWaitTime';
  if (typeof indicativeWait === 'number') return { url, valueUnsignedInt: indicativeWait };
  return concept(url, codeSystem('eRS-IWT-1'), indicativeWait);
}

function listItem({ service, distance }: FoundService): Extension {
  return {
    extension: [
      { url: 'displayProminently', valueBoolean: service.displayProminently },
      ...(distance === undefined ? [] : [{ url: 'distance', valueUnsignedInt: distance }]),
      wait(service),
    ],
    url: profile('Extension-eRS-ServiceSearch-ListItem-1'),
  };
}

function age({ ageTreated }: Service): Extension[] {
  if (!ageTreated) return [];
  const years = (value: number) => ({ value, unit: 'YEARS' });
  const valueRange = { low: years(ageTreated.low), high: years(ageTreated.high) };
  return [{ url: 'ageTreated', valueRange }];
}

function requestFlows(service: Service): Extension[] {
  const flow = service.booking === 'TRIAGE' ? 'TRIAGE_REQUEST' : 'APPOINTMENT_REQUEST';
  const flows = [...(service.givesAdvice ? ['ADVICE_AND_GUIDANCE_REQUEST'] : []), flow];
  const system = codeSystem('eRS-RequestFlowType-1');
  return flows.map((code) => concept('supportedRequestFlowType', system, code));
}

function summary({ shown, variant }: Writing, service: Service): Extension {
  const { appointmentType } = service;
  return {
    extension: [
      { url: 'serviceName', valueString: service.name },
      concept('specialty', specialtySystem(variant), service.specialty),
      concept('genderTreated', codeSystem('eRS-GenderTreated-1'), service.sexTreated),
      ...(shown.ageTreated ? age(service) : []),
      concept('bookableType', codeSystem('eRS-BookableType-1'), bookableTypes[service.booking]),
      ...(appointmentType
        ? [
            concept(
              'supportedAppointmentType',
              codeSystem('eRS-AppointmentType-1'),
              appointmentType,
            ),
          ]
        : []),
      { url: 'referralLetterRequired', valueBoolean: service.letterRequired },
      {
        url: 'location',
        valueReference: {
          display: service.location,
          identifier: { system: organisationSystem, value: service.siteOdsCode },
        },
      },
      ...requestFlows(service),
      ...text('exclusions', service.exclusions),
      ...text('conditionsTreated', service.conditionsTreated),
      ...text('suggestedInvestigations', service.suggestedInvestigations),
      ...text('referrerAlert', service.referrerAlert),
    ],
    url: profile('Extension-eRS-ServiceSummaryView-1'),
  };
}

/** What A010 answers. */
export function writeServiceList(writing: Writing, found: readonly FoundService[]): List {
  const reason = {
    coding: [
      {
        system: 'http://hl7.org/fhir/ValueSet/list-empty-reason',
        code: 'nilknown',
        display: 'no results',
      },
    ],
  };
  return {
    meta: { profile: [profile('eRS-FetchServices-List-1')] },
    resourceType: 'List',
    status: 'current',
    mode: 'snapshot',
    ...((found.length > 0 || writing.variant.complete) && {
      entry: found.map((one) => ({
        extension: [listItem(one)],
        item: {
          extension: [summary(writing, one.service)],
          identifier: { system: serviceSystem, value: one.service.id },
        },
      })),
    }),
    ...(found.length === 0 && writing.shown.emptySearchReason && { emptyReason: reason }),
  };
}
