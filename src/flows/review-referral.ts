import type { Instant, LocalDate } from '../domain/instant.ts';
import type { FileContent, PdfFile } from '../domain/letter.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { ReferralChange } from '../domain/referral-changes.ts';
import type { ReviewAction, ReviewDecision } from '../domain/review-decisions.ts';
import type { AnyReason, FieldError, ReviewForm } from '../domain/review-form.ts';
import type { ScanLook } from '../domain/scan-look.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Place } from '../domain/worklist-place.ts';
import type { DirectoryVerbs } from '../ers/verbs/directory.ts';
import type { ReviewingVerbs } from '../ers/verbs/reviewing.ts';
import type { Intent } from '../journal/ports.ts';
import type { DeskClient, FlowPorts } from './flow-ports.ts';
import type { Flow } from './flow.ts';
import type { OpenedFrom } from './opened-from.ts';

// opening → deciding → checking → sending → done | refused | locked | unanswered;
// checking → conflict | check-failed; open-failed, open-stopped.

export type ReviewPhase =
  | { status: 'opening'; since: Instant }
  /** By the user. */
  | { status: 'open-stopped' }
  | { status: 'open-failed'; problem: Problem }
  | { status: 'deciding' }
  /** The referral and what is permitted are read again; nothing has left. */
  | { status: 'checking'; action: ReviewAction; since: Instant }
  /** They could not be read: nothing was sent. */
  | { status: 'check-failed'; action: ReviewAction; problem: Problem; at: Instant }
  /** The intent is in the journal and the request leaves, once. */
  | { status: 'sending'; action: ReviewAction; since: Instant }
  /**
   * What says so: e-RS's answer; or, as that was lost, a reading of the referral that shows it, or the
   * list of those to review, which it has left.
   */
  | { status: 'done'; action: ReviewAction; at: Instant; proof: 'answer' | 'reading' | 'list' }
  | { status: 'refused'; action: ReviewAction; problem: Problem; at: Instant }
  | { status: 'locked'; action: ReviewAction; problem: Problem; at: Instant }
  | Conflict
  | Unanswered;

/**
 * e-RS holds another version than the one on screen, or permits the decision no more. Nothing was
 * done. What was typed is in `forms`, as it was.
 */
export interface Conflict {
  status: 'conflict';
  action?: ReviewAction | undefined;
  before: Referral;
  beforeReadAt: Instant;
  now: Referral;
  /** What differs of what is shown; none where e-RS has but raised the version. */
  changes: readonly ReferralChange[];
  /** Whether the decision may still be sent, on what is there now. */
  canSend: boolean;
  /** Where e-RS has refused it, and it was not found by reading first. */
  problem?: Problem | undefined;
  at: Instant;
}

/** One reading of the referral after a decision that has had no answer. */
export interface ReviewReading {
  at: Instant;
  found: 'unchanged' | 'not-read';
}

/** No answer. Nothing is offered before `settled`: the last reading then shows that nothing happened. */
export interface Unanswered {
  status: 'unanswered';
  action: ReviewAction;
  problem: Problem;
  sentAt: Instant;
  readings: readonly ReviewReading[];
  nextReadingAt?: Instant | undefined;
  settled: boolean;
}

/** What the host's record says of a death. */
export type DeathCheck =
  | { status: 'asking' }
  | { status: 'none-recorded'; at: Instant }
  | { status: 'died'; date?: LocalDate | undefined; at: Instant }
  /** The host cannot tell, failed or was silent: the user has to look. */
  | { status: 'not-known'; at: Instant };

/** A file of the referral by its address. Absent: not touched yet. */
export interface ReviewFile {
  load:
    | { status: 'closed' }
    | { status: 'opening'; since: Instant }
    | { status: 'open'; content: FileContent }
    | { status: 'failed'; problem: Problem };
  /** When it was opened last. */
  openedAt?: Instant | undefined;
}

