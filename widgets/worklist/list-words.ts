import type { Instant } from '../../src/domain/instant.ts';
import { millisecondsOf } from '../../src/domain/instant.ts';
import type { DeskList } from '../../src/domain/provider-desk.ts';
import { clinicalDate, ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import type { Order, OrderedBy } from '../../src/domain/worklist-order.ts';
import type { RowChange } from '../../src/domain/worklist-since.ts';
import { counted } from '../../src/ui/format.ts';

export const LIST_NAMES: Readonly<Record<DeskList, string>> = {
  REFERRALS_FOR_REVIEW: 'Referrals for review',
  APPOINTMENT_SLOT_ISSUES: 'Appointment slot issues',
  ADVICE_AND_GUIDANCE_REQUESTS: 'Advice and guidance',
  REJECTED_TRIAGE_RESPONSE: 'Rejected or triage response',
  ASSESSMENT_RETURNED_CANCELLED_DNA: 'Returned, cancelled or did not attend',
  AWAITING_BOOKING: 'Awaiting booking',
  LETTERS_OUTSTANDING: 'Letters missing',
};

/** `2,140 referrals`, `1 request`. */
export function countedRows(list: DeskList, count: number): string {
  return counted(count, nounOf(list));
}

export function nounOf(list: DeskList): 'request' | 'referral' {
  return list === 'ADVICE_AND_GUIDANCE_REQUESTS' ? 'request' : 'referral';
}

/** `14:32 today`, else with its date: a time alone would be taken for one of today. */
export function momentWords(moment: Instant, now: Instant): string {
  const day = ukDayOf(moment);
  return `${ukTime(moment)} ${day === ukDayOf(now) ? 'today' : `on ${clinicalDate(day)}`}`;
}

/** `1 hour 22 minutes`, `less than a minute`. */
export function ageWords(from: Instant, now: Instant): string {
  const minutes = Math.floor((millisecondsOf(now) - millisecondsOf(from)) / 60_000);
  if (minutes < 1) return 'less than a minute';
  const parts = [
    minutes >= 60 && counted(Math.floor(minutes / 60), 'hour'),
    minutes % 60 > 0 && counted(minutes % 60, 'minute'),
  ];
  return parts.filter(Boolean).join(' ');
}

/** What each order starts with, upwards and downwards. */
const ORDER_WORDS: Readonly<Record<OrderedBy, readonly [up: string, down: string]>> = {
  priority: ['priority', 'priority, routine first'],
  patient: ['name, A to Z', 'name, Z to A'],
  'nhs-number': ['NHS number', 'NHS number, highest first'],
  service: ['service, A to Z', 'service, Z to A'],
  specialty: ['specialty, A to Z', 'specialty, Z to A'],
  news: ['review status', 'review status, last first'],
  'clinical-information': ['oldest clinical information', 'newest clinical information'],
  appointment: ['earliest appointment', 'latest appointment'],
  clinician: ['clinician, A to Z', 'clinician, Z to A'],
  pathway: ['longest pathway', 'shortest pathway'],
  received: ['received first', 'received last'],
  'contact-by': ['earliest contact date', 'latest contact date'],
  'last-contact': ['longest without contact', 'latest contact'],
  reason: ['reason', 'reason, Z to A'],
  category: ['status', 'status, Z to A'],
  'first-requested': ['first asked', 'last asked'],
  'last-updated': ['longest unchanged', 'last changed'],
  referrer: ['referrer, A to Z', 'referrer, Z to A'],
  created: ['oldest referral', 'newest referral'],
  state: ['what happened', 'what happened, Z to A'],
  'letter-due': ['letter due first', 'letter due last'],
};

/** `Priority, then longest pathway`. */
export function orderWords(order: readonly Order[]): string {
  const words = order
    .map(({ by, isDescending }) => ORDER_WORDS[by][isDescending ? 1 : 0])
    .join(', then ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What changed in a row, in a word. */
export const CHANGE_WORDS: Readonly<Record<RowChange, string>> = {
  priority: 'priority',
  'clinical-information': 'letter',
  news: 'review status',
  appointment: 'appointment',
  clinician: 'clinician',
  service: 'service',
  contact: 'contact',
  reason: 'reason',
  category: 'status',
  conversation: 'messages',
  state: 'what happened',
  'letter-due': 'letter date',
};

const FINISHED: Readonly<Record<string, string>> = {
  'accept-referral': 'Accepted',
  'reject-referral': 'Rejected',
  'cancel-and-act-later': 'Appointment cancelled',
  'record-review-outcome': 'Outcome recorded',
  'answer-advice': 'Answered',
  'convert-advice': 'Converted',
  'cancel-referral': 'Cancelled',
  'cancel-appointment': 'Appointment cancelled',
  'book-appointment': 'Booked',
  'attach-letters': 'Letters attached',
  'change-shortlist': 'Shortlist changed',
};

/** `Accepted 14:36`. */
export function finishedWords({ action, at }: { action: string; at: Instant }): string {
  return `${FINISHED[action] ?? 'Done'} ${ukTime(at)}`;
}
