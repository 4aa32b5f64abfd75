import type { Referral } from '../domain/referral.ts';
import { wayToBook, type Service } from '../domain/service.ts';
import { isForTriage } from '../domain/shortlist-rules.ts';
import { takeReading, type BookSlotDesk } from './book-slot-desk.ts';
import {
  awaitEarlierWrite,
  earlierWrite,
  settleBySight,
  unseenWrite,
} from './book-slot-earlier.ts';
import { showEnd } from './book-slot-end.ts';
import { endOf } from './book-slot-outcome.ts';
import { readOnceMore } from './book-slot-rereading.ts';
import { loadSlots } from './book-slot-slots.ts';
import type { BookSlotState, Ended, ServiceSlots } from './book-slot.ts';
import { update } from './flow.ts';
import { readReferral } from './reading.ts';

/**
 * Reads the referral, then the slots; what was chosen is kept while it is free. Once at a time, and
 * not over what is on its way or unknown.
 */
export function openReferral(desk: BookSlotDesk): Promise<void> {
  const { state, isOpen } = desk.store;
  const { phase } = state;
  if (!isOpen) return Promise.resolve();
  if (phase.status === 'sending' || phase.status === 'reading-back') return Promise.resolve();
  if (phase.status === 'unanswered' && !phase.settled) return readOnceMore(desk);
  desk.opening ??= open(desk).finally(() => {
    desk.opening = undefined;
  });
  return desk.opening;
}

async function open(desk: BookSlotDesk): Promise<void> {
  const { ports, store, start, reading } = desk;
  const { ubrn } = start;
  update(store, { phase: { status: 'opening', ubrn, since: ports.clock.now() } });
  const read = await readReferral(ports, ubrn, reading.start());
  if (!read) return;
  if (!read.ok) {
    update(store, { phase: { status: 'open-failed', ubrn, problem: read.problem } });
    return;
  }
  await goOnWith(desk, read.value);
}

async function goOnWith(desk: BookSlotDesk, referral: Referral): Promise<void> {
  const { ports, store, start } = desk;
  takeReading(desk, referral);
  const unseen = await unseenWrite(desk);
  const end = endOf(referral, ports) ?? triageEnd(desk, referral);
  if (end) {
    await settleBySight(desk, end.status === 'not-allowed' ? 'not-done' : 'done');
    const isNews = unseen?.state === 'done' && end.status !== 'not-allowed';
    await showEnd(desk, isNews ? { ...end, sentAt: unseen.sentAt } : end);
    return;
  }
  const earlier = await earlierWrite(desk);
  if (earlier) {
    if (await awaitEarlierWrite(desk, earlier)) await open(desk);
    return;
  }
  if (unseen?.state === 'not-done') {
    const { problem } = unseen;
    update(store, { phase: { status: 'not-allowed', problem, at: ports.clock.now() } });
    return;
  }
  const services = servicesOf(referral, start.services, store.state.services);
  if (!services) {
    update(store, { phase: { status: 'needs-services' } });
    return;
  }
  update(store, {
    services,
    ruleOrganisation: ruleOrganisationOf(desk, referral),
    phase: { status: 'choosing' },
  });
  await loadSlots(desk);
}

/** Over HSCN e-RS may not say that it is in triage; what was sent to triage services alone is. */
function triageEnd(
  { ports, start: { services } }: BookSlotDesk,
  { state }: Referral,
): Ended<'sent-for-triage'> | undefined {
  const isSent = state.code === 'AWAITING_PROVIDER' && services && isForTriage(services);
  return isSent ? { status: 'sent-for-triage', at: ports.clock.now(), confirmed: true } : undefined;
}

/** e-RS's shortlist rules; what the search told of its services is added to it. */
function servicesOf(
  { shortlist }: Referral,
  handedIn: readonly Service[] = [],
  known: readonly ServiceSlots[],
): ServiceSlots[] | undefined {
  const listed = shortlist ?? handedIn;
  if (listed.length === 0) return undefined;
  return listed.map(({ id, name }) => {
    const facts = handedIn.find((service) => service.id === id);
    const before = known.find(({ serviceId }) => serviceId === id);
    return {
      serviceId: id,
      name: facts?.name ?? name,
      distance: facts?.distance,
      appointmentType: facts?.appointmentType,
      wayToBook: facts ? wayToBook(facts) : 'unknown',
      slots: before?.slots ?? [],
      load: before?.load ?? { status: 'not-asked' },
    };
  });
}

function ruleOrganisationOf(
  { ports }: BookSlotDesk,
  { commissioningRuleOrganisation }: Referral,
): BookSlotState['ruleOrganisation'] {
  return commissioningRuleOrganisation
    ? { odsCode: commissioningRuleOrganisation, from: 'e-rs' }
    : { odsCode: ports.role.organisation.odsCode, from: 'own-organisation' };
}