export type ClinicalSummary =
  | { status: 'not-asked' }
  | { status: 'fetching'; since: Instant }
  | { status: 'stopped' }
  | { status: 'ready'; file: PdfFile; at: Instant }
  | { status: 'failed'; problem: Problem };

/** The reasons that may be given now, for the decision that needs one. */
export type Reasons =
  | { status: 'not-needed' }
  | { status: 'loading' }
  | { status: 'ready'; reasons: readonly AnyReason[] }
  | { status: 'failed'; problem: Problem };

export interface ReviewReferralState {
  ubrn: Ubrn;
  /** As last read; absent until opened. */
  referral?: Referral | undefined;
  readAt?: Instant | undefined;
  /** Every decision, with whether it may be made; asked with each reading. Empty once one is made. */
  decisions: readonly ReviewDecision[];
  /** Why e-RS could not say what is permitted. */
  decisionsProblem?: Problem | undefined;
  /** Keys and buttons are not heeded before: who holds one down shall decide on one referral only. */
  steadyFrom?: Instant | undefined;
  chosen?: ReviewAction | undefined;
  forms: Readonly<Record<ReviewAction, ReviewForm>>;
  errors: readonly FieldError[];
  reasons: Reasons;
  /** e-RS has asked whether the appointment is cancelled in the provider's own system. */
  asksCancelledInPas: boolean;
  death: DeathCheck;
  deathAcknowledged: boolean;
  /** Why the last press sent nothing. An outcome of triage needs the check (hscn.md §8). */
  held?: 'death-being-asked' | 'death-to-acknowledge' | 'reasons-not-there' | undefined;
  files: ReadonlyMap<string, ReviewFile>;
  /** When files that are being checked may be looked at again. */
  scan?: ScanLook | undefined;
  summary: ClinicalSummary;
  /** Whether what was typed is kept where drafts are. */
  isKept?: boolean | undefined;
  /** A decision on this referral whose end no screen has shown. Told once. */
  endedUnseen?: Intent | undefined;
  /** In the list it was opened from. */
  place?: Place | undefined;
  phase: ReviewPhase;
}

export interface ReviewReferralActions {
  /** Asks the host for a death, reads the referral and what is permitted. */
  open(): Promise<void>;
  /** Stops the opening or the check before sending. */
  stopReading(): void;
  /** Chooses a decision; what was typed for another stays there. Ignored where it is forbidden. */
  choose(action: ReviewAction | undefined): void;
  change(change: Partial<ReviewForm>): void;
  loadReasons(): Promise<void>;
  /** Goes on although a death is recorded or not known: the user's own word. */
  acknowledgeDeath(): void;
  /** Checks, then sends the chosen decision once. */
  send(): Promise<void>;
  /** From a refusal or conflict back to the decision. Nothing typed changes. */
  back(): void;
  /** Empties the chosen decision's form and un-chooses it. */
  discard(): void;
  /** After an unanswered decision whose last reading failed: reads once more. */
  readAgain(): Promise<void>;
  openFile(url: string): Promise<void>;
  closeFile(url: string): void;
  /** Reads the referral again where a file is being checked and its time has come. */
  lookAtScan(): Promise<void>;
  fetchSummary(): Promise<void>;
  stopSummary(): void;
  /** Opens a neighbour of the list. Not while anything is on its way or unknown. */
  next(): void;
  previous(): void;
  /** The session is there again: what was not read for want of it is read. Nothing is sent. */
  signedInAgain(): void;
}

export type ReviewReferralFlow = Flow<ReviewReferralState, ReviewReferralActions>;

export interface ReviewPorts extends FlowPorts {
  client: DeskClient &
    ReviewingVerbs &
    Pick<
      DirectoryVerbs,
      'retrieveAppointmentCancellationReasons' | 'retrieveReferralCancellationReasons'
    >;
}

export interface ReviewStart {
  ubrn: Ubrn;
  list?: OpenedFrom | undefined;
}
