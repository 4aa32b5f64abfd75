import type { AdviceRequest } from '../domain/advice.ts';
import { adviceFieldErrorOf, adviceFormErrors, type AdviceAct } from '../domain/advice-form.ts';
import type { Problem } from '../domain/problem.ts';
import type { AdviceConversion, AdviceGiven } from '../ers/verbs/advising.ts';
import { withUbrn } from './advice-sent.ts';
import { takeAndCompare } from './answer-advice-conflict.ts';
import { isAllowed, isClosed, isSettled, type AdviceDesk } from './answer-advice-desk.ts';
import { endAnswered, endConverted } from './answer-advice-end.ts';
import { readThread } from './answer-advice-reading.ts';
import { findOut } from './answer-advice-rereading.ts';
import type { AnswerAdvicePhase, AnswerAdviceState } from './answer-advice.ts';
import { update } from './flow.ts';
import { sendJournalled } from './journalled-write.ts';

/** Checks the form, then request and messages, and sends once. */
export async function send(desk: AdviceDesk): Promise<void> {
  const { ports, store } = desk;
  const { act } = store.state;
  if (!maySend(desk, act) || !isComplete(desk)) return;
  const { phase: former } = store.state;
  update(store, { phase: { status: 'checking', act, since: ports.clock.now() } });
  const read = await readThread(desk, desk.reading.start());
  if (!read || desk.life.signal.aborted) return;
  if (!read.ok) {
    const { problem } = read;
    update(store, { phase: { status: 'check-failed', act, problem, at: ports.clock.now() } });
    return;
  }
  const conflict = takeAndCompare(desk, read.value, { act });
  if (conflict) update(store, { phase: conflict });
  else await sendChecked(desk, former);
}

function maySend(desk: AdviceDesk, act: AdviceAct): boolean {
  const { ports, store } = desk;
  const { phase, steadyFrom } = store.state;
  if (!store.isOpen || !isSettled(phase) || isClosed(desk)) return false;
  if (steadyFrom && ports.clock.now() < steadyFrom) return false;
  return isAllowed(desk, act);
}

/** What is missing is told by field; a death that is recorded or not known holds it. */
function isComplete({ store }: AdviceDesk): boolean {
  const { act, form, request, textLimit: limit } = store.state;
  const errors = adviceFormErrors(act, form, { limit, priority: request?.priority });
  const held = heldBy(store.state);
  update(store, { errors, held });
  return errors.length === 0 && !held;
}

function heldBy({ death, deathAcknowledged }: AnswerAdviceState): AnswerAdviceState['held'] {
  if (deathAcknowledged || death.status === 'none-recorded') return undefined;
  return death.status === 'asking' ? 'death-being-asked' : 'death-to-acknowledge';
}

async function sendChecked(desk: AdviceDesk, former: AnswerAdvicePhase): Promise<void> {
  const { act, form, request } = desk.store.state;
  const priority = form.priority ?? request?.priority;
  const { outcome } = form;
  if (!request || !priority) {
    update(desk.store, { phase: former });
    return;
  }
  const { ubrn, version } = request;
  const message = { ubrn, version, text: form.text.trim(), priority };
  if (act === 'convert-advice') {
    await sendConversion(desk, { ...message, comment: form.comment.trim() });
  } else if (outcome) {
    const isAdvice = outcome === 'RETURN_TO_REFERRER_WITH_ADVICE';
    const recommendation = isAdvice ? form.recommendation : undefined;
    await sendAnswer(desk, { ...message, outcome, recommendation });
  }
}

async function sendAnswer(desk: AdviceDesk, given: AdviceGiven): Promise<void> {
  const { client } = desk.ports;
  const answer = await sendOnce(desk, given, async (options) =>
    withUbrn(await client.sendAdvice(given, options)),
  );
  if (answer) await endAnswered(desk, answer.sent);
}

async function sendConversion(desk: AdviceDesk, conversion: AdviceConversion): Promise<void> {
  const { client } = desk.ports;
  const referral = await sendOnce(desk, conversion, (options) =>
    client.convertAdvice(conversion, options),
  );
  if (referral) await endConverted(desk, 'answer');
}

/** What e-RS has answered; `undefined` where it has not done it, which is then on screen. */
async function sendOnce<T extends { ubrn: AdviceRequest['ubrn'] }>(
  desk: AdviceDesk,
  { ubrn, version, text }: Pick<AdviceGiven, 'ubrn' | 'version' | 'text'>,
  write: Parameters<typeof sendJournalled<T>>[2],
): Promise<T | undefined> {
  const { ports, store, life } = desk;
  const { act, messages: known } = store.state;
  update(store, { phase: { status: 'sending', act, since: ports.clock.now() } });
  const sent = await sendJournalled<T>(desk, { action: act, ubrn }, write);
  const { result, intentId, sentAt } = sent;
  if (life.signal.aborted) return undefined;
  if (result.outcome === 'done') return result.value;
  const { problem } = result;
  if (result.outcome === 'not-done') await showRefused(desk, act, problem);
  else await findOut(desk, { act, intentId, sentAt, problem, said: { text, version, known } });
  return undefined;
}

async function showRefused(desk: AdviceDesk, act: AdviceAct, problem: Problem): Promise<void> {
  const { ports, store, life } = desk;
  const isMoved = problem.reason === 'referral-changed' || problem.reason === 'wrong-state';
  const read = isMoved ? await readThread(desk, life.signal) : undefined;
  if (life.signal.aborted) return;
  const conflict = read?.ok && takeAndCompare(desk, read.value, { act, problem });
  if (conflict) {
    update(store, { phase: conflict });
    return;
  }
  const error = adviceFieldErrorOf(problem);
  const status = problem.reason === 'locked' ? 'locked' : 'refused';
  const at = ports.clock.now();
  update(store, { phase: { status, act, problem, at }, errors: error ? [error] : [] });
}
