import type { CodeSystemConcept, CodeSystemConceptProperty } from 'fhir/r3';
import type { Writing } from '../http/interaction.ts';
import { clinicTypes, expiredClinicTypes, specialties } from '../seed/clinic-types.ts';
import type { Reason } from '../seed/reference-data.ts';
import { nonAttendanceReasons, priorityContactDays } from '../seed/reference-data.ts';
import { codeSystem, profile, specialtySystem } from './names.ts';

const FIRST_DAY = '2004-06-01';

function day(code: 'effectiveFrom' | 'effectiveTo', date: string): CodeSystemConceptProperty {
  return { code, valueDateTime: `${date}T00:00:00.000Z` };
}

function effective(effectiveTo: string): CodeSystemConceptProperty[] {
  const from = day('effectiveFrom', FIRST_DAY);
  return effectiveTo ? [from, day('effectiveTo', effectiveTo)] : [from];
}

/** SPECIALTY has its dates as extensions beside the properties that every list has. */
export function specialtyConcepts({ shown }: Writing): CodeSystemConcept[] {
  const dated = (name: string, valueDate: string) => ({ url: profile(name), valueDate });
  return specialties.map(({ code, display, effectiveTo }) => ({
    ...(shown.specialtyEffectiveDates && {
      extension: [
        dated('Extension-eRS-EffectivefromDate-1', FIRST_DAY),
        ...(effectiveTo ? [dated('Extension-eRS-EffectivetoDate-1', effectiveTo)] : []),
      ],
    }),
    code,
    display,
    property: effective(effectiveTo),
  }));
}

export function clinicTypeConcepts({ variant }: Writing): CodeSystemConcept[] {
  const current = clinicTypes.map((clinic) => ({ ...clinic, effectiveTo: '' }));
  return [...current, ...expiredClinicTypes].map(({ code, display, specialty, effectiveTo }) => ({
    code,
    display,
    property: [
      ...effective(effectiveTo),
      { code: 'specialty', valueCoding: { system: specialtySystem(variant), code: specialty } },
    ],
  }));
}

function coded(property: string, system: string, code: string): CodeSystemConceptProperty {
  return { code: property, valueCoding: { system: codeSystem(system), code } };
}

function functionsOf({ businessFunctions }: Reason): CodeSystemConceptProperty[] {
  return businessFunctions.map((code) => coded('businessFunction', 'eRS-BusinessFunction-1', code));
}

/** Where it may be used, and by whom: the platform tells, HSCN does not. */
function appointmentUse(reason: Reason): CodeSystemConceptProperty[] {
  const { usage } = reason;
  return [
    { code: 'willCancelWholeRequest', valueBoolean: false },
    ...functionsOf(reason),
    ...(usage ? [coded('usage', 'eRS-AppointmentCancellationReasonUsage-1', usage)] : []),
  ];
}

function referralUse(reason: Reason): CodeSystemConceptProperty[] {
  const { usage, canCancelAppointment } = reason;
  const usages = 'eRS-ReferralRequestCancellationReasonUsage-1';
  return [
    { code: 'canCancelAppointment', valueBoolean: canCancelAppointment },
    ...functionsOf(reason),
    ...(usage ? [coded('referrerUsage', usages, usage)] : []),
  ];
}

interface ReasonKind {
  typeProperty: string;
  system: string;
  use: (reason: Reason) => CodeSystemConceptProperty[];
}

export const ofAppointments: ReasonKind = {
  typeProperty: 'appointmentBookingCancellationReasonType',
  system: 'eRS-AppointmentBookingCancellationReasonType-1',
  use: appointmentUse,
};
export const ofReferrals: ReasonKind = {
  typeProperty: 'appointmentRequestCancellationReasonType',
  system: 'eRS-AppointmentRequestCancellationReasonType-1',
  use: referralUse,
};

export function reasonConcepts(
  { shown, variant }: Writing,
  { typeProperty, system, use }: ReasonKind,
  rows: readonly Reason[],
): CodeSystemConcept[] {
  return rows.map((reason): CodeSystemConcept => ({
    code: reason.code,
    display: reason.display,
    property: [
      ...effective(reason.effectiveTo),
      ...(shown.reasonProperties
        ? [
            coded(typeProperty, system, reason.type),
            { code: 'commentIsMandatory', valueBoolean: reason.commentIsMandatory },
          ]
        : []),
      ...(variant.complete ? use(reason) : []),
    ],
  }));
}

export function nonAttendanceConcepts(): CodeSystemConcept[] {
  return nonAttendanceReasons.map(({ code, display, effectiveTo }) => ({
    code,
    display,
    property: effective(effectiveTo),
  }));
}

export function priorityConcepts(): CodeSystemConcept[] {
  return priorityContactDays.map((priority) => ({
    code: priority.code,
    display: priority.display,
    property: [
      ...effective(''),
      { code: 'deferToProviderContactDays', valueInteger: priority.deferToProviderContactDays },
      { code: 'triageContactDays', valueInteger: priority.triageContactDays },
    ],
  }));
}
