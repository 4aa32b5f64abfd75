import type { Instant, LocalDate } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { DeferReason, Referral } from '../domain/referral.ts';
import type { Service, WayToBook } from '../domain/service.ts';
import type { Slot } from '../domain/slot.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { BookSlotDesk } from './book-slot-desk.ts';
import { cancelDeferral, changeComment, defer, startDeferral } from './book-slot-deferral.ts';
import { openReferral } from './book-slot-opening.ts';
import { isSettled } from './book-slot-outcome.ts';
import { readOnceMore } from './book-slot-rereading.ts';
import { loadMore, loadSlots, stopLoading, stopSlots } from './book-slot-slots.ts';
import { cancelTriage, sendForTriage, startTriage } from './book-slot-triage.ts';
import { book } from './book-slot-write.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow } from './flow.ts';
import { newestRead } from './reading.ts';

// opening → choosing → booking → booked | slot-gone | slot-unsuitable | referral-changed | locked |
// provider-refused | not-allowed | unanswered; deferring → deferred | the same refusals; sending for
// triage → sent-for-triage | locked | referral-changed | not-allowed | unanswered.

/** The slots of one shortlisted service. */
export interface ServiceSlots {
  serviceId: string;
  /** Absent when neither the search nor e-RS told it. */
  name?: string | undefined;
  /** Whole miles. */
  distance?: number | undefined;
  appointmentType?: string | undefined;
  /**
   * `unknown` when the referral was opened by UBRN alone: it is then asked for slots. e-RS may say
   * then that it has none to give, as the patient phones or the service triages.
   */
  wayToBook: WayToBook | 'unknown' | 'phones-or-triage';
  slots: readonly Slot[];
  load:
    | { status: 'not-asked' }
    | { status: 'loading'; since: Instant }
    /** `isStopped` when it was asked again and the user has stopped that. */
    | {
        status: 'loaded';
        at: Instant;
        total: number;
        nextPage?: number | undefined;
        isStopped?: true | undefined;
      }
    /** By the user, before anything was known. */
    | { status: 'stopped' }
    | { status: 'failed'; problem: Problem };
}

/** A lawful cause to defer, seen in this session for this service. Never chosen by the user. */
export interface DeferCause {
  serviceId: string;
  reason: DeferReason;
  seenAt: Instant;
  /** The slot that was lost. */
  slot?: Slot | undefined;
}

export interface DeferralForm {
  cause: DeferCause;
  comment: string;
  /** By when the provider would contact the patient, if deferred today. */
  contactBy?: LocalDate | undefined;
}

/** What is about to be sent to a service that triages. */
export interface TriageForm {
  serviceId: string;
  comment: string;
  /** By when the patient would hear of it, if sent today. */
  contactBy?: LocalDate | undefined;
}

/** The three ways in which a referral gets on its way (A016). */
export type BookWrite = 'booking' | 'deferral' | 'triage';

/** One reading of the referral after an unanswered write. */
export interface Reading {
  at: Instant;
  found: 'booked' | 'deferred' | 'in-triage' | 'unbooked' | 'not-read';
}

export interface Ended<S> {
  status: S;
  at: Instant;
  /** True when a fresh reading of the referral says so too. */
  confirmed: boolean;
  /** When it was sent, where it was made while no screen showed it. Told once. */
  sentAt?: Instant | undefined;
}

export type BookPhase =
  | { status: 'opening'; ubrn: Ubrn; since: Instant }
  /** By the user. */
  | { status: 'open-stopped'; ubrn: Ubrn }
  | { status: 'open-failed'; ubrn: Ubrn; problem: Problem }
  /** e-RS returned no shortlist and none was handed in: slots cannot be asked for. */
  | { status: 'needs-services' }
  | { status: 'choosing' }
  /** The intent is in the journal and the request has left, once. */
  | { status: 'sending'; write: BookWrite; since: Instant }
  | { status: 'reading-back'; write: BookWrite; since: Instant }
  | Ended<'booked'>
  | (Ended<'deferred' | 'sent-for-triage'> & { contactBy?: LocalDate | undefined })
  | { status: 'slot-gone'; slot: Slot; problem: Problem; at: Instant }
  | { status: 'slot-unsuitable'; slot: Slot; problem: Problem; at: Instant }
  | { status: 'provider-refused'; slot: Slot; problem: Problem; at: Instant }
  /** A newer version exists; `before` is what was on screen, `referral` what is there now. */
  | { status: 'referral-changed'; before: Referral; problem: Problem; at: Instant }
  | { status: 'locked'; problem: Problem; at: Instant }
  | { status: 'not-allowed'; problem: Problem; at: Instant }
  /**
   * No answer. Read at once, after 10 s and after 60 s; nothing is offered before the last says
   * unbooked. `settled` then is true.
   */
  | {
      status: 'unanswered';
      write: BookWrite;
      /** Sent in an earlier visit: e-RS still may answer, and the readings begin only then. */
      isUnderWay?: true | undefined;
      /** Absent where another page has sent it. */
      serviceId?: string | undefined;
      slot?: Slot | undefined;
      problem: Problem;
      sentAt: Instant;
      readings: readonly Reading[];
      nextReadingAt?: Instant | undefined;
      settled: boolean;
    };

