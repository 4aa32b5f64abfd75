import { REVIEW_ACTIONS, type ReviewAction } from '../domain/review-decisions.ts';
import type { Intent } from '../journal/ports.ts';
import { update } from './flow.ts';
import { localProblem } from './reading.ts';
import type { ReviewDesk } from './review-referral-desk.ts';
import { findOut } from './review-referral-rereading.ts';

type DecisionIntent = Intent & { action: ReviewAction };

/** A decision on this referral that was sent in an earlier visit and has no known end. */
export async function earlierDecision(desk: ReviewDesk): Promise<DecisionIntent | undefined> {
  const { journal, patient } = desk.ports;
  const intents = await journal.unresolved(patient.nhsNumber).catch(() => []);
  return intents.find((intent) => isDecisionHere(desk, intent)) as DecisionIntent | undefined;
}

/** Reads until it is known: nothing is offered meanwhile. */
export function awaitEarlier(desk: ReviewDesk, intent: DecisionIntent): Promise<void> {
  const { action, id, sentAt } = intent;
  const problem = 'problem' in intent ? intent.problem : localProblem('no-answer', desk.ports);
  return findOut(desk, { action, intentId: id, sentAt, problem });
}

/** The newest decision on this referral whose end came while no screen showed it. Told once. */
export async function tellUnseen(desk: ReviewDesk): Promise<void> {
  const { journal, patient } = desk.ports;
  const unseen = await journal.unseen(patient.nhsNumber).catch(() => []);
  const here = unseen.filter((intent) => isDecisionHere(desk, intent));
  if (here.length === 0) return;
  await journal.markSeen(here.map(({ id }) => id)).catch(() => undefined);
  update(desk.store, { endedUnseen: here[0] });
}

function isDecisionHere({ start }: ReviewDesk, { ubrn, action }: Intent): boolean {
  return ubrn === start.ubrn && REVIEW_ACTIONS.some((one) => one === action);
}
