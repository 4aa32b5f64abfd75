import type { FileLimits } from '../domain/file-limits.ts';
import type { Instant } from '../domain/instant.ts';
import type { Letter } from '../domain/letter.ts';
import type { Problem, ProblemReason } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { HostDocument } from '../host/host-adapter.ts';
import type { Flow } from './flow.ts';

// A file: waiting → uploading → uploaded | not-uploaded, or refused before it leaves.
// The set: editing → attaching → attached | refused | changed | unknown.

export type LetterFileState =
  | { status: 'waiting' }
  | { status: 'uploading'; sentBytes: number; totalBytes: number }
  | { status: 'uploaded'; url: string; at: Instant }
  | { status: 'not-uploaded'; problem: Problem }
  /** Too big, wrong type, same name …: it never leaves, and stays until removed or renamed. */
  | { status: 'refused'; reason: ProblemReason };

export interface LetterFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  source: 'computer' | 'record';
  state: LetterFileState;
}

export type AttachPhase =
  | { status: 'editing' }
  | { status: 'attaching'; since: Instant }
  | { status: 'attached'; at: Instant }
  | { status: 'refused'; problem: Problem }
  /** A newer version exists. It has been read again: `letters` is what is linked now. */
  | { status: 'changed'; problem: Problem; before: readonly Letter[]; now: readonly Letter[] }
  /** It may or may not be linked. The referral is read again before anything is offered. */
  | { status: 'unknown'; problem: Problem; rereadAt?: Instant | undefined };

export interface AttachLettersState {
  referral: Referral;
  limits: FileLimits;
  /** Already linked; `keep` false means that saving unlinks it, as the call replaces the set. */
  letters: readonly { letter: Letter; keep: boolean }[];
  files: readonly LetterFile[];
  documents: 'not-offered' | 'loading' | 'failed' | readonly HostDocument[];
  phase: AttachPhase;
}

export interface AttachLettersActions {
  /** Checks each file, and uploads at once those that pass. */
  add(files: readonly File[]): Promise<void>;
  addDocument(documentId: string): Promise<void>;
  /** Leaves a file out; stops it if it is on its way. */
  leaveOut(fileId: string): void;
  stop(fileId: string): void;
  retry(fileId: string): Promise<void>;
  /** Puts "(2)" into the name of a file refused for a duplicate name, and uploads it. */
  rename(fileId: string): Promise<void>;
  keep(url: string, keep: boolean): void;
  /** Links what is kept and what is uploaded, as one set. Sent once. */
  attach(): Promise<void>;
  /** Reads the referral again after `unknown` or `changed`. */
  reread(): Promise<void>;
}

export type AttachLettersFlow = Flow<AttachLettersState, AttachLettersActions>;
