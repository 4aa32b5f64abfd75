import type { Instant, LocalDate } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { DeferReason, Referral } from '../domain/referral.ts';
import type { Service, WayToBook } from '../domain/service.ts';
import type { Slot } from '../domain/slot.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Flow } from './flow.ts';

// opening → choosing → booking → booked | slot-gone | slot-unsuitable | referral-changed | locked |
// provider-refused | not-allowed | unanswered; deferring → deferred | the same refusals.

/** The slots of one shortlisted service. */
export interface ServiceSlots {
  serviceId: string;
  /** Absent when neither the search nor e-RS told it. */
  name?: string | undefined;
  /** Whole miles. */
  distance?: number | undefined;
  appointmentType?: string | undefined;
  /** `unknown` when the referral was opened by UBRN alone: it is then asked for slots. */
  wayToBook: WayToBook | 'unknown';
  slots: readonly Slot[];
  load:
    | { status: 'not-asked' }
    | { status: 'loading'; since: Instant }
    | { status: 'loaded'; at: Instant; total: number; nextPage?: number | undefined }
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

/** One reading of the referral after an unanswered write. */
export interface Reading {
  at: Instant;
  found: 'booked' | 'deferred' | 'unbooked' | 'not-read';
}

export type BookPhase =
  | { status: 'opening'; ubrn: Ubrn; since: Instant }
  | { status: 'open-failed'; ubrn: Ubrn; problem: Problem }
  /** e-RS returned no shortlist and none was handed in: slots cannot be asked for. */
  | { status: 'needs-services' }
  | { status: 'choosing' }
  /** The intent is in the journal and the request has left, once. */
  | { status: 'sending'; write: 'booking' | 'deferral'; since: Instant }
  | { status: 'reading-back'; write: 'booking' | 'deferral'; since: Instant }
  /** `confirmed` is true when a fresh reading of the referral says so too. */
  | { status: 'booked'; at: Instant; confirmed: boolean }
  | { status: 'deferred'; at: Instant; confirmed: boolean; contactBy?: LocalDate | undefined }
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
      write: 'booking' | 'deferral';
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
  deferral?: { cause: DeferCause; comment: string } | undefined;
  phase: BookPhase;
}

export interface BookSlotActions {
  /** Reads the referral, then the first page of slots of each service that can be booked here. */
  open(): Promise<void>;
  /** Asks again for all slots; keeps the chosen one when it is still free. */
  checkAgain(): Promise<void>;
  /** The next page of one service. */
  more(serviceId: string): Promise<void>;
  choose(slotId: string): void;
  unchoose(): void;
  /** Books the chosen slot. Sent once, not stoppable. */
  book(): Promise<void>;
  /** Opens the form; refused when no lawful cause was seen for the service. */
  startDeferral(serviceId: string): void;
  changeComment(comment: string): void;
  cancelDeferral(): void;
  defer(): Promise<void>;
  /** From an outcome back to the slots, which are asked for again. */
  backToSlots(): Promise<void>;
}

export type BookSlotFlow = Flow<BookSlotState, BookSlotActions>;

export interface BookSlotStart {
  ubrn: Ubrn;
  /** Known from the search; needed only where e-RS returns no shortlist. */
  services?: readonly Service[] | undefined;
}

/** Bookings may take the provider's system this long; then the screen says "Still no answer". */
export const PROVIDER_ANSWER_LIMIT_MS = 120_000;

/** When the referral is read again after an unanswered write, counted from its end. */
export const REREAD_AFTER_MS = [0, 10_000, 60_000] as const;
