import { addMilliseconds, millisecondsOf, type Instant } from '../domain/instant.ts';
import { takeReading, type BookSlotDesk, type UnansweredWrite } from './book-slot-desk.ts';
import { showEnd } from './book-slot-end.ts';
import { endOf, foundIn, isResultOf } from './book-slot-outcome.ts';
import { loadService } from './book-slot-slots.ts';
import type { BookPhase, DeferCause, Reading } from './book-slot.ts';
import { update } from './flow.ts';
import { settleFoundOut } from './journalled-write.ts';
import { readReferral } from './reading.ts';

/** When the referral is read again after an unanswered write, counted from its end. */
const REREAD_AFTER_MS = [0, 10_000, 60_000] as const;

type Unanswered = Extract<BookPhase, { status: 'unanswered' }>;

/**
 * Finds out by reading whether an unanswered write has happened. Nothing is sent again, and nothing
 * is offered before the last reading says unbooked.
 */
export async function findOut(desk: BookSlotDesk, write: UnansweredWrite): Promise<void> {
  const { ports, life } = desk;
  const endedAt = ports.clock.now();
  desk.unanswered = write;
  let readings: readonly Reading[] = [];
  for (const after of REREAD_AFTER_MS) {
    const due = addMilliseconds(endedAt, after);
    showWaiting(desk, write, { readings, nextReadingAt: due });
    if (!(await waited(desk, due)) || life.signal.aborted) return;
    const reading = await takeOne(desk, write);
    if (!reading) return;
    readings = [...readings, reading];
  }
  await conclude(desk, write, readings);
}

/** By hand, where the last reading could not be made. */
export async function readOnceMore(desk: BookSlotDesk): Promise<void> {
  const { store, unanswered } = desk;
  const { phase } = store.state;
  if (phase.status !== 'unanswered' || phase.nextReadingAt || !unanswered) return;
  showWaiting(desk, unanswered, {
    readings: phase.readings,
    nextReadingAt: desk.ports.clock.now(),
  });
  const reading = await takeOne(desk, unanswered);
  if (reading) await conclude(desk, unanswered, [...phase.readings, reading]);
}

async function waited({ ports, life }: BookSlotDesk, due: Instant): Promise<boolean> {
  const left = millisecondsOf(due) - millisecondsOf(ports.clock.now());
  if (left <= 0) return true;
  return ports.clock.wait(left, life.signal).then(
    () => true,
    () => false,
  );
}

export function showWaiting(
  { store }: BookSlotDesk,
  { write, serviceId, slot, problem, sentAt }: UnansweredWrite,
  so: Pick<Unanswered, 'readings' | 'nextReadingAt' | 'isUnderWay'> & { settled?: boolean },
): void {
  const { settled = false, ...rest } = so;
  update(store, {
    phase: { status: 'unanswered', write, serviceId, slot, problem, sentAt, ...rest, settled },
  });
}

/** `undefined` when this reading has decided, or the flow has ended. */
async function takeOne(desk: BookSlotDesk, write: UnansweredWrite): Promise<Reading | undefined> {
  const { ports, store, life } = desk;
  const before = store.state.referral;
  const read = await readReferral(ports, desk.start.ubrn, life.signal);
  if (!read) return undefined;
  const at = ports.clock.now();
  if (!read.ok) return { at, found: 'not-read' };
  takeReading(desk, read.value);
  const found = foundIn(read.value);
  if (found === 'unbooked' && write.problem.reason === 'provider-refused') {
    await showProviderRefused(desk, write);
    return undefined;
  }
  if (found === 'unbooked') return { at, found };
  const { problem } = write;
  const end = endOf(read.value, ports);
  if (isResultOf(read.value, write) && end) {
    await settleFoundOut(ports, write.intentId, { state: 'done', ubrn: desk.start.ubrn });
    await showEnd(desk, end);
  } else if (before) {
    await settleFoundOut(ports, write.intentId, { state: 'not-done', problem });
    update(store, { phase: { status: 'referral-changed', before, problem, at } });
  }
  return undefined;
}

/** The provider's system answered with an error and the referral is unbooked (A016, 502). */
export async function showProviderRefused(
  desk: BookSlotDesk,
  { write, slot, problem, intentId }: UnansweredWrite,
): Promise<void> {
  const { ports, store } = desk;
  const at = ports.clock.now();
  await settleFoundOut(ports, intentId, { state: 'not-done', problem });
  if (write !== 'booking' || !slot) {
    update(store, { phase: { status: 'not-allowed', problem, at } });
    return;
  }
  addCause(desk, { serviceId: slot.serviceId, reason: 'SLOT_NOT_AVAILABLE', seenAt: at, slot });
  update(store, { chosen: undefined, phase: { status: 'provider-refused', slot, problem, at } });
  await loadService(desk, slot.serviceId);
}

async function conclude(
  desk: BookSlotDesk,
  write: UnansweredWrite,
  readings: readonly Reading[],
): Promise<void> {
  const { ports, store } = desk;
  const { problem, slot, intentId } = write;
  if (readings.at(-1)?.found !== 'unbooked') {
    showWaiting(desk, write, { readings });
    return;
  }
  await settleFoundOut(ports, intentId, { state: 'not-done', problem });
  const end = store.state.referral && endOf(store.state.referral, ports);
  if (end) {
    await showEnd(desk, end);
    return;
  }
  // Only the provider's own silence is a cause; a time-out of ours is not (A016).
  if (write.write === 'booking' && slot && problem.reason === 'provider-silent') {
    const seenAt = ports.clock.now();
    addCause(desk, { serviceId: slot.serviceId, reason: 'BOOKING_ATTEMPT_PROBLEM', seenAt });
  }
  showWaiting(desk, write, { readings, settled: true });
}

export function addCause({ store }: BookSlotDesk, cause: DeferCause): void {
  const { causes } = store.state;
  const others = causes.filter(
    ({ serviceId, reason }) => serviceId !== cause.serviceId || reason !== cause.reason,
  );
  update(store, { causes: [...others, cause] });
}
