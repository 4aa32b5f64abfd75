import type { SearchCriteria } from '../../domain/criteria.ts';
import type { Instant, LocalDate } from '../../domain/instant.ts';
import type { Letter } from '../../domain/letter.ts';
import { parseNhsNumber, type NhsNumber } from '../../domain/nhs-number.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Problem, ProblemReason } from '../../domain/problem.ts';
import type { Referral, ReferralStateCode, ReferralVersion } from '../../domain/referral.ts';
import type { Service } from '../../domain/service.ts';
import type { Slot } from '../../domain/slot.ts';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import type { Role } from '../../domain/user.ts';

// Synthetic records to try flows with.

export const NOW = '2026-10-16T09:30:00.000Z' as Instant;
export const UBRN = parseUbrn('000049283317') as Ubrn;
export const OTHER_UBRN = parseUbrn('000049283318') as Ubrn;
export const OTHER_PATIENT = parseNhsNumber('9990348715') as NhsNumber;

export const PATIENT: Patient = {
  nhsNumber: parseNhsNumber('9990123454') as NhsNumber,
  birthDate: '1968-03-14' as LocalDate,
  name: { family: 'HARGREAVES-OYELARAN', given: 'Josephine', title: 'Mrs' },
  gender: 'Female',
  postcode: 'NM3 8RB',
  verified: true,
};

export const CLINICIAN: Role = {
  businessFunction: 'REFERRING_CLINICIAN',
  organisation: { odsCode: 'R69' },
};

export const CLINICIAN_ADMIN: Role = {
  ...CLINICIAN,
  businessFunction: 'REFERRING_CLINICIAN_ADMIN',
};

export const CRITERIA: SearchCriteria = {
  priority: 'URGENT',
  specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
  clinicType: { code: 'ARRHYTHMIA', display: 'Arrhythmia' },
  postcode: 'NM3 8RB',
  ageAndGenderAppropriate: true,
};

export function service(id: string, facts: Partial<Service> = {}): Service {
  return {
    id,
    name: `Service ${id}`,
    specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
    location: { name: 'Northmoor General Hospital' },
    bookableType: 'DIRECTLY_BOOKABLE',
    flows: ['APPOINTMENT_REQUEST'],
    sexTreated: 'MALE_AND_FEMALE',
    letterRequired: false,
    wait: { days: 11 },
    displayProminently: false,
    additionalRequirements: [],
    ...facts,
  };
}

/** One that sees a referral before anybody is booked. */
export function triageService(id: string): Service {
  return service(id, { bookableType: 'UNSPECIFIED', flows: ['TRIAGE_REQUEST'] });
}

export function slot(id: string, start: string, serviceId = '101'): Slot {
  const end = new Date(Date.parse(start) + 20 * 60_000).toISOString();
  return { id, serviceId, start: start as Instant, end: end as Instant };
}

export function version(number: number): ReferralVersion {
  return String(number) as ReferralVersion;
}

export function referral(facts: Partial<Referral> = {}): Referral {
  return {
    ubrn: UBRN,
    version: version(3),
    patient: PATIENT.nhsNumber,
    state: { code: 'NOT_BOOKED', derived: true },
    priority: 'URGENT',
    shortlist: [
      { id: '101', name: 'Service 101' },
      { id: '102', name: 'Service 102' },
    ],
    commissioningRuleOrganisation: 'R69',
    letters: [],
    related: [],
    ...facts,
  };
}

export function inState(code: ReferralStateCode, facts: Partial<Referral> = {}): Referral {
  return referral({ version: version(8), ...facts, state: { code, derived: true } });
}

/** The referral once a slot of it has been booked. */
export function bookedFor({ id, serviceId, start, end }: Slot): Referral {
  const appointment = { id, status: 'booked', service: { id: serviceId }, start, end };
  return inState('BOOKED', { appointment });
}

/** The referral once it has been deferred to a service. */
export function deferredTo(serviceId: string): Referral {
  const appointment = { status: 'proposed', service: { id: serviceId }, created: NOW };
  return inState('DEFERRED_TO_PROVIDER', { appointment });
}

/** The referral once it has been sent to a service for triage. */
export function inTriageAt(serviceId: string): Referral {
  const appointment = { status: 'proposed', service: { id: serviceId }, created: NOW };
  return inState('AWAITING_TRIAGE', { appointment });
}

export function letter(url: string, facts: Partial<Letter> = {}): Letter {
  return { url, name: `${url}.pdf`, kind: 'REFERRER', availability: 'AVAILABLE', ...facts };
}

export function problem(reason: ProblemReason, facts: Partial<Problem> = {}): Problem {
  return { reason, source: 'e-rs', correlationId: 'c-1', retry: 'never', ...facts };
}
