import { DEFER_COMMENT_LIMIT } from '../domain/referral.ts';
import type { BookSlotDesk } from './book-slot-desk.ts';
import { contactDate, showEnd } from './book-slot-end.ts';
import { endOf, isSettled } from './book-slot-outcome.ts';
import { sendAndFollow } from './book-slot-write.ts';
import type { DeferCause } from './book-slot.ts';
import { update } from './flow.ts';
import { sendJournalled } from './journalled-write.ts';

/** Opens the form with the newest cause that was seen for the service; without one it stays shut. */
export function startDeferral(desk: BookSlotDesk, serviceId: string): void {
  const { store } = desk;
  const { causes, phase } = store.state;
  const cause = causes.filter((each) => each.serviceId === serviceId).at(-1);
  if (!store.isOpen || !cause || !isSettled(phase)) return;
  update(store, { deferral: { cause, comment: '' }, triage: undefined });
  void tellContactDate(desk, cause);
}

async function tellContactDate(desk: BookSlotDesk, cause: DeferCause): Promise<void> {
  const { store, ports } = desk;
  const contactBy = await contactDate(desk, ports.clock.now(), 'deferToProviderContactDays');
  const { deferral } = store.state;
  if (deferral?.cause === cause && contactBy)
    update(store, { deferral: { ...deferral, contactBy } });
}

export function changeComment({ store }: BookSlotDesk, comment: string): void {
  const { deferral, triage } = store.state;
  if (deferral) update(store, { deferral: { ...deferral, comment } });
  if (triage) update(store, { triage: { ...triage, comment } });
}

export function cancelDeferral({ store }: BookSlotDesk): void {
  if (isSettled(store.state.phase)) update(store, { deferral: undefined });
}

/** e-RS gives the same cause anew each time it is asked for slots. */
function holds({ serviceId, reason }: DeferCause, causes: readonly DeferCause[]): boolean {
  return causes.some((each) => each.serviceId === serviceId && each.reason === reason);
}

/** Defers for the cause of the form. Sent once; refused when the cause holds no longer. */
export async function defer(desk: BookSlotDesk): Promise<void> {
  const { ports, store } = desk;
  const { deferral, referral, phase, causes } = store.state;
  if (!store.isOpen || !deferral || !referral || !isSettled(phase)) return;
  const { cause, comment } = deferral;
  const end = endOf(referral, ports);
  if (end) {
    await showEnd(desk, end);
    return;
  }
  if (!holds(cause, causes) || comment.length > DEFER_COMMENT_LIMIT) return;
  const { serviceId, reason } = cause;
  const { ubrn, version, patient } = referral;
  // A016: the slot is named with SLOT_NOT_AVAILABLE and refused with the other reasons.
  const slot = reason === 'SLOT_NOT_AVAILABLE' ? cause.slot : undefined;
  const asked = { ubrn, version, patient, serviceId, reason, slotId: slot?.id };
  await sendAndFollow(desk, { write: 'deferral', slot, serviceId }, () =>
    sendJournalled(
      desk,
      { action: 'defer-to-provider', ubrn, serviceIds: [serviceId], slotId: slot?.id },
      (options) =>
        ports.client.deferToProvider({ ...asked, comment: comment.trim() || undefined }, options),
    ),
  );
}
