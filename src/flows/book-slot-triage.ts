import { DEFER_COMMENT_LIMIT } from '../domain/referral.ts';
import type { BookSlotDesk } from './book-slot-desk.ts';
import { contactDate, showEnd } from './book-slot-end.ts';
import { endOf, isSettled } from './book-slot-outcome.ts';
import { sendAndFollow } from './book-slot-write.ts';
import type { ServiceSlots, TriageForm } from './book-slot.ts';
import { update } from './flow.ts';
import { sendJournalled } from './journalled-write.ts';

/** Of a referral opened by its UBRN it is not known which services triage: e-RS refuses the others. */
const MAY_TRIAGE: readonly ServiceSlots['wayToBook'][] = ['triage', 'phones-or-triage'];

export function startTriage(desk: BookSlotDesk, serviceId: string): void {
  const { store, ports } = desk;
  const { services, phase } = store.state;
  const service = services.find((each) => each.serviceId === serviceId);
  const isOffered = ports.client.can('send-referral-for-triage');
  if (!store.isOpen || !isSettled(phase) || !isOffered) return;
  if (!service || !MAY_TRIAGE.includes(service.wayToBook)) return;
  const form: TriageForm = { serviceId, comment: '' };
  update(store, { triage: form, deferral: undefined });
  void tellContactDate(desk, serviceId);
}

async function tellContactDate(desk: BookSlotDesk, serviceId: string): Promise<void> {
  const { store, ports } = desk;
  const contactBy = await contactDate(desk, ports.clock.now(), 'triageContactDays');
  const { triage } = store.state;
  if (contactBy && triage?.serviceId === serviceId) {
    update(store, { triage: { ...triage, contactBy } });
  }
}

export function cancelTriage({ store }: BookSlotDesk): void {
  if (isSettled(store.state.phase)) update(store, { triage: undefined });
}

/** Sends the referral as it was read last to the service of the form (A016, TRIAGE). Sent once. */
export async function sendForTriage(desk: BookSlotDesk): Promise<void> {
  const { ports, store } = desk;
  const { triage, referral, phase } = store.state;
  if (!store.isOpen || !triage || !referral || !isSettled(phase)) return;
  const end = endOf(referral, ports);
  if (end) {
    await showEnd(desk, end);
    return;
  }
  const { serviceId } = triage;
  const comment = triage.comment.trim() || undefined;
  if (triage.comment.length > DEFER_COMMENT_LIMIT) return;
  const { ubrn, version, patient } = referral;
  await sendAndFollow(desk, { write: 'triage', slot: undefined, serviceId }, () =>
    sendJournalled(
      desk,
      { action: 'send-referral-for-triage', ubrn, serviceIds: [serviceId] },
      (options) =>
        ports.client.sendForTriage({ ubrn, version, patient, serviceId, comment }, options),
    ),
  );
}
