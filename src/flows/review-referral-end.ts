import type { Referral } from '../domain/referral.ts';
import type { ReviewAction } from '../domain/review-decisions.ts';
import { update } from './flow.ts';
import type { ReviewDesk } from './review-referral-desk.ts';
import { dropForms } from './review-referral-form.ts';

/** Nothing is left to decide, and nothing to keep. */
export async function endDone(
  desk: ReviewDesk,
  {
    action,
    referral,
    proof,
  }: { action: ReviewAction; referral: Referral; proof: 'answer' | 'reading' | 'list' },
): Promise<void> {
  const { ports, store, start } = desk;
  const at = ports.clock.now();
  start.list?.finish(start.ubrn, action);
  update(store, {
    referral,
    readAt: at,
    decisions: [],
    chosen: undefined,
    errors: [],
    place: start.list?.placeOf(start.ubrn),
    phase: { status: 'done', action, at, proof },
  });
  await dropForms(desk);
}
