import { addMilliseconds } from '../domain/instant.ts';
import type { AdviceDesk } from './answer-advice-desk.ts';
import { takeThread } from './answer-advice-desk.ts';
import { awaitEarlier, earlierMessage, tellUnseen } from './answer-advice-earlier.ts';
import { restoreForm } from './answer-advice-form.ts';
import { learnNames, readThread } from './answer-advice-reading.ts';
import { readAgain } from './answer-advice-rereading.ts';
import { checkDeath } from './death-check.ts';
import { update } from './flow.ts';

/** A key that is still held down from the request before is not meant for this one. */
const STEADY_AFTER_MS = 600;

const NOT_TO_REOPEN = ['checking', 'sending'];

/** Once at a time, and not over what is on its way or unknown. */
export function openAdvice(desk: AdviceDesk): Promise<void> {
  const { state, isOpen } = desk.store;
  const { phase } = state;
  if (!isOpen || NOT_TO_REOPEN.includes(phase.status)) return Promise.resolve();
  if (phase.status === 'unanswered' && !phase.settled) return readAgain(desk);
  desk.opening ??= open(desk).finally(() => {
    desk.opening = undefined;
  });
  return desk.opening;
}

async function open(desk: AdviceDesk): Promise<void> {
  const { ports, store, start, reading, life } = desk;
  update(store, {
    phase: { status: 'opening', since: ports.clock.now() },
    place: start.list?.placeOf(start.ubrn),
  });
  void checkDeath(ports, life.signal, (death) => update(store, { death }));
  const read = await readThread(desk, reading.start());
  if (!read) return;
  if (!read.ok) {
    update(store, { phase: { status: 'open-failed', problem: read.problem } });
    return;
  }
  takeThread(desk, read.value);
  void learnNames(desk);
  desk.otherDrafts = await restoreForm(desk);
  await tellUnseen(desk);
  const earlier = await earlierMessage(desk);
  if (!store.isOpen) return;
  update(store, { steadyFrom: addMilliseconds(ports.clock.now(), STEADY_AFTER_MS) });
  if (earlier) await awaitEarlier(desk, earlier);
  else update(store, { phase: { status: 'reading' } });
}

export function stopReading({ store, reading }: AdviceDesk): void {
  const { phase, request } = store.state;
  if (phase.status !== 'opening' && phase.status !== 'checking') return;
  reading.stop();
  const isShown = phase.status === 'checking' || request !== undefined;
  update(store, { phase: { status: isShown ? 'reading' : 'open-stopped' } });
}
