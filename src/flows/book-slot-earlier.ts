import { isBooking } from '../domain/action.ts';
import { addMilliseconds } from '../domain/instant.ts';
import type { Intent, IntentAction } from '../journal/ports.ts';
import type { BookSlotDesk, UnansweredWrite } from './book-slot-desk.ts';
import { findOut, showWaiting } from './book-slot-rereading.ts';
import type { BookWrite } from './book-slot.ts';
import type { FlowPorts } from './flow-ports.ts';
import { settleFoundOut } from './journalled-write.ts';
import { localProblem } from './reading.ts';

const LOOK_AGAIN_AFTER_MS = 10_000;

/** No call takes so long (210 s), and none is read for so long afterwards (60 s). */
const OVER_AFTER_MS = 300_000;

/**
 * A booking, deferral or sending for triage of this referral that was sent in an earlier visit and has no known end: the
 * record was left while the provider's system was being asked. One of which it is not known to which
 * referral it was sent is never put on this one.
 */
export async function earlierWrite({ ports, start }: BookSlotDesk): Promise<Intent | undefined> {
  for (const intent of await unresolvedHere({ ports, start })) {
    if (!isOver(intent, ports)) return intent;
    // The referral has just been read without an appointment, and nothing can come of it any more.
    const { id, problem } = intent;
    await settleFoundOut(ports, id, { state: 'not-done', problem });
  }
  return undefined;
}

/** The referral has been read and waits for no appointment: an unknown write to it is unknown no more. */
export async function settleBySight(desk: BookSlotDesk, state: 'done' | 'not-done'): Promise<void> {
  const { ports, start } = desk;
  for (const intent of await unresolvedHere(desk)) {
    if (intent.state !== 'unknown') continue;
    const { id, problem } = intent;
    await settleFoundOut(
      ports,
      id,
      state === 'done' ? { state, ubrn: start.ubrn } : { state, problem },
    );
  }
}

async function unresolvedHere({
  ports,
  start,
}: Pick<BookSlotDesk, 'ports' | 'start'>): Promise<readonly Intent[]> {
  const intents = await ports.journal.unresolved(ports.patient.nhsNumber).catch(() => []);
  return intents.filter((intent) => isBooking(intent) && intent.ubrn === start.ubrn);
}

function isOver(
  intent: Intent,
  { clock }: FlowPorts,
): intent is Extract<Intent, { state: 'unknown' }> {
  const { state, sentAt } = intent;
  return state === 'unknown' && clock.now() > addMilliseconds(sentAt, OVER_AFTER_MS);
}

/**
 * The newest such write to this referral, where its end came while no screen showed it.
 * Told once.
 */
export async function unseenWrite({ ports, start }: BookSlotDesk): Promise<Intent | undefined> {
  const { journal, patient } = ports;
  const unseen = await journal.unseen(patient.nhsNumber).catch(() => []);
  const ofThis = unseen.filter((intent) => intent.ubrn === start.ubrn && isBooking(intent));
  await journal.markSeen(ofThis.map(({ id }) => id)).catch(() => undefined);
  return ofThis[0];
}

/** Waits for it to end; nothing is offered meanwhile. True when it has ended and is known. */
export async function awaitEarlierWrite(desk: BookSlotDesk, intent: Intent): Promise<boolean> {
  const { ports, life } = desk;
  const write = unansweredOf(desk, intent);
  let current: Intent | undefined = intent;
  while (current?.state === 'sending') {
    const nextReadingAt = addMilliseconds(ports.clock.now(), LOOK_AGAIN_AFTER_MS);
    showWaiting(desk, write, { readings: [], nextReadingAt, isUnderWay: true });
    await ports.clock.wait(LOOK_AGAIN_AFTER_MS, life.signal).catch(() => undefined);
    if (life.signal.aborted) return false;
    current = await earlierWrite(desk);
  }
  if (!current) return true;
  await findOut(desk, unansweredOf(desk, current));
  return false;
}

const WRITES: Partial<Record<IntentAction, BookWrite>> = {
  'defer-to-provider': 'deferral',
  'send-referral-for-triage': 'triage',
};

function unansweredOf({ ports }: BookSlotDesk, intent: Intent): UnansweredWrite {
  return {
    write: WRITES[intent.action] ?? 'booking',
    serviceId: intent.serviceIds?.[0],
    intentId: intent.id,
    sentAt: intent.sentAt,
    problem: intent.state === 'unknown' ? intent.problem : localProblem('no-answer', ports),
  };
}
