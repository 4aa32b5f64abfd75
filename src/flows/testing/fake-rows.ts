import type { Instant, LocalDate } from '../../domain/instant.ts';
import { parseNhsNumber, type NhsNumber } from '../../domain/nhs-number.ts';
import type { ListedAdviceRow } from '../../domain/provider-desk.ts';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import type { FollowUpRow, LetterRow, ReviewRow, SlotIssueRow } from '../../domain/worklist.ts';

// Synthetic rows of the lists.

export function ubrnOf(number: number): Ubrn {
  return parseUbrn(String(number).padStart(12, '0')) as Ubrn;
}

/** The nth valid number of the 999 range, which is nobody's. */
export function patientOf(nth: number): NhsNumber {
  const middle = String(nth % 1_000_000).padStart(6, '0');
  const digits = Array.from({ length: 10 }, (_, check) => parseNhsNumber(`999${middle}${check}`));
  return digits.find(Boolean) ?? patientOf(nth + 500_000);
}

export function reviewRow(number: number, facts: Partial<ReviewRow> = {}): ReviewRow {
  return {
    list: 'REFERRALS_FOR_REVIEW',
    ubrn: ubrnOf(number),
    patient: patientOf(number),
    priority: 'ROUTINE',
    specialty: { code: 'DERMATOLOGY', display: 'Dermatology' },
    pathwayStart: '2026-10-01T08:00:00.000Z' as Instant,
    clinicalInfoPrinted: false,
    service: { id: '201', name: 'Suspected skin cancer' },
    news: 'NEVER_REVIEWED',
    referralType: 'APPOINTMENT',
    ...facts,
  };
}

export function slotIssueRow(number: number, facts: Partial<SlotIssueRow> = {}): SlotIssueRow {
  const { ubrn, patient, priority, specialty, pathwayStart, clinicalInfoPrinted, service } =
    reviewRow(number);
  return {
    list: 'APPOINTMENT_SLOT_ISSUES',
    ...{ ubrn, patient, priority, specialty, pathwayStart, clinicalInfoPrinted, service },
    contactExpected: '2026-12-03' as LocalDate,
    ...facts,
  };
}

export function adviceRow(number: number, facts: Partial<ListedAdviceRow> = {}): ListedAdviceRow {
  const asked = '2026-10-14T08:00:00.000Z' as Instant;
  return {
    list: 'ADVICE_AND_GUIDANCE_REQUESTS',
    ubrn: ubrnOf(number),
    patient: patientOf(number),
    priority: 'ROUTINE',
    specialty: { code: 'DERMATOLOGY', display: 'Dermatology' },
    category: 'PROVIDER_RESPONSE_REQUIRED',
    firstRequested: asked,
    lastUpdated: asked,
    referrer: { sdsUserId: '021600556514', name: 'FENWICK, Ruth (Dr)' },
    service: { id: '201', name: 'Skin advice' },
    ...facts,
  };
}

const REFERRED = {
  priority: 'ROUTINE',
  created: '2026-10-05T08:00:00.000Z' as Instant,
  clinicalContext: 'DERMATOLOGY/NOT OTHERWISE SPECIFIED',
  referrer: { sdsUserId: '021600556514', name: 'FENWICK, Ruth (Dr)' },
} as const;

export function followUpRow(number: number, facts: Partial<FollowUpRow> = {}): FollowUpRow {
  return {
    list: 'AWAITING_BOOKING',
    ubrn: ubrnOf(number),
    patient: patientOf(number),
    ...REFERRED,
    lastUpdated: '2026-10-12T08:00:00.000Z' as Instant,
    state: { code: 'NOT_BOOKED' },
    ...facts,
  };
}

export function letterRow(number: number, facts: Partial<LetterRow> = {}): LetterRow {
  return {
    list: 'LETTERS_OUTSTANDING',
    ubrn: ubrnOf(number),
    patient: patientOf(number),
    ...REFERRED,
    due: '2026-10-08' as LocalDate,
    ...facts,
  };
}
