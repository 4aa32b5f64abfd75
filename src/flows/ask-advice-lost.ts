import { addMilliseconds } from '../domain/instant.ts';
import { parseUbrn, type Ubrn } from '../domain/ubrn.ts';
import type { Problem } from '../domain/problem.ts';
import type { Intent } from '../journal/ports.ts';
import type { AskDesk } from './ask-advice-desk.ts';
import { showAsked } from './ask-advice-send.ts';
import type { LostQuestion, UnansweredQuestion } from './ask-advice.ts';
import { update } from './flow.ts';
import { settleFoundOut } from './journalled-write.ts';
import { localProblem, readProblem } from './reading.ts';

/** Clocks of proxy and e-RS may differ by so much. */
const CLOCKS_DIFFER_MS = 5_000;

/** A question that was sent from another page, or in an earlier visit, and has no known end. */
export async function earlierQuestion({ ports }: AskDesk): Promise<Intent | undefined> {
  const intents = await ports.journal.unresolved(ports.patient.nhsNumber).catch(() => []);
  return intents.find(({ action }) => action === 'ask-for-advice');
}

export function unansweredOf({ ports }: AskDesk, intent: Intent): UnansweredQuestion {
  const { id: intentId, sentAt, serviceIds, state } = intent;
  const problem = 'problem' in intent ? intent.problem : localProblem('no-answer', ports);
  const isUnderWay = state === 'sending';
  return { status: 'unanswered', intentId, sentAt, serviceIds, problem, isUnderWay };
}

/** What the journal has learnt meanwhile of one that is on screen as unanswered. */
export async function followJournal(desk: AskDesk): Promise<void> {
  const { ports, store } = desk;
  const lost = unansweredNow(desk);
  if (!lost) return;
  const intent = await ports.journal.find(lost.intentId).catch(() => undefined);
  if (!intent || unansweredNow(desk)?.intentId !== lost.intentId) return;
  if (intent.state === 'done' && intent.ubrn) {
    await ports.journal.markSeen([intent.id]).catch(() => undefined);
    await showAsked(desk, intent.ubrn, 'answer');
  } else if (intent.state === 'not-done') {
    await ports.journal.markSeen([intent.id]).catch(() => undefined);
    update(store, {
      phase: { status: 'refused', problem: intent.problem, at: ports.clock.now() },
    });
  } else {
    update(store, { phase: unansweredOf(desk, intent) });
  }
}

function unansweredNow({ store }: AskDesk): UnansweredQuestion | undefined {
  const { phase } = store.state;
  return store.isOpen && phase.status === 'unanswered' ? phase : undefined;
}

/** The user has found it in the e-RS application. */
export async function found(desk: AskDesk, typed: string): Promise<void> {
  const { ports, store, life } = desk;
  const unanswered = unansweredNow(desk);
  if (!unanswered || unanswered.isUnderWay) return;
  const ubrn = parseUbrn(typed);
  const { intentId, problem, sentAt, serviceIds } = unanswered;
  const lost: LostQuestion = { intentId, problem, sentAt, serviceIds };
  if (ubrn) update(store, { phase: { status: 'looking', ...lost } });
  const lookProblem = ubrn
    ? await whyNotIt(desk, ubrn, lost)
    : localProblem('field-wrong', ports, 'ubrn');
  if (life.signal.aborted) return;
  if (lookProblem || !ubrn) {
    update(store, { phase: { ...unanswered, lookProblem } });
    return;
  }
  await settleFoundOut(ports, intentId, { state: 'done', ubrn });
  await showAsked(desk, ubrn, 'reading');
}

/** It is this patient's, to this service, and not of before. */
async function whyNotIt(
  { ports, life }: AskDesk,
  ubrn: Ubrn,
  { sentAt, serviceIds }: LostQuestion,
): Promise<Problem | undefined> {
  const { client, patient } = ports;
  const { signal } = life;
  try {
    const request = await client.retrieveAdviceRequest(ubrn, { signal });
    if (request.patient !== patient.nhsNumber) return localProblem('wrong-patient', ports);
    const { version } = request;
    const [first] = await client.retrieveAdviceConversation({ ubrn, version }, { signal });
    const isOurs = !serviceIds || serviceIds.includes(request.service.id);
    const isSince = !first || first.sent >= addMilliseconds(sentAt, -CLOCKS_DIFFER_MS);
    return isOurs && isSince ? undefined : localProblem('reference-not-found', ports, 'ubrn');
  } catch (error) {
    return readProblem(error, ports) ?? localProblem('no-answer', ports);
  }
}

/** By the word of the user, who has looked in the e-RS application. */
export async function notThere(desk: AskDesk): Promise<void> {
  const { ports, store } = desk;
  const unanswered = unansweredNow(desk);
  if (!unanswered || unanswered.isUnderWay) return;
  const { intentId, problem } = unanswered;
  update(store, { phase: { status: 'asking' } });
  await settleFoundOut(ports, intentId, { state: 'not-done', problem });
}
