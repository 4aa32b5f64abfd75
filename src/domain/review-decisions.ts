import type { Action } from './action.ts';
import type { AvailableAction } from './available-action.ts';
import type { Instant } from './instant.ts';
import {
  ALLOWED,
  type Forbidden,
  type Permission,
  type WhoCan,
  type WhyNot,
} from './permission.ts';
import type { Referral, ReferralStateCode } from './referral.ts';
import { roleAllows, rolesFor } from './role-rules.ts';
import type { Role } from './user.ts';

/** What a provider may decide on a referral, in the order in which it is offered. */
export const REVIEW_ACTIONS = [
  'accept-referral',
  'reject-referral',
  'cancel-and-act-later',
  'record-review-outcome',
  'cancel-referral',
] as const satisfies readonly Action[];

export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

export type ReviewDecision = { action: ReviewAction } & Permission;

export interface DecisionFacts {
  referral: Referral;
  /** What e-RS has just said; `undefined` when it could not be asked. Never of an earlier version. */
  available: readonly AvailableAction[] | undefined;
  role: Role;
  dialect: 'hscn' | 'api-platform';
  /** Whether the dialect has it. */
  offers: (action: Action) => boolean;
  now: Instant;
}

/** Which of them e-RS tells (interactions.md §10); it says nothing about the others. */
const TOLD: Readonly<Partial<Record<ReviewAction, AvailableAction['code']>>> = {
  'record-review-outcome': 'RECORD_REVIEW_OUTCOME',
  'cancel-referral': 'CANCEL_REFERRAL',
};

/** Every decision, each with whether it may be made or why not and who can. */
export function reviewDecisions(facts: DecisionFacts): ReviewDecision[] {
  return REVIEW_ACTIONS.map((action) => ({ action, ...permissionFor(action, facts) }));
}

function permissionFor(action: ReviewAction, facts: DecisionFacts): Permission {
  const { referral, available, role, dialect, offers } = facts;
  if (!offers(action)) return forbidden('not-in-dialect', { who: 'e-rs-application' });
  if (!roleAllows(role, action, dialect)) {
    return forbidden('role', { who: 'role', roles: rolesFor(action, dialect) });
  }
  const code = TOLD[action];
  if (!code) return ofBooking(facts);
  if (!available) return forbidden('not-known', { who: 'after-asking-again' });
  const { ubrn, version } = referral;
  const isTold = available.some(
    (one) => one.code === code && one.ubrn === ubrn && one.version === version,
  );
  if (isTold) return ALLOWED;
  return action === 'record-review-outcome' ? whyNoOutcome(referral) : whyNoCancelling(referral);
}

/** states.md §2, 9 to 11: booked, not past, with its letter. That it is pending, only e-RS knows. */
function ofBooking({ referral, now }: DecisionFacts): Permission {
  const { state, appointment } = referral;
  if (state.code !== 'BOOKED') return BY_STATE[state.code] ?? NOT_BOOKED;
  if (appointment?.start !== undefined && appointment.start < now) {
    return forbidden('appointment-past', { who: 'nobody' });
  }
  return hasClinicalInformation(referral) ? ALLOWED : NO_LETTER;
}

/** Whether the referrer's letter is there, as far as e-RS tells. */
function hasClinicalInformation({ clinicalInfoFirstSubmitted, letters }: Referral): boolean {
  return !!clinicalInfoFirstSubmitted || letters.some(({ kind }) => kind === 'REFERRER');
}

const NOT_BOOKED = forbidden('not-booked', { who: 'referrer' });
const NO_LETTER = forbidden('no-clinical-information', { who: 'referrer' });
const CANCELLED = forbidden('cancelled', { who: 'nobody' });
const DECIDED = forbidden('decided', { who: 'provider-administrator' });
const WENT_BACK = forbidden('decided', { who: 'referrer' });

/** Why a referral in this state is not one with an appointment to decide on. */
const BY_STATE: Readonly<Partial<Record<ReferralStateCode, Forbidden>>> = {
  AWAITING_TRIAGE: forbidden('awaits-triage', { who: 'nobody' }),
  DEFERRED_TO_PROVIDER: forbidden('deferred', { who: 'nobody' }),
  AWAITING_PROVIDER: forbidden('deferred', { who: 'nobody' }),
  TRIAGED_PROVIDER_TO_ACTION: DECIDED,
  TRIAGE_RESPONSE: WENT_BACK,
  REJECTED: WENT_BACK,
  CANCELLED_REFERRAL: CANCELLED,
};

const AWAITS: readonly ReferralStateCode[] = [
  'AWAITING_TRIAGE',
  'DEFERRED_TO_PROVIDER',
  'AWAITING_PROVIDER',
];

function whyNoOutcome(referral: Referral): Forbidden {
  const { code } = referral.state;
  if (code === 'BOOKED') return forbidden('booked', { who: 'after-cancelling' });
  if (!AWAITS.includes(code)) return BY_STATE[code] ?? NOT_BOOKED;
  return hasClinicalInformation(referral)
    ? forbidden('not-permitted', { who: 'e-rs-application' })
    : NO_LETTER;
}

function whyNoCancelling({ state }: Referral): Forbidden {
  return state.code === 'CANCELLED_REFERRAL'
    ? CANCELLED
    : forbidden('not-permitted', { who: 'referrer' });
}

function forbidden(why: WhyNot, whoCan: WhoCan): Forbidden {
  return { allowed: false, why, whoCan };
}
