import type { Instant } from '../domain/instant.ts';
import type { Slot, SlotPage } from '../domain/slot.ts';
import type { BookSlotDesk, PagesRead } from './book-slot-desk.ts';
import type { BookSlotState, DeferCause, ServiceSlots } from './book-slot.ts';
import { update } from './flow.ts';
import { localProblem, newestRead, readProblem } from './reading.ts';

/** What was read of one service in one go. */
interface SlotsRead {
  slots: readonly Slot[];
  total: number;
  nextPage?: number | undefined;
  pages: number;
}

/** Asks for the slots of every service that can be booked here, as many pages as there were. */
export async function loadSlots(desk: BookSlotDesk): Promise<void> {
  const services = desk.store.state.services.filter(hasSlots);
  await Promise.all(services.map(({ serviceId }) => loadService(desk, serviceId)));
}

/** A service known by its number alone is asked: e-RS tells. */
function hasSlots({ wayToBook }: ServiceSlots): boolean {
  return wayToBook === 'book-here' || wayToBook === 'unknown';
}

export async function loadService(desk: BookSlotDesk, serviceId: string): Promise<void> {
  const { count } = pagesOf(desk, serviceId);
  await load(desk, serviceId, { from: 1, upTo: Math.max(1, count) });
}

export async function loadMore(desk: BookSlotDesk, serviceId: string): Promise<void> {
  const { next } = pagesOf(desk, serviceId);
  const service = desk.store.state.services.find((each) => each.serviceId === serviceId);
  if (next === undefined || service?.load.status === 'loading') return;
  await load(desk, serviceId, { from: next, upTo: next });
}

export function stopLoading({ pages }: BookSlotDesk): void {
  for (const { read } of pages.values()) read.stop();
}

/** A service goes back to what it was before it was asked. */
export function stopSlots(desk: BookSlotDesk): void {
  stopLoading(desk);
  for (const { serviceId, load } of desk.store.state.services) {
    const { loaded } = pagesOf(desk, serviceId);
    if (load.status === 'loading') setService(desk, serviceId, { load: loaded ?? STOPPED });
  }
}

const STOPPED: ServiceSlots['load'] = { status: 'stopped' };

function pagesOf({ pages }: BookSlotDesk, serviceId: string): PagesRead {
  const known = pages.get(serviceId);
  if (known) return known;
  const fresh: PagesRead = { count: 0, read: newestRead() };
  pages.set(serviceId, fresh);
  return fresh;
}

async function load(
  desk: BookSlotDesk,
  serviceId: string,
  range: { from: number; upTo: number },
): Promise<void> {
  const { ports } = desk;
  if (!desk.store.isOpen) return;
  const signal = pagesOf(desk, serviceId).read.start();
  setService(desk, serviceId, { load: { status: 'loading', since: ports.clock.now() } });
  try {
    const read = await readPages(desk, { serviceId, ...range }, signal);
    if (read && !signal.aborted) showRead(desk, { serviceId, from: range.from }, read);
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem?.reason === 'page-out-of-range' && range.from > 1) {
      // Slots went meanwhile, so that the list is shorter than it was.
      await load(desk, serviceId, { from: 1, upTo: range.from - 1 });
    } else if (problem?.ersCode === 'INVALID_STATE') {
      // A015: the service triages or is not directly bookable (hscn.md §7). It is no fault.
      setService(desk, serviceId, {
        wayToBook: 'phones-or-triage',
        slots: [],
        load: { status: 'not-asked' },
      });
    } else if (problem) setService(desk, serviceId, { load: { status: 'failed', problem } });
  }
}

async function readPages(
  desk: BookSlotDesk,
  { serviceId, from, upTo }: { serviceId: string; from: number; upTo: number },
  signal: AbortSignal,
): Promise<SlotsRead | undefined> {
  const { ports, store } = desk;
  const { referral, ruleOrganisation } = store.state;
  const priority = referral?.priority ?? referral?.criteria?.priority;
  if (!priority || !ruleOrganisation) {
    const problem = localProblem('answer-not-readable', ports, 'priority');
    setService(desk, serviceId, { load: { status: 'failed', problem } });
    return undefined;
  }
  const asked = { serviceId, priority, ruleOrganisation: ruleOrganisation.odsCode };
  const slots: Slot[] = [];
  let answer: SlotPage = { slots: [], total: 0, nextPage: from };
  let pages = from - 1;
  while (answer.nextPage !== undefined && pages < upTo && !signal.aborted) {
    answer = await ports.client.retrieveSlots({ ...asked, page: answer.nextPage }, { signal });
    slots.push(...answer.slots);
    pages += 1;
  }
  return { slots, total: answer.total, nextPage: answer.nextPage, pages };
}

function showRead(
  desk: BookSlotDesk,
  { serviceId, from }: { serviceId: string; from: number },
  { slots: read, total, nextPage, pages }: SlotsRead,
): void {
  const { ports, store } = desk;
  const at = ports.clock.now();
  const known = pagesOf(desk, serviceId);
  known.count = pages;
  known.next = nextPage;
  const before = store.state.services.find((each) => each.serviceId === serviceId)?.slots ?? [];
  const slots = offered(from === 1 ? read : [...before, ...read], at);
  const load = { status: 'loaded', at, total, nextPage } as const;
  known.loaded = { ...load, isStopped: true };
  setService(desk, serviceId, { slots, load });
  const none = total === 0 && read.length === 0;
  update(store, {
    chosen: chosenAfter(store.state.chosen, serviceId, slots),
    causes: causesAfter(store.state.causes, { serviceId, none, at }),
  });
}

/** Each once, earliest first; what has begun is not offered. Pages of e-RS can overlap. */
function offered(slots: readonly Slot[], now: Instant): Slot[] {
  const byId = new Map(slots.map((slot) => [slot.id, slot]));
  return [...byId.values()]
    .filter(({ start }) => start > now)
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
}

function chosenAfter(
  chosen: Slot | undefined,
  serviceId: string,
  slots: readonly Slot[],
): Slot | undefined {
  if (chosen?.serviceId !== serviceId) return chosen;
  return slots.find(({ id, start, end }) => {
    return id === chosen.id && start === chosen.start && end === chosen.end;
  });
}

/** "No slots" is lawful only while e-RS has none (A016). A lost slot stays a cause. */
function causesAfter(
  causes: BookSlotState['causes'],
  { serviceId, none, at }: { serviceId: string; none: boolean; at: Instant },
): readonly DeferCause[] {
  const kept = causes.filter(
    (cause) => cause.serviceId !== serviceId || cause.reason !== 'NO_SLOTS_AT_SERVICE',
  );
  return none ? [...kept, { serviceId, reason: 'NO_SLOTS_AT_SERVICE', seenAt: at }] : kept;
}

function setService(
  { store }: BookSlotDesk,
  serviceId: string,
  change: Partial<ServiceSlots>,
): void {
  const services = store.state.services.map((each) =>
    each.serviceId === serviceId ? { ...each, ...change } : each,
  );
  update(store, { services });
}

/** A lost slot is not offered again unless e-RS offers it again. */
export function dropSlot(desk: BookSlotDesk, slot: Slot): void {
  const { store } = desk;
  const { chosen, services } = store.state;
  const service = services.find(({ serviceId }) => serviceId === slot.serviceId);
  if (service) {
    const slots = service.slots.filter(({ id }) => id !== slot.id);
    setService(desk, slot.serviceId, { slots });
  }
  if (chosen?.id === slot.id) update(store, { chosen: undefined });
}
