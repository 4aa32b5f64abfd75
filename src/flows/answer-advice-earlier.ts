import { ADVICE_ACTS, type AdviceAct } from '../domain/advice-form.ts';
import type { Intent } from '../journal/ports.ts';
import type { AdviceDesk } from './answer-advice-desk.ts';
import { findOut } from './answer-advice-rereading.ts';
import { update } from './flow.ts';
import { localProblem } from './reading.ts';

type AdviceIntent = Intent & { action: AdviceAct };

/** A message on this request that was sent in an earlier visit and has no known end. */
export async function earlierMessage(desk: AdviceDesk): Promise<AdviceIntent | undefined> {
  const { journal, patient } = desk.ports;
  const intents = await journal.unresolved(patient.nhsNumber).catch(() => []);
  return intents.find((intent) => isHere(desk, intent)) as AdviceIntent | undefined;
}

/** Reads until it is known: nothing is offered meanwhile. */
export function awaitEarlier(desk: AdviceDesk, intent: AdviceIntent): Promise<void> {
  const { action: act, id, sentAt } = intent;
  const problem = 'problem' in intent ? intent.problem : localProblem('no-answer', desk.ports);
  return findOut(desk, { act, intentId: id, sentAt, problem });
}

/** The newest message on this request whose end came while no screen showed it. Told once. */
export async function tellUnseen(desk: AdviceDesk): Promise<void> {
  const { journal, patient } = desk.ports;
  const unseen = await journal.unseen(patient.nhsNumber).catch(() => []);
  const here = unseen.filter((intent) => isHere(desk, intent));
  if (here.length === 0) return;
  await journal.markSeen(here.map(({ id }) => id)).catch(() => undefined);
  update(desk.store, { endedUnseen: here[0] });
}

function isHere({ start }: AdviceDesk, { ubrn, action }: Intent): boolean {
  return ubrn === start.ubrn && ADVICE_ACTS.some((act) => act === action);
}
