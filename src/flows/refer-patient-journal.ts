import { isBooking } from '../domain/action.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Intent } from '../journal/ports.ts';
import type { FlowPorts } from './flow-ports.ts';
import { update } from './flow.ts';
import type { ReferDesk } from './refer-desk.ts';
import type { Place } from './refer-patient-place.ts';

export interface JournalHooks {
  discardDraft(): Promise<void>;
  /** Where the user was when the patient was left, if a referral was open. */
  place(): Promise<Place | undefined>;
  /** Opens the referral that was open, or whose booking was under way, when the patient was left. */
  resume(ubrn: Ubrn, step?: Place['step']): void;
}

/**
 * What was made and what is unfinished is looked up at the start and after each write. A referral
 * that an earlier visit sent and that was made only now is what the draft of this visit says: it
 * must not be made twice.
 */
export function followJournal(desk: ReferDesk, hooks: JournalHooks): () => void {
  const { store, ports } = desk;
  const { journal, earlier, patient } = ports;
  const look = async (): Promise<boolean> => {
    const { madeEarlier } = store.state;
    const made = await journal.created(patient.nhsNumber).catch(() => madeEarlier);
    const left = await leftUnderWay(ports);
    const isNews = made.length > store.state.madeEarlier.length;
    update(store, { madeEarlier: made, leftUnderWay: left });
    return isNews;
  };
  void look().then(() => resume(desk, hooks));
  const stops = [
    journal.onSettled(() => {
      const { status } = desk.start.create.state.phase;
      const isOwn = status === 'sending' || status === 'created';
      void look().then((isNews) => (isNews && !isOwn ? hooks.discardDraft() : undefined));
    }),
    earlier.subscribe(() => update(store, { earlier: earlier.state })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Back where the user was when the patient was left, unless they are elsewhere by now. */
async function resume({ store }: ReferDesk, hooks: JournalHooks): Promise<void> {
  const isElsewhere = (): boolean =>
    store.state.opened.status !== 'closed' || store.state.step !== 'find';
  const { leftUnderWay: left } = store.state;
  const booking = left.find((intent) => isBooking(intent) && intent.ubrn);
  if (booking?.ubrn) {
    if (!isElsewhere()) hooks.resume(booking.ubrn);
    return;
  }
  const place = await hooks.place();
  // What was left of another referral is told first, at the first step.
  const isTold = left.every(({ ubrn }) => ubrn === place?.ubrn);
  if (place && isTold && !isElsewhere()) hooks.resume(place.ubrn, place.step);
}

/** Writes to referrals of this patient that have no known end, or ended while nobody looked. */
export async function leftUnderWay({ journal, patient }: FlowPorts): Promise<readonly Intent[]> {
  const [unresolved, unseen] = await Promise.all([
    journal.unresolved(patient.nhsNumber).catch(() => []),
    journal.unseen(patient.nhsNumber).catch(() => []),
  ]);
  return [...unresolved, ...unseen].filter(
    (intent) => isBooking(intent) || intent.action === 'attach-letters',
  );
}
