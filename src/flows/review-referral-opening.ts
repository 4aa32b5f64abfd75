import { checkDeath } from './death-check.ts';
import { update } from './flow.ts';
import type { ReviewDesk } from './review-referral-desk.ts';
import { takeReading } from './review-referral-desk.ts';
import { awaitEarlier, earlierDecision, tellUnseen } from './review-referral-earlier.ts';
import { restoreForms } from './review-referral-form.ts';
import { readForReview } from './review-referral-reading.ts';
import { readAgain } from './review-referral-rereading.ts';
import { addMilliseconds } from '../domain/instant.ts';

/** A key that is still held down from the referral before is not meant for this one. */
const STEADY_AFTER_MS = 600;

const NOT_TO_REOPEN = ['checking', 'sending'];

/** Once at a time, and not over what is on its way or unknown. */
export function openForReview(desk: ReviewDesk): Promise<void> {
  const { state, isOpen } = desk.store;
  const { phase } = state;
  if (!isOpen || NOT_TO_REOPEN.includes(phase.status)) return Promise.resolve();
  if (phase.status === 'unanswered' && !phase.settled) return readAgain(desk);
  desk.opening ??= open(desk).finally(() => {
    desk.opening = undefined;
  });
  return desk.opening;
}

async function open(desk: ReviewDesk): Promise<void> {
  const { ports, store, start, reading } = desk;
  update(store, {
    phase: { status: 'opening', since: ports.clock.now() },
    place: start.list?.placeOf(start.ubrn),
  });
  void checkDeath(ports, desk.life.signal, (death) => update(store, { death }));
  const read = await readForReview(desk, reading.start());
  if (!read) return;
  if (!read.ok) {
    update(store, { phase: { status: 'open-failed', problem: read.problem } });
    return;
  }
  takeReading(desk, read.value);
  await restoreForms(desk);
  await tellUnseen(desk);
  const earlier = await earlierDecision(desk);
  if (!store.isOpen) return;
  update(store, { steadyFrom: addMilliseconds(ports.clock.now(), STEADY_AFTER_MS) });
  if (earlier) {
    await awaitEarlier(desk, earlier);
    return;
  }
  update(store, { phase: { status: 'deciding' } });
}

export function stopReading({ store, reading }: ReviewDesk): void {
  const { phase } = store.state;
  if (phase.status === 'opening') {
    reading.stop();
    update(store, { phase: { status: 'open-stopped' } });
  } else if (phase.status === 'checking') {
    reading.stop();
    update(store, { phase: { status: 'deciding' } });
  }
}
