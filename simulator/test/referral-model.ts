import type { ReferralState } from '../core/model.ts';

/** A small e-RS that a run of random commands is held against: one row of facts for a referral. */
export interface Expected {
  ubrn: string;
  state: ReferralState;
  /** What its one shortlisted service is: a clinic with slots, or a triage service. */
  shortlist: 'clinic' | 'triage';
  /** How the current appointment came about; `slot` is the only kind that e-RS itself cancels. */
  booking: 'none' | 'slot' | 'telephone' | 'proposed' | 'ended';
  letters: number;
  /** Somebody at the provider still has to review it. */
  pending: boolean;
  cancelledByProvider: boolean;
  acknowledged: boolean;
  /** Slots that were used up by somebody who did not come. */
  wasted: number;
}

export type Side = 'referrer' | 'provider' | 'elsewhere';

/** One thing that somebody may do to a referral, and what comes of it. */
export interface Move {
  name: string;
  side: Side;
  from: readonly ReferralState[];
  /** Beyond the state: what has to be true as well. */
  when?(expected: Expected): boolean;
  then(expected: Expected): Partial<Expected>;
}

const open: readonly ReferralState[] = [
  'NOT_BOOKED',
  'TRIAGE_RESPONSE',
  'REJECTED',
  'APPT_CANCELLED_BY_PATIENT',
  'APPT_CANCELLED_BY_PROVIDER',
];
const withProvider: readonly ReferralState[] = [
  'DEFERRED_TO_PROVIDER',
  'TRIAGED_PROVIDER_TO_ACTION',
];
const live: readonly ReferralState[] = [
  ...open,
  ...withProvider,
  'AWAITING_TRIAGE',
  'BOOKED',
  'ASSESSMENT_RESULT',
];
const all: readonly ReferralState[] = [...live, 'DID_NOT_ATTEND', 'CANCELLED_REFERRAL'];
const waiting = ({ pending, letters }: Expected): boolean => pending && letters > 0;
const isClinic = ({ shortlist }: Expected): boolean => shortlist === 'clinic';
const isTriage = ({ shortlist }: Expected): boolean => shortlist === 'triage';
const isBooked = ({ booking }: Expected): boolean => booking === 'slot' || booking === 'telephone';
const unbooked = { state: 'NOT_BOOKED', booking: 'none', pending: false } as const;

/** What a new letter does: a booking that was reviewed is reviewed again. */
function withLetter({ letters, state, pending }: Expected): Partial<Expected> {
  return { letters: letters + 1, pending: pending || state === 'BOOKED' };
}

function cancelled(expected: Expected): Partial<Expected> {
  const booking = isBooked(expected) ? 'ended' : expected.booking;
  return { state: 'CANCELLED_REFERRAL', booking };
}

const referrerMoves: readonly Move[] = [
  { name: 'letter', side: 'referrer', from: live, then: withLetter },
  {
    name: 'book',
    side: 'referrer',
    from: open,
    when: isClinic,
    then: () => ({ state: 'BOOKED', booking: 'slot', pending: true }),
  },
  {
    name: 'defer',
    side: 'referrer',
    from: open,
    when: isClinic,
    then: () => ({ state: 'DEFERRED_TO_PROVIDER', booking: 'proposed', pending: true }),
  },
  {
    name: 'send-for-triage',
    side: 'referrer',
    from: open,
    when: isTriage,
    then: () => ({ state: 'AWAITING_TRIAGE', booking: 'proposed', pending: true }),
  },
  {
    name: 'shortlist-clinic',
    side: 'referrer',
    from: open,
    then: () => ({ ...unbooked, shortlist: 'clinic' }),
  },
  {
    name: 'shortlist-for-triage',
    side: 'referrer',
    from: open,
    then: () => ({
      state: 'AWAITING_TRIAGE',
      booking: 'proposed',
      pending: true,
      shortlist: 'triage',
    }),
  },
  {
    name: 'cancel-appointment',
    side: 'referrer',
    from: ['BOOKED'],
    when: ({ booking }) => booking === 'slot',
    then: () => ({ state: 'APPT_CANCELLED_BY_PATIENT', booking: 'ended' }),
  },
  {
    name: 'cancel-referral',
    side: 'referrer',
    from: [...live, 'DID_NOT_ATTEND'],
    then: cancelled,
  },
];

