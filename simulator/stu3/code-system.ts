import type { CodeSystem, CodeSystemConcept, CodeSystemProperty } from 'fhir/r3';
import type { SwitchName } from '../core/switches.ts';
import type { Writing } from '../http/interaction.ts';
import {
  appointmentCancellationReasons,
  referralCancellationReasons,
} from '../seed/reference-data.ts';
import {
  clinicTypeConcepts,
  nonAttendanceConcepts,
  ofAppointments,
  ofReferrals,
  priorityConcepts,
  reasonConcepts,
  specialtyConcepts,
} from './code-system-concepts.ts';
import { codeSystem, ersCodeSystem, profile } from './names.ts';

interface Published {
  /** As HSCN names it, where that differs from the platform. */
  hscnName?: string;
  name: string;
  /** Off means that e-RS does not know the type over HSCN. */
  switch?: SwitchName;
  /** Properties beside the dates of effect, as the platform declares them, with their types. */
  declares: Readonly<Record<string, CodeSystemProperty['type']>>;
  concepts: (writing: Writing) => CodeSystemConcept[];
}

const published: Readonly<Record<string, Published>> = {
  SPECIALTY: {
    hscnName: 'eRS Specialty',
    name: 'e-RS Specialty',
    declares: {},
    concepts: specialtyConcepts,
  },
  'CLINIC-TYPE': {
    name: 'e-RS Clinic Type',
    declares: { specialty: 'Coding' },
    concepts: clinicTypeConcepts,
  },
  'APPOINTMENT-CANCELLATION-REASON': {
    name: 'e-RS Appointment Cancellation Reason',
    declares: {
      appointmentBookingCancellationReasonType: 'Coding',
      willCancelWholeRequest: 'boolean',
      commentIsMandatory: 'boolean',
      businessFunction: 'Coding',
      usage: 'Coding',
    },
    concepts: (writing) => reasonConcepts(writing, ofAppointments, appointmentCancellationReasons),
  },
  'APPOINTMENT-NON-ATTENDANCE-REASON': {
    name: 'e-RS Appointment Non-attendance Reason',
    switch: 'nonAttendanceReasons',
    declares: {},
    concepts: nonAttendanceConcepts,
  },
  'REFERRAL-CANCELLATION-REASON': {
    name: 'e-RS ReferralRequest Cancellation Reason',
    switch: 'referralCancellationReasons',
    declares: {
      appointmentRequestCancellationReasonType: 'Coding',
      commentIsMandatory: 'boolean',
      canCancelAppointment: 'boolean',
      businessFunction: 'Coding',
      referrerUsage: 'Coding',
    },
    concepts: (writing) => reasonConcepts(writing, ofReferrals, referralCancellationReasons),
  },
  PRIORITY: {
    name: 'e-RS Priority',
    switch: 'priorityCodeSystem',
    declares: { deferToProviderContactDays: 'integer', triageContactDays: 'integer' },
    concepts: priorityConcepts,
  },
};

const dates = { effectiveFrom: 'dateTime', effectiveTo: 'dateTime' } as const;

function declared({ declares }: Published): CodeSystemProperty[] {
  const uri = codeSystem('eRS-Concept-Properties-1');
  return Object.entries({ ...dates, ...declares }).map(([code, type]) => ({
    code,
    uri: `${uri}#${code}`,
    type,
  }));
}

/** What only the complete form says of the list itself. */
function completion(system: Published): Partial<CodeSystem> {
  return {
    version: '1',
    experimental: false,
    copyright: 'Copyright (c) 2016 HL7 UK',
    caseSensitive: true,
    property: declared(system),
  };
}

function profileOf({ variant }: Writing, type: string): string {
  return variant.complete && type === 'SPECIALTY'
    ? profile('eRS-Specialty-CodeSystem-1')
    : 'http://hl7.org/fhir/StructureDefinition/shareablecodesystem';
}

/** Undefined when e-RS has no such type of reference data. */
export function writeCodeSystem(writing: Writing, type: string): CodeSystem | undefined {
  const { core, shown, variant } = writing;
  const system = published[type];
  if (!system || (system.switch && !shown[system.switch])) return undefined;
  const name = (variant.complete ? undefined : system.hscnName) ?? system.name;
  return {
    id: type,
    meta: { profile: [profileOf(writing, type)] },
    resourceType: 'CodeSystem',
    url: ersCodeSystem(variant, type),
    name,
    status: 'active',
    ...((variant.complete || type !== 'SPECIALTY') && { date: core.clock.iso() }),
    publisher: 'e-Referral Service',
    description: name,
    content: 'complete',
    ...(variant.complete && completion(system)),
    concept: system.concepts(writing),
  };
}
