import type { CodeableConcept, Extension, HealthcareService } from 'fhir/r4';
import type { Service } from '../../core/model.ts';
import { r4CodeSystem, r4Extension, r4SiteSystem } from './names.ts';

/** The facts about a service do not change here. */
export const SERVICE_VERSION = 1;

const appointmentTypes: Readonly<Record<string, string>> = {
  DAY_CASE: 'Day Case',
  FIRST_OUTPATIENT: 'First Outpatient',
  ASSESSMENT_SERVICE: 'Assessment Service',
  GPSI: 'GPSI',
  AHP_CLINIC: 'AHP Clinic',
  DIAGNOSTIC: 'Diagnostic',
  NURSE_CLINIC: 'Nurse Clinic',
  OPHTHALMOLOGIST: 'Ophthalmologist',
  TELEPHONE_ASSESSMENT: 'Telephone Assessment',
};

const flows = {
  BOOKABLE: 'A service which supports a patient appointment',
  REVIEW:
    'A service that reviews referrals, without the support or need for any appointment with the patient to be made',
  ADVICE_AND_GUIDANCE:
    'A service which can discuss the patient and receive guidance rather than a patient attending an appointment',
} as const;

const bookableTypes = {
  DBS: { code: 'DIRECTLY_BOOKABLE', display: 'Directly Bookable' },
  IBS: { code: 'INDIRECTLY_BOOKABLE', display: 'Indirectly Bookable' },
  TRIAGE: undefined,
} as const;

function concept(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }] };
}

function contact(purpose: CodeableConcept, system: 'phone' | 'email', value: string): Extension {
  return {
    url: r4Extension('HealthcareService-Contact'),
    extension: [
      { url: 'purpose', valueCodeableConcept: purpose },
      { url: 'telecom', valueContactPoint: { system, value } },
    ],
  };
}

const forPatients = concept(
  'http://terminology.hl7.org/CodeSystem/contactentity-type',
  'PATINF',
  'Patient',
);
const forProfessionals = concept(
  r4CodeSystem('eRS-Purpose'),
  'HEALTHCARE_PROFESSIONALS',
  'Healthcare Professionals',
);

function instructions({ letterRequired }: Service): Extension[] {
  if (!letterRequired) return [];
  const valueString = 'Ask the patient to bring a list of their medicines.';
  return [{ url: r4Extension('ServiceInstructions'), valueString }];
}

function characteristics({ booking, givesAdvice }: Service): CodeableConcept[] {
  const flow = booking === 'TRIAGE' ? 'REVIEW' : 'BOOKABLE';
  const supported = [flow, ...(givesAdvice ? (['ADVICE_AND_GUIDANCE'] as const) : [])] as const;
  const bookable = bookableTypes[booking];
  return [
    ...supported.map((code) => concept(r4CodeSystem('eRS-RequestFlowType'), code, flows[code])),
    ...(bookable
      ? [concept(r4CodeSystem('eRS-BookableType'), bookable.code, bookable.display)]
      : []),
  ];
}

/** What the platform publishes of a service, to be kept by its version. */
export function writeService(service: Service): HealthcareService {
  const { id, appointmentType, phone, siteOdsCode } = service;
  const email = `service-${id}@referrals.example`;
  const display = appointmentTypes[appointmentType ?? ''];
  return {
    id,
    meta: { versionId: String(SERVICE_VERSION) },
    language: 'en',
    resourceType: 'HealthcareService',
    extension: [
      { url: r4Extension('HoursOfOperation'), valueString: '9am to 5pm, Monday to Friday' },
      ...instructions(service),
      contact(forPatients, 'phone', phone),
      contact(forProfessionals, 'email', email),
    ],
    location: [{ identifier: { system: r4SiteSystem, value: siteOdsCode } }],
    name: service.name,
    ...(appointmentType &&
      display && {
        type: [concept(r4CodeSystem('eRS-AppointmentType'), appointmentType, display)],
      }),
    characteristic: characteristics(service),
  };
}