const providerMoves: readonly Move[] = [
  {
    name: 'accept',
    side: 'provider',
    from: ['BOOKED'],
    when: waiting,
    then: () => ({ pending: false }),
  },
  {
    name: 'reject',
    side: 'provider',
    from: ['BOOKED'],
    when: waiting,
    then: () => ({ state: 'REJECTED', booking: 'ended', pending: false }),
  },
  {
    name: 'act-later',
    side: 'provider',
    from: ['BOOKED'],
    when: waiting,
    then: () => ({ state: 'TRIAGED_PROVIDER_TO_ACTION', booking: 'proposed', pending: false }),
  },
  {
    name: 'outcome-accept',
    side: 'provider',
    from: ['AWAITING_TRIAGE', 'DEFERRED_TO_PROVIDER'],
    when: waiting,
    then: () => ({ state: 'TRIAGED_PROVIDER_TO_ACTION', pending: false }),
  },
  {
    name: 'outcome-return',
    side: 'provider',
    from: ['AWAITING_TRIAGE', 'DEFERRED_TO_PROVIDER'],
    when: waiting,
    then: () => ({ state: 'TRIAGE_RESPONSE', pending: false }),
  },
  {
    name: 'provider-cancels-referral',
    side: 'provider',
    from: ['BOOKED', ...withProvider],
    then: (expected) => ({ ...cancelled(expected), cancelledByProvider: true }),
  },
];

const elsewhereMoves: readonly Move[] = [
  { name: 'touch', side: 'elsewhere', from: all, then: () => ({}) },
  {
    name: 'book-directly',
    side: 'elsewhere',
    from: withProvider,
    when: isClinic,
    then: () => ({ state: 'BOOKED', booking: 'slot', pending: true }),
  },
  {
    name: 'book-by-telephone',
    side: 'elsewhere',
    from: ['NOT_BOOKED', ...withProvider],
    then: () => ({ state: 'BOOKED', booking: 'telephone', pending: true }),
  },
  { name: 'hand-back', side: 'elsewhere', from: withProvider, then: () => unbooked },
  {
    name: 'provider-cancels-appointment',
    side: 'elsewhere',
    from: ['BOOKED'],
    then: () => ({ state: 'APPT_CANCELLED_BY_PROVIDER', booking: 'ended' }),
  },
  {
    name: 'did-not-attend',
    side: 'elsewhere',
    from: ['BOOKED'],
    then: ({ booking, wasted }) => ({
      state: 'DID_NOT_ATTEND',
      booking: 'ended',
      wasted: wasted + (booking === 'slot' ? 1 : 0),
    }),
  },
  {
    name: 'assessment-result',
    side: 'elsewhere',
    from: ['BOOKED'],
    then: () => ({ state: 'ASSESSMENT_RESULT' }),
  },
  {
    name: 'acknowledge',
    side: 'elsewhere',
    from: ['CANCELLED_REFERRAL', 'DID_NOT_ATTEND', 'ASSESSMENT_RESULT'],
    then: () => ({ acknowledged: true }),
  },
];

export const moves: readonly Move[] = [...referrerMoves, ...providerMoves, ...elsewhereMoves];

const awaiting: readonly ReferralState[] = [
  'NOT_BOOKED',
  'AWAITING_TRIAGE',
  'APPT_CANCELLED_BY_PATIENT',
  'APPT_CANCELLED_BY_PROVIDER',
  ...withProvider,
];

function hasEnded({ state, cancelledByProvider, acknowledged }: Expected): boolean {
  const tells = ['DID_NOT_ATTEND', 'ASSESSMENT_RESULT'].includes(state) || cancelledByProvider;
  return tells && !acknowledged;
}

/** On which list a referral has to be, said without the rules of the simulator. */
export const lists: Readonly<Record<string, { side: Side; has(expected: Expected): boolean }>> = {
  REFERRALS_FOR_REVIEW: {
    side: 'provider',
    has: (expected) => ['BOOKED', 'AWAITING_TRIAGE'].includes(expected.state) && waiting(expected),
  },
  APPOINTMENT_SLOT_ISSUES: {
    side: 'provider',
    has: ({ state }) => state === 'DEFERRED_TO_PROVIDER',
  },
  AWAITING_BOOKING: { side: 'referrer', has: ({ state }) => awaiting.includes(state) },
  LETTERS_OUTSTANDING: {
    side: 'referrer',
    has: ({ letters, state }) => letters === 0 && state !== 'CANCELLED_REFERRAL',
  },
  REJECTED_TRIAGE_RESPONSE: {
    side: 'referrer',
    has: ({ state }) => state === 'REJECTED' || state === 'TRIAGE_RESPONSE',
  },
  ASSESSMENT_RETURNED_CANCELLED_DNA: { side: 'referrer', has: hasEnded },
};
