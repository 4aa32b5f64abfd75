import type { Core } from './core.ts';
import { isDirectlyBooked, isPast } from './appointments.ts';
import type { Caller, Referral, ReferralState } from './model.ts';
import { hasRelationship } from './referrals.ts';

export type Action =
  | 'RECORD_REVIEW_OUTCOME'
  | 'CREATE_APPOINTMENT'
  | 'CHANGE_SHORTLIST'
  | 'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE'
  | 'CANCEL_REFERRAL'
  | 'CANCEL_DIRECTLY_BOOKED_APPOINTMENT';

interface Sides {
  referrer: readonly Action[];
  provider: readonly Action[];
}

const progress: readonly Action[] = [
  'CREATE_APPOINTMENT',
  'CHANGE_SHORTLIST',
  'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE',
  'CANCEL_REFERRAL',
];
const again: Sides = { referrer: progress, provider: [] };

/** What each side may do in each state; mostly deduced, and what A029 answers. */
const actions: Readonly<Record<ReferralState, Sides>> = {
  NOT_BOOKED: again,
  BOOKED: {
    referrer: ['CANCEL_DIRECTLY_BOOKED_APPOINTMENT', 'CANCEL_REFERRAL'],
    provider: ['CANCEL_REFERRAL'],
  },
  DEFERRED_TO_PROVIDER: {
    referrer: ['CANCEL_REFERRAL'],
    provider: ['RECORD_REVIEW_OUTCOME', 'CANCEL_REFERRAL'],
  },
  AWAITING_TRIAGE: { referrer: ['CANCEL_REFERRAL'], provider: ['RECORD_REVIEW_OUTCOME'] },
  TRIAGED_PROVIDER_TO_ACTION: { referrer: ['CANCEL_REFERRAL'], provider: ['CANCEL_REFERRAL'] },
  TRIAGE_RESPONSE: again,
  REJECTED: again,
  APPT_CANCELLED_BY_PATIENT: again,
  APPT_CANCELLED_BY_PROVIDER: again,
  DID_NOT_ATTEND: again,
  ASSESSMENT_RESULT: again,
  CANCELLED_REFERRAL: { referrer: [], provider: [] },
};

function hasBookable(core: Core, referral: Referral): boolean {
  return referral.shortlist.some((id) => {
    const booking = core.directory.services.get(id)?.booking;
    return booking === 'DBS' || booking === 'TRIAGE';
  });
}

const seen: readonly ReferralState[] = ['DID_NOT_ATTEND', 'ASSESSMENT_RESULT'];

/** Unbooked is NOT_BOOKED, or the end of an earlier appointment; which ends, no source says. */
function mayProgress({ switches }: Core, { state }: Referral): boolean {
  if (state === 'NOT_BOOKED') return true;
  return seen.includes(state)
    ? !switches.closedAfterNonAttendance
    : switches.rebookAfterCancellation;
}

const conditions: Readonly<Partial<Record<Action, (core: Core, referral: Referral) => boolean>>> = {
  CREATE_APPOINTMENT: (core, referral) =>
    mayProgress(core, referral) &&
    (hasBookable(core, referral) || !core.switches.appointmentNeedsBookable),
  CHANGE_SHORTLIST: mayProgress,
  CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE: mayProgress,
  RECORD_REVIEW_OUTCOME: (_core, { letters, review }) =>
    letters.length > 0 && review?.status === 'PENDING_REVIEW',
  CANCEL_DIRECTLY_BOOKED_APPOINTMENT: (core, { appointment }) =>
    appointment !== undefined && isDirectlyBooked(appointment) && !isPast(core, appointment),
};

/** A036 names no state from which a provider may not cancel; the table above does. */
function actionsOf(core: Core, { state }: Referral, side: keyof Sides): readonly Action[] {
  const listed = actions[state][side];
  const cancels = side === 'provider' && state !== 'CANCELLED_REFERRAL';
  return cancels && !core.switches.providerCancelsWhatItHolds
    ? [...new Set([...listed, 'CANCEL_REFERRAL'] as const)]
    : listed;
}

/** Everything the caller's side may do now, whichever dialect it speaks. */
export function allowedActions(core: Core, referral: Referral, caller: Caller): Action[] {
  const side = caller.role.startsWith('SERVICE_PROVIDER') ? 'provider' : 'referrer';
  return actionsOf(core, referral, side).filter(
    (action) => conditions[action]?.(core, referral) ?? true,
  );
}

/** A029: nothing for somebody without a relationship; HSCN knows one action only. */
export function actionsToShow(core: Core, referral: Referral, caller: Caller): Action[] {
  if (!hasRelationship(core, referral, caller)) return [];
  return allowedActions(core, referral, caller).filter(
    (action) => caller.dialect === 'api-platform' || action === 'RECORD_REVIEW_OUTCOME',
  );
}
