import { addMilliseconds } from '../domain/instant.ts';
import type { Intent } from '../journal/ports.ts';
import type { BookSlotDesk, UnansweredWrite } from './book-slot-desk.ts';
import { findOut, showWaiting } from './book-slot-rereading.ts';
import { localProblem } from './reading.ts';

const LOOK_AGAIN_AFTER_MS = 10_000;

/**
 * A booking or deferral of this referral that was sent in an earlier visit and has no known end: the
 * record was left while the provider's system was being asked.
 */
export async function earlierWrite({ ports, start }: BookSlotDesk): Promise<Intent | undefined> {
  const intents = await ports.journal.unresolved(ports.patient.nhsNumber).catch(() => []);
  return intents.find(
    ({ ubrn, action }) =>
      ubrn === start.ubrn && (action === 'book-appointment' || action === 'defer-to-provider'),
  );
}

/** Waits for it to end; nothing is offered meanwhile. True when it has ended and is known. */
export async function awaitEarlierWrite(desk: BookSlotDesk, intent: Intent): Promise<boolean> {
  const { ports, life } = desk;
  const write = unansweredOf(desk, intent);
  let current: Intent | undefined = intent;
  while (current?.state === 'sending') {
    const nextReadingAt = addMilliseconds(ports.clock.now(), LOOK_AGAIN_AFTER_MS);
    showWaiting(desk, write, { readings: [], nextReadingAt });
    await ports.clock.wait(LOOK_AGAIN_AFTER_MS, life.signal).catch(() => undefined);
    if (life.signal.aborted) return false;
    current = await earlierWrite(desk);
  }
  if (!current) return true;
  await findOut(desk, unansweredOf(desk, current));
  return false;
}

function unansweredOf({ ports }: BookSlotDesk, intent: Intent): UnansweredWrite {
  return {
    write: intent.action === 'book-appointment' ? 'booking' : 'deferral',
    serviceId: intent.serviceIds?.[0],
    intentId: intent.id,
    sentAt: intent.sentAt,
    problem: intent.state === 'unknown' ? intent.problem : localProblem('no-answer', ports),
  };
}
