import type { Referral, ReferralStateCode } from '../domain/referral.ts';
import type { ReviewAction } from '../domain/review-decisions.ts';
import type { ReviewForm, ReviewOutcome } from '../domain/review-form.ts';
import type { SentDecision } from './review-referral-desk.ts';

/** The state to which each decision leads (states.md §2); over HSCN it is derived and tells less. */
const LEADS_TO: Readonly<
  Record<Exclude<ReviewAction, 'record-review-outcome'>, readonly ReferralStateCode[]>
> = {
  'accept-referral': ['BOOKED'],
  'reject-referral': ['REJECTED', 'APPT_CANCELLED'],
  'cancel-and-act-later': ['TRIAGED_PROVIDER_TO_ACTION'],
  'cancel-referral': ['CANCELLED_REFERRAL'],
};

const OUTCOME_LEADS_TO: Readonly<Record<ReviewOutcome, ReferralStateCode>> = {
  ACCEPT_REFER_BOOK_LATER: 'TRIAGED_PROVIDER_TO_ACTION',
  RETURN_TO_REFERRER_WITH_ADVICE: 'TRIAGE_RESPONSE',
};

type Asked = Pick<SentDecision, 'action' | 'form'>;

/**
 * Whether the referral is as this decision would have left it, as far as e-RS tells: its state, and
 * the reason and comment where it gives them. Of an acceptance the referral tells nothing, as the
 * appointment stays.
 */
export function isResultOf(referral: Referral, asked: Asked): boolean {
  if (!statesOf(asked).includes(referral.state.code)) return false;
  if (asked.action === 'accept-referral') return true;
  return sameWhereTold(reasonsTold(referral), reasonAsked(asked)) && saysSame(referral, asked.form);
}

function statesOf({ action, form }: Asked): readonly ReferralStateCode[] {
  if (action !== 'record-review-outcome') return LEADS_TO[action];
  return form?.outcome ? [OUTCOME_LEADS_TO[form.outcome]] : Object.values(OUTCOME_LEADS_TO);
}

function reasonAsked({ action, form }: Asked): string | undefined {
  if (action === 'cancel-and-act-later') return 'CANCEL_APPOINTMENT_ACTION_LATER';
  return action === 'record-review-outcome' ? form?.outcome : form?.reason;
}

function reasonsTold({ state, appointment }: Referral): string[] {
  return [state.reason?.code, appointment?.reason?.code].filter((code) => code !== undefined);
}

function saysSame({ state, appointment }: Referral, form: ReviewForm | undefined): boolean {
  const told = [state.comments, appointment?.comment].filter((text) => text !== undefined);
  return sameWhereTold(
    told.map((text) => text.trim()),
    form?.comment.trim() || undefined,
  );
}

function sameWhereTold(told: readonly string[], asked: string | undefined): boolean {
  return told.length === 0 || asked === undefined || told.includes(asked);
}
