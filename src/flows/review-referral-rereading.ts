import { addMilliseconds, millisecondsOf, type Instant } from '../domain/instant.ts';
import type { Referral } from '../domain/referral.ts';
import { update } from './flow.ts';
import { settleFoundOut } from './journalled-write.ts';
import { isResultOf } from './review-referral-outcome.ts';
import {
  takeReading,
  type ReviewDesk,
  type ReviewReading as Read,
  type SentDecision,
} from './review-referral-desk.ts';
import { readForReview } from './review-referral-reading.ts';
import { takeAndCompare } from './review-referral-conflict.ts';
import { endDone } from './review-referral-end.ts';
import type { ReviewReading, Unanswered } from './review-referral.ts';

/** When the referral is read after a lost answer, counted from when it was given up. */
const REREAD_AFTER_MS = [0, 10_000, 60_000] as const;

/** No call takes so long (210 s), and none is read for so long afterwards (60 s). */
const OVER_AFTER_MS = 300_000;

/**
 * Finds out by reading whether a decision without an answer was taken. Nothing is sent again, and
 * nothing is offered before the last reading says that it was not.
 */
export async function findOut(desk: ReviewDesk, sent: SentDecision): Promise<void> {
  const { ports, life } = desk;
  const givenUpAt = ports.clock.now();
  desk.unanswered = sent;
  let readings: readonly ReviewReading[] = [];
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
function timesOf({ version, sentAt }: SentDecision, givenUpAt: Instant): Instant[] {
  const times = REREAD_AFTER_MS.map((after) => addMilliseconds(givenUpAt, after));
  if (version !== undefined) return times;
  const over = addMilliseconds(sentAt, OVER_AFTER_MS);
  return over > givenUpAt ? [...times.filter((time) => time < over), over] : [givenUpAt];
}

/** By hand, where the last reading could not be made. */
export async function readAgain(desk: ReviewDesk): Promise<void> {
  const { ports, store, unanswered } = desk;
  const { phase } = store.state;
  if (!store.isOpen || !unanswered || phase.status !== 'unanswered' || phase.nextReadingAt) return;
  const { readings } = phase;
  showUnanswered(desk, unanswered, { readings, nextReadingAt: ports.clock.now() });
  const reading = await takeOne(desk, unanswered);
  if (reading) await conclude(desk, unanswered, [...readings, reading]);
}

function showUnanswered(
  { store }: ReviewDesk,
  { action, problem, sentAt }: SentDecision,
  so: Pick<Unanswered, 'readings' | 'nextReadingAt'> & { settled?: boolean },
): void {
  const { settled = false, ...rest } = so;
  update(store, { phase: { status: 'unanswered', action, problem, sentAt, ...rest, settled } });
}

/** `undefined` when this reading has decided, or the flow has ended. */
async function takeOne(desk: ReviewDesk, sent: SentDecision): Promise<ReviewReading | undefined> {
  const { ports, life } = desk;
  const read = await readForReview(desk, life.signal);
  if (!read || (await showEnded(desk, sent))) return undefined;
  const at = ports.clock.now();
  if (!read.ok) return { at, found: 'not-read' };
  const { referral } = read.value;
  const found = await foundIn(desk, referral, sent);
  if (life.signal.aborted) return undefined;
  switch (found) {
    case 'unchanged':
      takeReading(desk, read.value);
      return { at, found };
    case 'not-read':
      return { at, found };
    case 'changed':
      await showChanged(desk, sent, read.value);
      return undefined;
    default:
      await settleFoundOut(ports, sent.intentId, { state: 'done', ubrn: desk.start.ubrn });
      await endDone(desk, { action: sent.action, referral, proof: found });
      return undefined;
  }
}

/** Its answer may have come after all, to no screen. What was read is then of before or after. */
async function showEnded(desk: ReviewDesk, { action, intentId }: SentDecision): Promise<boolean> {
  const { ports, store, start, life } = desk;
  const { journal, clock } = ports;
  const intent = await journal.find(intentId).catch(() => undefined);
  if (intent?.state !== 'done' && intent?.state !== 'not-done') return false;
  await journal.markSeen([intentId]).catch(() => undefined);
  const read = await readForReview(desk, life.signal);
  if (life.signal.aborted) return true;
  if (read?.ok) takeReading(desk, read.value);
  const { referral } = store.state;
  if (intent.state === 'not-done') {
    const { problem } = intent;
    update(store, { phase: { status: 'refused', action, problem, at: clock.now() } });
  } else if (referral?.ubrn === start.ubrn) {
    await endDone(desk, { action, referral, proof: 'answer' });
  }
  return true;
}

type Finding = 'reading' | 'list' | 'unchanged' | 'changed' | 'not-read';

async function foundIn(desk: ReviewDesk, referral: Referral, sent: SentDecision): Promise<Finding> {
  const isAsBefore = sent.version !== undefined && referral.version === sent.version;
  if (isAsBefore) return 'unchanged';
  if (!isResultOf(referral, sent)) return sent.version === undefined ? 'unchanged' : 'changed';
  return sent.action === 'accept-referral' ? foundInList(desk, referral, sent) : 'reading';
}

/**
 * An accepted referral looks as before, in a newer version. What it does is leave the list of those to
 * review (states.md §3): there it is looked for, among those of its service.
 */
async function foundInList(
  { ports, life }: ReviewDesk,
  { ubrn, appointment }: Referral,
  sent: SentDecision,
): Promise<Finding> {
  const serviceId = appointment?.service.id;
  try {
    const rows = await ports.client.retrieveWorklist(
      { list: 'REFERRALS_FOR_REVIEW', serviceId },
      { signal: life.signal },
    );
    if (!rows.some((row) => row.ubrn === ubrn)) return 'list';
    return sent.version === undefined ? 'unchanged' : 'changed';
  } catch {
    return 'not-read';
  }
}

async function showChanged(desk: ReviewDesk, sent: SentDecision, read: Read): Promise<void> {
  const { ports, store } = desk;
  const { action, problem, intentId } = sent;
  await settleFoundOut(ports, intentId, { state: 'not-done', problem });
  if (desk.life.signal.aborted) return;
  const conflict = takeAndCompare(desk, read, { action, problem });
  if (conflict) update(store, { phase: conflict });
}

async function conclude(
  desk: ReviewDesk,
  sent: SentDecision,
  readings: readonly ReviewReading[],
): Promise<void> {
  if (readings.at(-1)?.found !== 'unchanged') {
    showUnanswered(desk, sent, { readings });
    return;
  }
  const { intentId, problem } = sent;
  await settleFoundOut(desk.ports, intentId, { state: 'not-done', problem });
  showUnanswered(desk, sent, { readings, settled: true });
}
