import type { Priority } from '../../src/domain/criteria.ts';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import { parseNhsNumber, type NhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Problem, ProblemReason } from '../../src/domain/problem.ts';
import type { ListedAdviceRow } from '../../src/domain/provider-desk.ts';
import { parseUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import type { FollowUpRow, LetterRow, ReviewRow, SlotIssueRow } from '../../src/domain/worklist.ts';

// Made-up rows: numbers of the 999 range, which are nobody's.

export const at = (text: string): Instant => `2026-${text}:00.000Z` as Instant;
const day = (text: string): LocalDate => `2026-${text}` as LocalDate;

export const NOW = at('11-23T14:32');

export function ubrnOf(number: number): Ubrn {
  return parseUbrn(`00004935${String(number).padStart(4, '0')}`) as Ubrn;
}

/** The nth valid number of the 999 range. */
export function patientOf(nth: number): NhsNumber {
  const middle = String(nth % 1_000_000).padStart(6, '0');
  const digits = Array.from({ length: 10 }, (_, check) => parseNhsNumber(`999${middle}${check}`));
  return digits.find(Boolean) ?? patientOf(nth + 500_000);
}

export function named(
  nth: number,
  [family, given, title]: readonly [string, string, string],
): Patient {
  const birthDate = `${1930 + ((nth * 7) % 80)}-0${1 + (nth % 9)}-1${nth % 10}` as LocalDate;
  return { nhsNumber: patientOf(nth), birthDate, name: { family, given, title }, verified: true };
}

const CLINICS = [
  ['Suspected skin cancer', 'Dermatology'],
  ['Suspected bowel cancer', 'Gastroenterology'],
  ['Rapid access rash clinic', 'Dermatology'],
  ['Early arthritis clinic', 'Rheumatology'],
  ['Knee and hip assessment', 'Trauma and orthopaedics'],
] as const;

const OKAFOR = { sdsUserId: '555036671101', name: 'OKAFOR, Adaeze (Dr)' };
const BRANDT = { sdsUserId: '555036671103', name: 'BRANDT, Lena (Dr)' };

function clinic(nth: number) {
  const [name, display] = CLINICS[nth % CLINICS.length] ?? CLINICS[0];
  const id = String(201 + (nth % CLINICS.length));
  const code = display.toUpperCase().replaceAll(' ', '_');
  return { service: { id, name }, specialty: { code, display } };
}

function priorityOf(nth: number): Priority {
  if (nth < 4) return 'TWO_WEEK_WAIT';
  return nth < 8 ? 'URGENT' : 'ROUTINE';
}

export function reviewRow(nth: number, facts: Partial<ReviewRow> = {}): ReviewRow {
  return {
    list: 'REFERRALS_FOR_REVIEW',
    ubrn: ubrnOf(nth),
    patient: patientOf(nth),
    priority: priorityOf(nth),
    ...clinic(nth),
    pathwayStart: at(`11-${10 + (nth % 13)}T08:00`),
    clinicalInfoPrinted: false,
    news: 'NEVER_REVIEWED',
    referralType: nth % 3 ? 'APPOINTMENT' : 'TRIAGE_DEFERRAL',
    clinicalInfoFirstSubmitted: at(`11-${10 + (nth % 13)}T11:08`),
    ...(nth % 3 ? { appointmentStart: at(`12-0${1 + (nth % 8)}T09:20`) } : {}),
    ...(nth % 4 === 1 ? { allocatedClinician: OKAFOR } : {}),
    ...(nth % 4 === 2 ? { namedClinician: BRANDT } : {}),
    ...(nth % 4 === 3 ? { allocatedClinician: { sdsUserId: '555036671102' } } : {}),
    ...facts,
  };
}

export function slotIssueRow(nth: number, facts: Partial<SlotIssueRow> = {}): SlotIssueRow {
  const { ubrn, patient, priority, service, specialty, pathwayStart } = reviewRow(nth);
  return {
    list: 'APPOINTMENT_SLOT_ISSUES',
    ...{ ubrn, patient, priority, specialty, pathwayStart },
    ...(service && { service }),
    clinicalInfoPrinted: false,
    received: at(`${nth === 3 ? '06-06' : `11-0${1 + (nth % 9)}`}T09:00`),
    contactExpected: day(nth < 3 ? `11-${19 + nth * 4}` : `12-${10 + (nth % 9)}`),
    clinicalInformation: ['PRESENT', 'OVERDUE', 'NOT_DUE', 'NOT_APPLICABLE'][nth % 4],
    reason: { code: nth % 2 ? 'SLOT_NOT_AVAILABLE' : 'NO_SLOTS_AT_SERVICE' },
    ...(nth % 3 ? {} : { lastContact: at('11-18T10:00') }),
    ...facts,
  };
}

export function adviceRow(nth: number, facts: Partial<ListedAdviceRow> = {}): ListedAdviceRow {
  const { service, specialty } = clinic(nth);
  return {
    list: 'ADVICE_AND_GUIDANCE_REQUESTS',
    ubrn: ubrnOf(nth),
    patient: patientOf(nth),
    priority: nth === 0 ? 'URGENT' : 'ROUTINE',
    service,
    specialty,
    category: nth < 4 ? 'PROVIDER_RESPONSE_REQUIRED' : 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
    firstRequested: at(`11-${13 + nth}T09:00`),
    lastUpdated: at(`11-${13 + nth}T16:41`),
    referrer: { sdsUserId: '555048820917', name: 'ADEYEMI, Tunde (Dr)' },
    ...facts,
  };
}

function referred(nth: number) {
  return {
    ubrn: ubrnOf(nth),
    patient: patientOf(nth),
    priority: priorityOf(nth),
    created: at(`11-0${1 + (nth % 9)}T09:00`),
    clinicalContext: nth % 2 ? 'ENT/EAR' : 'CARDIOLOGY/ARRHYTHMIA',
    referrer: { sdsUserId: '555021854101', name: 'FENWICK, Ruth (Dr)' },
  };
}

export function followUpRow(nth: number, facts: Partial<FollowUpRow> = {}): FollowUpRow {
  return {
    list: 'AWAITING_BOOKING',
    ...referred(nth),
    lastUpdated: at(`11-1${nth % 10}T10:30`),
    state: { code: nth % 2 ? 'NOT_BOOKED' : 'APPT_CANCELLED_BY_PROVIDER' },
    ...facts,
  };
}

export function letterRow(nth: number, facts: Partial<LetterRow> = {}): LetterRow {
  return { list: 'LETTERS_OUTSTANDING', ...referred(nth), due: day(`11-${18 + nth}`), ...facts };
}

export function problem(reason: ProblemReason, facts: Partial<Problem> = {}): Problem {
  return {
    reason,
    source: 'e-rs',
    transactionId: '2c9e77b0-41ad-4f0c-9a53-0d3f6f1a7b21',
    correlationId: '7d1d2d9c-5b0e-4b7a-8a4e-1f6f5a9b0c11',
    retry: 'back-off',
    ...facts,
  };
}
