import type { AdviceThread } from '../domain/advice-changes.ts';
import { foundInThread } from '../domain/advice-found.ts';
import { addMilliseconds, millisecondsOf, type Instant } from '../domain/instant.ts';
import { takeAndCompare } from './answer-advice-conflict.ts';
import { takeThread, type AdviceDesk, type SentMessage } from './answer-advice-desk.ts';
import { end, endConverted } from './answer-advice-end.ts';
import { learnNames, readThread } from './answer-advice-reading.ts';
import type { AdviceReading, AdviceUnanswered } from './answer-advice.ts';
import { update } from './flow.ts';
import { settleFoundOut } from './journalled-write.ts';

/** When the conversation is read after a lost answer, counted from when it was given up. */
const REREAD_AFTER_MS = [0, 10_000, 60_000] as const;

/** No call takes so long (210 s), and none is read for so long afterwards (60 s). */
const OVER_AFTER_MS = 300_000;

/**
 * Finds out by reading whether a message without an answer was taken. Nothing is sent again, and
 * nothing is offered before the last reading says that it was not.
 */
export async function findOut(desk: AdviceDesk, sent: SentMessage): Promise<void> {
  const { ports, life } = desk;
  const givenUpAt = ports.clock.now();
  desk.unanswered = sent;
  let readings: readonly AdviceReading[] = [];
  for (const due of timesOf(sent, givenUpAt)) {
    showUnanswered(desk, sent, { readings, nextReadingAt: due });
    const left = millisecondsOf(due) - millisecondsOf(ports.clock.now());
    if (left > 0) await ports.clock.wait(left, life.signal).catch(() => undefined);
    if (life.signal.aborted) return;
    const reading = await takeOne(desk, sent);
    if (!reading) return;
    readings = [...readings, reading];
  }
  await conclude(desk, sent, readings);
}

/** Of an earlier visit it is not known when its call ends: the last look is when all calls have. */
function timesOf({ said, sentAt }: SentMessage, givenUpAt: Instant): Instant[] {
  const times = REREAD_AFTER_MS.map((after) => addMilliseconds(givenUpAt, after));
  if (said) return times;
  const over = addMilliseconds(sentAt, OVER_AFTER_MS);
  return over > givenUpAt ? [...times.filter((time) => time < over), over] : [givenUpAt];
}

/** By hand, where the last reading could not be made. */
export async function readAgain(desk: AdviceDesk): Promise<void> {
  const { ports, store, unanswered } = desk;
  const { phase } = store.state;
  if (!store.isOpen || !unanswered || phase.status !== 'unanswered' || phase.nextReadingAt) return;
  const { readings } = phase;
  showUnanswered(desk, unanswered, { readings, nextReadingAt: ports.clock.now() });
  const reading = await takeOne(desk, unanswered);
  if (reading) await conclude(desk, unanswered, [...readings, reading]);
}

function showUnanswered(
  { store }: AdviceDesk,
  { act, problem, sentAt }: SentMessage,
  so: Pick<AdviceUnanswered, 'readings' | 'nextReadingAt'> & { settled?: boolean },
): void {
  const { settled = false, ...rest } = so;
  update(store, { phase: { status: 'unanswered', act, problem, sentAt, ...rest, settled } });
}

/** `undefined` when this reading has decided, or the flow has ended. */
async function takeOne(desk: AdviceDesk, sent: SentMessage): Promise<AdviceReading | undefined> {
  const { ports, life } = desk;
  const read = await readThread(desk, life.signal);
  if (!read || (await showEnded(desk, sent))) return undefined;
  const at = ports.clock.now();
  if (!read.ok) return { at, found: 'not-read' };
  const userId = ports.user.sdsUserId;
  const found = foundInThread(read.value, { ...sent, userId });
  if (found === 'changed') await showChanged(desk, sent, read.value);
  else takeThread(desk, read.value);
  if (found === 'unchanged') return { at, found };
  void learnNames(desk);
  if (found === 'done') {
    await settleFoundOut(ports, sent.intentId, { state: 'done', ubrn: desk.start.ubrn });
    await endFound(desk, sent, 'reading');
  }
  return undefined;
}

async function endFound(
  desk: AdviceDesk,
  { act }: SentMessage,
  proof: 'answer' | 'reading',
): Promise<void> {
  if (act === 'convert-advice') await endConverted(desk, proof);
  else await end(desk, { act, proof });
}

/** Its answer may have come after all, to no screen. What was read is then of before or after. */
async function showEnded(desk: AdviceDesk, sent: SentMessage): Promise<boolean> {
  const { ports, store, life } = desk;
  const { journal, clock } = ports;
  const intent = await journal.find(sent.intentId).catch(() => undefined);
  if (intent?.state !== 'done' && intent?.state !== 'not-done') return false;
  await journal.markSeen([sent.intentId]).catch(() => undefined);
  const read = await readThread(desk, life.signal);
  if (life.signal.aborted) return true;
  if (read?.ok) takeThread(desk, read.value);
  if (intent.state === 'done') {
    await endFound(desk, sent, 'answer');
  } else {
    const { problem } = intent;
    update(store, { phase: { status: 'refused', act: sent.act, problem, at: clock.now() } });
  }
  return true;
}

async function showChanged(desk: AdviceDesk, sent: SentMessage, now: AdviceThread): Promise<void> {
  const { ports, store, life } = desk;
  const { act, problem, intentId } = sent;
  await settleFoundOut(ports, intentId, { state: 'not-done', problem });
  if (life.signal.aborted) return;
  const conflict = takeAndCompare(desk, now, { act, problem });
  if (conflict) update(store, { phase: conflict });
}

async function conclude(
  desk: AdviceDesk,
  sent: SentMessage,
  readings: readonly AdviceReading[],
): Promise<void> {
  if (readings.at(-1)?.found !== 'unchanged') {
    showUnanswered(desk, sent, { readings });
    return;
  }
  const { intentId, problem } = sent;
  await settleFoundOut(desk.ports, intentId, { state: 'not-done', problem });
  showUnanswered(desk, sent, { readings, settled: true });
}
