import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { ReviewAction } from '../domain/review-decisions.ts';
import type { AnyReason, ReviewForm } from '../domain/review-form.ts';
import type { WriteOptions } from '../ers/verbs/verbs.ts';
import type { ReviewPorts } from './review-referral.ts';

type Write = (
  client: ReviewPorts['client'],
  options: WriteOptions,
) => Promise<WriteResult<Referral>>;

interface Filled {
  referral: Referral;
  form: ReviewForm;
  reason: AnyReason | undefined;
}

/** The write of a decision whose form is complete; `undefined` where it is not. */
export function verbFor(action: ReviewAction, filled: Filled): Write | undefined {
  const { referral, form, reason } = filled;
  const { ubrn, version } = referral;
  const asRead = { ubrn, version };
  const { priority, outcome, cancelledInPas } = form;
  const comment = form.comment.trim();
  switch (action) {
    case 'accept-referral':
      return (client, options) => client.acceptReferral(asRead, options);
    case 'reject-referral': {
      if (!reason || 'canCancelAppointment' in reason) return undefined;
      const rejection = { ...asRead, reason, comment: comment || undefined, cancelledInPas };
      return (client, options) => client.rejectReferral(rejection, options);
    }
    case 'cancel-and-act-later': {
      const postponement = { ...asRead, comment, priority, cancelledInPas };
      return (client, options) => client.cancelAppointmentActionLater(postponement, options);
    }
    case 'record-review-outcome': {
      if (!outcome) return undefined;
      // A return keeps the priority: another one is refused (interactions.md §7).
      const accepted = outcome === 'ACCEPT_REFER_BOOK_LATER' ? { priority } : {};
      const review = { ...asRead, outcome, comment, ...accepted };
      return (client, options) => client.recordReviewOutcome(review, options);
    }
    case 'cancel-referral':
      return cancelling(filled);
  }
}

function cancelling({ referral: { ubrn, version }, form, reason }: Filled): Write | undefined {
  if (!reason || !('canCancelAppointment' in reason)) return undefined;
  const comment = form.comment.trim() || undefined;
  return async (client, options) => {
    const result = await client.cancelReferral({ ubrn, version, reason, comment }, options);
    return result.outcome === 'done' ? { ...result, value: result.value.referral } : result;
  };
}
