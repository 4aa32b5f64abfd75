import type { Priority } from '../domain/criteria.ts';
import type { Instant } from '../domain/instant.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Problem } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Clinician } from '../domain/user.ts';

export type IntentAction =
  | 'create-referral'
  | 'upload-file'
  | 'attach-letters'
  | 'book-appointment'
  | 'defer-to-provider'
  | 'send-referral-for-triage'
  | 'accept-referral'
  | 'reject-referral'
  | 'cancel-and-act-later'
  | 'record-review-outcome'
  | 'cancel-referral'
  | 'answer-advice'
  | 'convert-advice'
  | 'ask-for-advice';

/** A write that a person asked for, noted before it leaves. No clinical text. */
export interface NewIntent {
  id: string;
  action: IntentAction;
  contextId: string;
  patient: NhsNumber;
  sentAt: Instant;
  ubrn?: Ubrn | undefined;
  /** What the write names: services of a create, the slot of a booking. */
  serviceIds?: readonly string[] | undefined;
  slotId?: string | undefined;
  /** Of a create, by which it is found again: SDS user id of the referrer it names. */
  referrerId?: string | undefined;
  /** As it was known when it was sent. */
  referrerName?: string | undefined;
  priority?: Priority | undefined;
  /** A create after which a letter must follow. */
  letterDue?: boolean | undefined;
  /** For the service desk, where it is known before there is an answer. */
  correlationId?: string | undefined;
}

export type IntentOutcome =
  | { state: 'done'; ubrn?: Ubrn | undefined }
  | { state: 'not-done'; problem: Problem }
  /** `endedAt`: when the proxy, or this page, has given up waiting for an answer. */
  | { state: 'unknown'; problem: Problem; endedAt?: Instant | undefined };

export type Intent = NewIntent & ({ state: 'sending' } | IntentOutcome);

/** The write-ahead journal: `begin` resolves before a write may leave. */
export interface JournalPort {
  begin(intent: NewIntent): Promise<void>;
  /** `unseen` when no screen waits for it any more. */
  settle(id: string, outcome: IntentOutcome, unseen?: 'unseen'): Promise<void>;
  /**
   * Takes up what the proxy lists of an earlier page, or of another one, for this patient. What this
   * page has sent and knows itself stands. What was taken up as under way and is listed no more is
   * unknown from then on: the list does not tell how it ended. Rejects when what is kept on this
   * computer cannot be read.
   */
  adopt(patient: NhsNumber, listed: readonly Intent[]): Promise<void>;
  /** Writes for this patient that are under way or whose outcome is unknown. */
  unresolved(patient: NhsNumber): Promise<readonly Intent[]>;
  /** What is known of one write. */
  find(id: string): Promise<Intent | undefined>;
  /** Referrals that were made for this patient since the journal began, newest first. */
  created(patient: NhsNumber): Promise<readonly CreatedReferral[]>;
  /** Writes for this patient that have ended while no screen showed them, newest first. */
  unseen(patient: NhsNumber): Promise<readonly Intent[]>;
  /** The end of these was on a screen. */
  markSeen(ids: readonly string[]): Promise<void>;
  /**
   * Told after each write whose outcome was noted, whoever sent it, after each taking up, and when
   * the end of one was seen.
   */
  onSettled(listener: () => void): () => void;
  /** Whether a write of this page is on its way, for whichever patient. */
  isSending(): boolean;
}

export interface CreatedReferral {
  ubrn: Ubrn;
  sentAt: Instant;
  /** Services that it was made with, where that is known here. */
  serviceIds?: readonly string[] | undefined;
  /** Whom the create named as referrer; absent where that is not known here. */
  referrer?: Clinician | undefined;
  /** When the last set of letters that e-RS took was sent. */
  attached?: Instant | undefined;
  /** The booking or deferral that e-RS took last. */
  ended?: { action: IntentAction; sentAt: Instant } | undefined;
  /** A service needs a letter, or one was promised, and none was attached from here. */
  letterDue?: boolean | undefined;
}

export interface DraftKey {
  userId: string;
  patient: NhsNumber;
  /** What it is a draft of: `'refer-patient'`. */
  flow: string;
}

export interface Draft {
  savedAt: Instant;
  /** What the user typed and chose; no answers of e-RS. JSON. */
  content: unknown;
}

/** Unsent work, bound to one user and one patient. */
export interface DraftPort {
  load(key: DraftKey): Promise<Draft | undefined>;
  save(key: DraftKey, draft: Draft): Promise<void>;
  discard(key: DraftKey): Promise<void>;
}