export interface BookSlotState {
  /** As last read; absent until opened. */
  referral?: Referral | undefined;
  /** When the referral was last read. */
  readAt?: Instant | undefined;
  services: readonly ServiceSlots[];
  chosen?: Slot | undefined;
  causes: readonly DeferCause[];
  /** Where the rule organisation came from; `own-organisation` is said on screen. */
  ruleOrganisation?: { odsCode: string; from: 'e-rs' | 'own-organisation' } | undefined;
  /** The form of a deferral, when open. */
  deferral?: DeferralForm | undefined;
  /** The form of a request for triage, when open. */
  triage?: TriageForm | undefined;
  phase: BookPhase;
}

export interface BookSlotActions {
  /** Reads the referral, then the first page of slots of each service that can be booked here. */
  open(): Promise<void>;
  /** Asks again for all slots; keeps the chosen one when it is still free. */
  checkAgain(): Promise<void>;
  /** Stops the reading of the referral or of slots. What was read before, and the choice, stay. */
  stopReading(): void;
  /** The next page of one service. */
  more(serviceId: string): Promise<void>;
  choose(slotId: string): void;
  unchoose(): void;
  /** Books the chosen slot. Sent once, not stoppable. */
  book(): Promise<void>;
  /** Opens the form; refused when no lawful cause was seen for the service. */
  startDeferral(serviceId: string): void;
  /** Of the form that is open. */
  changeComment(comment: string): void;
  cancelDeferral(): void;
  defer(): Promise<void>;
  /** Opens the form; refused for a service that is known not to triage. */
  startTriage(serviceId: string): void;
  cancelTriage(): void;
  /** Sends the referral to the service of the form. Sent once, not stoppable. */
  sendForTriage(): Promise<void>;
  /** From an outcome back to the slots, which are asked for again. */
  backToSlots(): Promise<void>;
  /** The session is there again: what was not read for want of it is read. Nothing is sent. */
  signedInAgain(): void;
}

export type BookSlotFlow = Flow<BookSlotState, BookSlotActions>;

export interface BookSlotStart {
  ubrn: Ubrn;
  /** Known from the search; needed only where e-RS returns no shortlist. */
  services?: readonly Service[] | undefined;
}

/** As the flow of referring a patient holds it. */
export interface FollowingBookSlot extends BookSlotFlow {
  /** Tells of a newer reading of the referral, made elsewhere. */
  follow(referral: Referral): void;
}

/** Reads nothing before it is opened. */
export function createBookSlot(ports: FlowPorts, start: BookSlotStart): FollowingBookSlot {
  const { ubrn } = start;
  const store = createStore<BookSlotState>({
    services: [],
    causes: [],
    phase: { status: 'opening', ubrn, since: ports.clock.now() },
  });
  const desk: BookSlotDesk = {
    ports,
    start,
    store,
    pages: new Map(),
    life: new AbortController(),
    reading: newestRead(),
  };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    follow(referral) {
      const { phase } = store.state;
      const isRead = store.state.referral && store.state.referral !== referral;
      if (!isRead || !isSettled(phase)) return;
      update(store, { referral, readAt: ports.clock.now() });
    },
    dispose() {
      desk.life.abort();
      desk.reading.stop();
      stopLoading(desk);
      store.close();
    },
  };
}

function actionsOf(desk: BookSlotDesk): BookSlotActions {
  const { store } = desk;
  return {
    open: () => openReferral(desk),
    checkAgain: () => checkAgain(desk),
    stopReading: () => stopReading(desk),
    more: (serviceId) => loadMore(desk, serviceId),
    choose: (slotId) => choose(desk, slotId),
    unchoose: () => {
      if (isSettled(store.state.phase)) update(store, { chosen: undefined });
    },
    book: () => book(desk),
    startDeferral: (serviceId) => startDeferral(desk, serviceId),
    changeComment: (comment) => changeComment(desk, comment),
    cancelDeferral: () => cancelDeferral(desk),
    defer: () => defer(desk),
    startTriage: (serviceId) => startTriage(desk, serviceId),
    cancelTriage: () => cancelTriage(desk),
    sendForTriage: () => sendForTriage(desk),
    backToSlots: () => openReferral(desk),
    signedInAgain: () => signedInAgain(desk),
  };
}

/** Where there is no referral to ask slots for. */
const REOPENS = new Set<BookPhase['status']>(['open-stopped', 'open-failed', 'needs-services']);

async function checkAgain(desk: BookSlotDesk): Promise<void> {
  const { phase } = desk.store.state;
  if (phase.status === 'unanswered' && !phase.settled) await readOnceMore(desk);
  else if (REOPENS.has(phase.status)) await openReferral(desk);
  else if (isSettled(phase)) await loadSlots(desk);
}

function stopReading(desk: BookSlotDesk): void {
  const { phase } = desk.store.state;
  if (phase.status === 'opening') {
    desk.reading.stop();
    desk.opening = undefined;
    update(desk.store, { phase: { status: 'open-stopped', ubrn: phase.ubrn } });
  } else stopSlots(desk);
}

function signedInAgain(desk: BookSlotDesk): void {
  const { phase, services } = desk.store.state;
  if (wasRefused(phase)) void openReferral(desk);
  else if (services.some(({ load }) => wasRefused(load))) void loadSlots(desk);
}

function wasRefused(part: { status: string; problem?: Problem }): boolean {
  return part.problem?.reason === 'session-ended';
}

/** What has begun in the meantime cannot be chosen. */
function choose({ store, ports }: BookSlotDesk, slotId: string): void {
  const { phase, services } = store.state;
  const slot = services.flatMap(({ slots }) => slots).find(({ id }) => id === slotId);
  if (!isSettled(phase) || !slot || slot.start <= ports.clock.now()) return;
  update(store, { chosen: slot, phase: { status: 'choosing' } });
}
