import type { CodeSystem, CodeSystemConcept, CodeSystemConceptProperty } from 'fhir/r3';
import type { SwitchName } from '../core/switches.ts';
import { clinicTypes, expiredClinicTypes, specialties } from '../seed/clinic-types.ts';
import type { Reason } from '../seed/reference-data.ts';
import {
  appointmentCancellationReasons,
  nonAttendanceReasons,
  priorityContactDays,
  referralCancellationReasons,
} from '../seed/reference-data.ts';
import type { Writing } from '../http/interaction.ts';
import { codeSystem, ersCodeSystem, profile, specialtySystem } from './names.ts';

const FIRST_DAY = '2004-06-01';

function day(code: 'effectiveFrom' | 'effectiveTo', date: string): CodeSystemConceptProperty {
  return { code, valueDateTime: `${date}T00:00:00.000Z` };
}

function effective(effectiveTo: string): CodeSystemConceptProperty[] {
  const from = day('effectiveFrom', FIRST_DAY);
  return effectiveTo ? [from, day('effectiveTo', effectiveTo)] : [from];
}

/** SPECIALTY has its dates as extensions beside the properties that every list has. */
function specialtyConcepts({ shown }: Writing): CodeSystemConcept[] {
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

function clinicTypeConcepts({ variant }: Writing): CodeSystemConcept[] {
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

interface ReasonKind {
  rows: readonly Reason[];
  typeProperty: string;
}

function reasonConcepts({ rows, typeProperty }: ReasonKind, { shown }: Writing) {
  const system = codeSystem(`eRS-${typeProperty[0]?.toUpperCase()}${typeProperty.slice(1)}-1`);
  return rows.map(
    ({ code, display, type, commentIsMandatory, effectiveTo }): CodeSystemConcept => ({
      code,
      display,
      property: [
        ...effective(effectiveTo),
        ...(shown.reasonProperties
          ? [
              { code: typeProperty, valueCoding: { system, code: type } },
              { code: 'commentIsMandatory', valueBoolean: commentIsMandatory },
            ]
          : []),
      ],
    }),
  );
}

function priorityConcepts(): CodeSystemConcept[] {
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

interface Published {
  name: string;
  /** Off means that e-RS does not know the type over HSCN. */
  switch?: SwitchName;
  concepts: (writing: Writing) => CodeSystemConcept[];
}

const published: Readonly<Record<string, Published>> = {
  SPECIALTY: { name: 'eRS Specialty', concepts: specialtyConcepts },
  'CLINIC-TYPE': { name: 'e-RS Clinic Type', concepts: clinicTypeConcepts },
  'APPOINTMENT-CANCELLATION-REASON': {
    name: 'e-RS Appointment Cancellation Reason',
    concepts: (writing) =>
      reasonConcepts(
        {
          rows: appointmentCancellationReasons,
          typeProperty: 'appointmentBookingCancellationReasonType',
        },
        writing,
      ),
  },
  'APPOINTMENT-NON-ATTENDANCE-REASON': {
    name: 'e-RS Appointment Non Attendance Reason',
    switch: 'nonAttendanceReasons',
    concepts: () =>
      nonAttendanceReasons.map(({ code, display, effectiveTo }) => ({
        code,
        display,
        property: effective(effectiveTo),
      })),
  },
  'REFERRAL-CANCELLATION-REASON': {
    name: 'e-RS ReferralRequest Cancellation Reason',
    switch: 'referralCancellationReasons',
    concepts: (writing) =>
      reasonConcepts(
        {
          rows: referralCancellationReasons,
          typeProperty: 'appointmentRequestCancellationReasonType',
        },
        writing,
      ),
  },
  PRIORITY: {
    name: 'e-RS Priority',
    switch: 'priorityCodeSystem',
    concepts: priorityConcepts,
  },
};

/** Undefined when e-RS has no such type of reference data. */
export function writeCodeSystem(writing: Writing, type: string): CodeSystem | undefined {
  const system = published[type];
  if (!system || (system.switch && !writing.shown[system.switch])) return undefined;
  return {
    id: type,
    meta: { profile: ['http://hl7.org/fhir/StructureDefinition/shareablecodesystem'] },
    resourceType: 'CodeSystem',
    url: ersCodeSystem(writing.variant, type),
    name: system.name,
    status: 'active',
    ...(type !== 'SPECIALTY' && { date: writing.core.clock.iso() }),
    publisher: 'e-Referral Service',
    description: system.name,
    content: 'complete',
    concept: system.concepts(writing),
  };
}
