import type { AdviceMessage, AdviceRequest } from '../domain/advice.ts';
import type { AdviceChange } from '../domain/advice-changes.ts';
import type { AdviceAct, AdviceFieldError, AdviceForm } from '../domain/advice-form.ts';
import type { AdvicePermissions } from '../domain/advice-permission.ts';
import type { Instant } from '../domain/instant.ts';
import type { PdfFile } from '../domain/letter.ts';
import type { Problem } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Place } from '../domain/worklist-place.ts';
import type { AdvisingVerbs } from '../ers/verbs/advising.ts';
import type { ReviewingVerbs } from '../ers/verbs/reviewing.ts';
import type { WriteBackResult } from '../host/host-adapter.ts';
import type { Intent } from '../journal/ports.ts';
import type { DeskClient, FlowPorts } from './flow-ports.ts';
import type { Flow } from './flow.ts';
import type { OpenedFrom } from './opened-from.ts';
import type { DeathCheck, ReviewFile } from './review-referral.ts';

// opening → reading → checking → sending → done | refused | locked | unanswered;
// checking → conflict | check-failed; open-failed, open-stopped.

export type AnswerAdvicePhase =
  | { status: 'opening'; since: Instant }
  /** By the user. */
  | { status: 'open-stopped' }
  | { status: 'open-failed'; problem: Problem }
  /** It is on screen, and nothing is on its way. */
  | { status: 'reading' }
  /** Request and messages are read again; nothing has left. */
  | { status: 'checking'; act: AdviceAct; since: Instant }
  /** They could not be read: nothing was sent. */
  | { status: 'check-failed'; act: AdviceAct; problem: Problem; at: Instant }
  /** The intent is in the journal and the request leaves, once. */
  | { status: 'sending'; act: AdviceAct; since: Instant }
  /** What says so: e-RS's answer; or, as that was lost, a reading of the conversation. */
  | { status: 'done'; act: AdviceAct; at: Instant; proof: 'answer' | 'reading' }
  | { status: 'refused'; act: AdviceAct; problem: Problem; at: Instant }
  | { status: 'locked'; act: AdviceAct; problem: Problem; at: Instant }
  | AdviceConflict
  | AdviceUnanswered;

/**
 * e-RS holds another version, or there is a message that was not on screen, or the act is permitted
 * no more. Nothing was sent. What was typed is in `form`, as it was.
 */
export interface AdviceConflict {
  status: 'conflict';
  act: AdviceAct;
  beforeReadAt: Instant;
  /** What differs of what is shown; none where e-RS has but raised the version. */
  changes: readonly AdviceChange[];
  /** Whether it may still be sent, on what is there now. */
  canSend: boolean;
  /** Where e-RS has refused it, and it was not found by reading first. */
  problem?: Problem | undefined;
  at: Instant;
}

/** One reading of the conversation after a message that has had no answer. */
export interface AdviceReading {
  at: Instant;
  found: 'unchanged' | 'not-read';
}

/** No answer. Nothing is offered before `settled`: the last reading then shows that nothing happened. */
export interface AdviceUnanswered {
  status: 'unanswered';
  act: AdviceAct;
  problem: Problem;
  sentAt: Instant;
  readings: readonly AdviceReading[];
  nextReadingAt?: Instant | undefined;
  settled: boolean;
}

/** The request with its conversation as a PDF. */
export type AdviceOverview =
  /** The dialect has none. */
  | { status: 'not-offered' }
  | { status: 'not-asked' }
  | { status: 'fetching'; since: Instant }
  | { status: 'stopped' }
  | {
      status: 'ready';
      file: PdfFile;
      at: Instant;
      /** What the host's record has said to it. */
      filed?: WriteBackResult | 'asking' | undefined;
    }
  | { status: 'failed'; problem: Problem };

export interface AnswerAdviceState {
  ubrn: Ubrn;
  /** As last read; absent until opened. */
  request?: AdviceRequest | undefined;
  /** Oldest first. */
  messages: readonly AdviceMessage[];
  readAt?: Instant | undefined;
  /** Of clinicians by SDS user id, where e-RS tells none and the host can. */
  names: ReadonlyMap<string, string>;
  /** Absent until it is read. */
  permissions?: AdvicePermissions | undefined;
  /** Characters of a message to the referrer, in this dialect. */
  textLimit: number;
  /** Keys and buttons are not heeded before: who holds one down shall answer one request only. */
  steadyFrom?: Instant | undefined;
  /** What the form is for: an answer, until a conversion is chosen. */
  act: AdviceAct;
  form: AdviceForm;
  errors: readonly AdviceFieldError[];
  death: DeathCheck;
  deathAcknowledged: boolean;
  /** Why the last press sent nothing (hscn.md §8). */
  held?: 'death-being-asked' | 'death-to-acknowledge' | undefined;
  /** Of the request and of all messages, by address. Absent: not touched yet. */
  files: ReadonlyMap<string, ReviewFile>;
  overview: AdviceOverview;
  /** Whether the host takes what is to be filed. */
  canFile: boolean;
  /** Whether what was typed is kept where drafts are. */
  isKept?: boolean | undefined;
  /** A message on this request whose end no screen has shown. Told once. */
  endedUnseen?: Intent | undefined;
  /** In the list it was opened from. */
  place?: Place | undefined;
  phase: AnswerAdvicePhase;
}

export interface AnswerAdviceActions {
  /** Asks the host for a death, reads the request and its messages. */
  open(): Promise<void>;
  /** Stops the opening or the check before sending. */
  stopReading(): void;
  /** Chooses between an answer and a conversion. Ignored where it is forbidden. */
  choose(act: AdviceAct): void;
  change(change: Partial<AdviceForm>): void;
  /** Goes on although a death is recorded or not known: the user's own word. */
  acknowledgeDeath(): void;
  /** Checks, then sends once. */
  send(): Promise<void>;
  /** From a refusal, a conflict or an answer that was sent back to the form. */
  back(): void;
  /** Empties the form. */
  discard(): void;
  /** After an unanswered message whose last reading failed: reads once more. */
  readAgain(): Promise<void>;
  openFile(url: string): Promise<void>;
  /** Its bytes are let go; that it was opened stays. */
  closeFile(url: string): void;
  fetchOverview(): Promise<void>;
  stopOverview(): void;
  /** Gives the fetched PDF to the host's record, once. */
  fileOverview(): Promise<void>;
  /** Opens a neighbour of the list. Not while anything is on its way or unknown. */
  next(): void;
  previous(): void;
  /** The session is there again: what was not read for want of it is read. Nothing is sent. */
  signedInAgain(): void;
}

export type AnswerAdviceFlow = Flow<AnswerAdviceState, AnswerAdviceActions>;

export interface AdvicePorts extends FlowPorts {
  client: DeskClient & AdvisingVerbs & Pick<ReviewingVerbs, 'retrieveFile'>;
}

export interface AnswerAdviceStart {
  ubrn: Ubrn;
  list?: OpenedFrom | undefined;
}
