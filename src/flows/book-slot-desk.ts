import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Slot } from '../domain/slot.ts';
import type { BookSlotStart, BookSlotState, BookWrite, ServiceSlots } from './book-slot.ts';
import type { FlowPorts } from './flow-ports.ts';
import { update, type Store } from './flow.ts';
import type { NewestRead } from './reading.ts';

/** How far the slots of one service have been read. */
export interface PagesRead {
  count: number;
  next?: number | undefined;
  read: NewestRead;
  /** The last answer, to go back to when a reading is stopped. */
  loaded?: ServiceSlots['load'] | undefined;
}

/** What the parts of booking a slot work on together. */
export interface BookSlotDesk {
  ports: FlowPorts;
  start: BookSlotStart;
  store: Store<BookSlotState>;
  pages: Map<string, PagesRead>;
  /** Ends with the flow. */
  life: AbortController;
  /** Of the referral, at the opening. */
  reading: NewestRead;
  opening?: Promise<void> | undefined;
  /** The write that has had no answer. */
  unanswered?: UnansweredWrite | undefined;
}

/** A booking, deferral or sending for triage whose answer is not known. */
export interface UnansweredWrite {
  write: BookWrite;
  serviceId?: string | undefined;
  /** Absent when it was sent in an earlier visit. */
  slot?: Slot | undefined;
  intentId: string;
  sentAt: Instant;
  problem: Problem;
}

/** Keeps what was just read, and when. */
export function takeReading({ ports, store }: BookSlotDesk, referral: Referral): void {
  update(store, { referral, readAt: ports.clock.now() });
}
