import type { ReviewForm } from '../../src/domain/review-form.ts';
import type { ReviewReferralState } from '../../src/flows/review-referral.ts';

/** What leaving now would leave undone, as a sentence that names no patient and no referral. */
export function leftUndoneWords({ phase }: ReviewReferralState): string | undefined {
  if (phase.status === 'sending') return 'A decision on a referral is on its way to e-RS.';
  if (phase.status === 'unanswered' && !phase.settled) {
    return 'We do not know if a decision on a referral reached e-RS. Do not send it again, here or in e-RS.';
  }
  return undefined;
}

/** Whether something was chosen or typed, and is not sent. */
export function isUnsent(state: ReviewReferralState): boolean {
  if (state.phase.status === 'done') return false;
  return state.chosen !== undefined || hasTyped(state);
}

export function hasTyped({ forms }: ReviewReferralState): boolean {
  return Object.values(forms).some(isTouched);
}

function isTouched({ comment, reason, outcome, priority, cancelledInPas }: ReviewForm): boolean {
  const chosen = [reason, outcome, priority, cancelledInPas];
  return comment !== '' || chosen.some((each) => each !== undefined);
}
