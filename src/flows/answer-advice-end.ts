import type { AdviceSent } from '../domain/advice.ts';
import { EMPTY_ADVICE, type AdviceAct } from '../domain/advice-form.ts';
import { takeThread, threadOf, type AdviceDesk } from './answer-advice-desk.ts';
import { dropForm } from './answer-advice-form.ts';
import { learnNames, readThread } from './answer-advice-reading.ts';
import { update } from './flow.ts';

/** e-RS has answered with the request as it is now, and the message as it took it. */
export async function endAnswered(
  desk: AdviceDesk,
  { request, message }: AdviceSent,
): Promise<void> {
  takeThread(desk, { request, messages: [...desk.store.state.messages, message] });
  void learnNames(desk);
  await end(desk, { act: 'answer-advice', proof: 'answer' });
}

/** e-RS answers a conversion with the referral: the ended conversation is read anew. */
export async function endConverted(desk: AdviceDesk, proof: 'answer' | 'reading'): Promise<void> {
  const thread = threadOf(desk);
  if (thread && proof === 'answer') {
    const { request, messages } = thread;
    const ended = { ...request, status: 'completed', category: 'ADVICE_CONVERTED' };
    takeThread(desk, { request: ended, messages });
  }
  await end(desk, { act: 'convert-advice', proof });
  if (proof === 'answer') await readEnded(desk);
}

async function readEnded(desk: AdviceDesk): Promise<void> {
  const { store, life } = desk;
  const read = await readThread(desk, life.signal);
  if (!read?.ok || life.signal.aborted || store.state.phase.status !== 'done') return;
  takeThread(desk, read.value);
  await learnNames(desk);
}

/** Nothing is left to write, and nothing to keep. */
export async function end(
  desk: AdviceDesk,
  { act, proof }: { act: AdviceAct; proof: 'answer' | 'reading' },
): Promise<void> {
  const { ports, store, start } = desk;
  start.list?.finish(start.ubrn, act);
  update(store, {
    form: EMPTY_ADVICE,
    act: 'answer-advice',
    errors: [],
    held: undefined,
    place: start.list?.placeOf(start.ubrn),
    phase: { status: 'done', act, at: ports.clock.now(), proof },
  });
  await dropForm(desk);
}
