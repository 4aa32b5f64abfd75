import { expectedContact } from '../domain/expected-contact.ts';
import type { Instant, LocalDate } from '../domain/instant.ts';
import type { BookSlotDesk } from './book-slot-desk.ts';
import type { BookPhase } from './book-slot.ts';
import { update } from './flow.ts';

/** Shows where a referral has come to: nothing is left to choose or to type. */
export async function showEnd(desk: BookSlotDesk, end: BookPhase): Promise<void> {
  const { store } = desk;
  update(store, { phase: end, chosen: undefined, deferral: undefined, triage: undefined });
  if (end.status !== 'deferred' && end.status !== 'sent-for-triage') return;
  const created = store.state.referral?.appointment?.created;
  const days = end.status === 'deferred' ? 'deferToProviderContactDays' : 'triageContactDays';
  const contactBy = created && (await contactDate(desk, created, days));
  if (contactBy && store.state.phase === end) update(store, { phase: { ...end, contactBy } });
}

/**
 * The day by which a patient who was deferred or sent for triage is contacted: working days of the
 * priority from when that was done (A004 PRIORITY). Unknown when e-RS does not tell them.
 */
export async function contactDate(
  { ports, store, life }: BookSlotDesk,
  from: Instant,
  days: 'deferToProviderContactDays' | 'triageContactDays',
): Promise<LocalDate | undefined> {
  const priorities = await ports.client.retrievePriorities({ signal: life.signal }).catch(() => []);
  const found = priorities.find(({ code }) => code === store.state.referral?.priority);
  return expectedContact(from, found?.[days]);
}
