import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Problem, ProblemReason } from '../../src/domain/problem.ts';
import type { Referral, ReferralVersion } from '../../src/domain/referral.ts';
import type { Slot } from '../../src/domain/slot.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { Clinician } from '../../src/domain/user.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';

/** Situations of one synthetic patient, around Friday 16 October 2026, 10:49 BST. */
export const at = (time: string): Instant => `2026-10-${time}.000Z` as Instant;
export const NOW = at('16T09:49:40');
export const UBRN = '000049283317' as Ubrn;

export const patient: Patient = {
  nhsNumber: '9990123454' as NhsNumber,
  birthDate: '1968-03-14' as LocalDate,
  name: { family: 'Hargreaves-Oyelaran', given: 'Josephine', title: 'Mrs' },
  gender: 'Female',
  verified: true,
};

const mbeki: Clinician = { sdsUserId: '555021854111', name: 'MBEKI-SHAW, Thandi (Dr)' };
const okonkwo: Clinician = { sdsUserId: '555021854222', name: 'OKONKWO, Chidi (Dr)' };
const halloran: Clinician = { sdsUserId: '555021854333', name: 'HALLORAN, Siobhan (Dr)' };

const EASTGATE = '2001';
const NORTHMOOR = '2002';

/** Times are UTC: an hour behind the clock on the wall until 25 October. */
function slotsOf(
  serviceId: string,
  clinician: Clinician | undefined,
  ...times: readonly string[]
): Slot[] {
  return times.map((time) => {
    const start = at(`${time}:00`);
    const end = new Date(Date.parse(start) + 20 * 60_000).toISOString() as Instant;
    return {
      id: `${serviceId}-${clinician?.sdsUserId ?? '0'}-${time}`,
      serviceId,
      start,
      end,
      clinician,
    };
  });
}

function inOrder(slots: readonly Slot[]): Slot[] {
  return [...slots].sort((a, b) => a.start.localeCompare(b.start));
}

export const eastgate: ServiceSlots = {
  serviceId: EASTGATE,
  name: 'Community Cardiology Clinic, Eastgate Health Centre',
  distance: 1,
  appointmentType: 'GP with special interest clinic',
  wayToBook: 'book-here',
  slots: inOrder([
    ...slotsOf(EASTGATE, mbeki, '19T13:40', '19T14:00', '19T14:20', '21T08:00', '21T08:20'),
    ...slotsOf(EASTGATE, mbeki, '22T13:00', '22T13:20', '22T13:40', '22T14:00', '27T09:00'),
    ...slotsOf(EASTGATE, undefined, '20T09:10', '20T09:30', '23T10:00', '23T10:20', '23T10:40'),
    ...slotsOf(EASTGATE, undefined, '24T08:30', '29T17:30'),
  ]),
  load: { status: 'loaded', at: at('16T09:47:10'), total: 17 },
};

export const northmoor: ServiceSlots = {
  serviceId: NORTHMOOR,
  name: 'Arrhythmia Clinic, Cardiology, Northmoor General Hospital',
  distance: 3,
  appointmentType: 'Hospital clinic, first outpatient',
  wayToBook: 'book-here',
  slots: inOrder([
    ...slotsOf(NORTHMOOR, okonkwo, '22T08:20', '22T08:40', '22T09:20', '22T10:00', '22T10:20'),
    ...slotsOf(NORTHMOOR, okonkwo, '22T10:40', '22T11:00', '22T11:20', '30T10:00'),
    ...slotsOf(NORTHMOOR, halloran, '20T12:30', '20T13:10', '23T12:30'),
    ...slotsOf(NORTHMOOR, undefined, '19T15:10', '21T07:40', '21T15:10'),
  ]),
  load: { status: 'loaded', at: at('16T09:47:12'), total: 15 },
};

export const triage: ServiceSlots = {
  serviceId: '2003',
  name: 'Cardiology Referral Assessment Service, St Brannoc’s Hospital',
  distance: 9,
  wayToBook: 'triage',
  slots: [],
  load: { status: 'not-asked' },
};

export const phones: ServiceSlots = {
  serviceId: '2004',
  name: 'Heart Rhythm Clinic, Westbrook Hospital',
  distance: 12,
  wayToBook: 'patient-phones',
  slots: [],
  load: { status: 'not-asked' },
};

/** As e-RS answers for one of these when the referral was opened by its UBRN. */
export const phonesOrTriage: ServiceSlots = { ...phones, wayToBook: 'phones-or-triage' };

export const withoutSlots: ServiceSlots = {
  ...northmoor,
  slots: [],
  load: { status: 'loaded', at: at('16T09:47:12'), total: 0 },
};

/** 22 October, 09:40 BST, at Northmoor with OKONKWO. */
export const chosen: Slot = {
  id: `${NORTHMOOR}-${okonkwo.sdsUserId}-22T08:40`,
  serviceId: NORTHMOOR,
  start: at('22T08:40:00'),
  end: at('22T09:00:00'),
  clinician: okonkwo,
};

export const referral: Referral = {
  ubrn: UBRN,
  version: '5' as ReferralVersion,
  patient: patient.nhsNumber,
  state: { code: 'NOT_BOOKED', derived: true },
  priority: 'URGENT',
  specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
  shortlist: [
    { id: EASTGATE, name: eastgate.name },
    { id: NORTHMOOR, name: northmoor.name },
    { id: triage.serviceId, name: triage.name },
  ],
  letters: [
    {
      url: 'Binary/att-1',
      name: 'referral-letter.pdf',
      kind: 'REFERRER',
      availability: 'AVAILABLE',
    },
  ],
  related: [],
};

export const bookedReferral: Referral = {
  ...referral,
  version: '8' as ReferralVersion,
  state: { code: 'BOOKED', derived: true },
  appointment: {
    id: 'appointment-70001',
    status: 'booked',
    service: { id: NORTHMOOR, name: northmoor.name },
    start: chosen.start,
    end: chosen.end,
    clinician: okonkwo,
    created: at('16T09:49:51'),
  },
};

export const deferredReferral: Referral = {
  ...referral,
  version: '8' as ReferralVersion,
  state: { code: 'DEFERRED_TO_PROVIDER', derived: true },
  appointment: {
    status: 'proposed',
    service: { id: NORTHMOOR, name: northmoor.name },
    reason: { code: 'SLOT_NOT_AVAILABLE' },
    created: at('16T09:52:10'),
  },
};

export const triageReferral: Referral = {
  ...referral,
  version: '8' as ReferralVersion,
  state: { code: 'AWAITING_TRIAGE', derived: false },
  appointment: {
    status: 'proposed',
    service: { id: triage.serviceId, name: triage.name },
    reason: { code: 'TRIAGE' },
    created: at('16T09:52:10'),
  },
};

export function problem(reason: ProblemReason, change: Partial<Problem> = {}): Problem {
  return {
    reason,
    source: 'e-rs',
    httpStatus: 422,
    transactionId: '7f3a19c2-58d0-4b6e',
    correlationId: 'c04e77b1-2a9d-4f15',
    retry: 'never',
    ...change,
  };
}
