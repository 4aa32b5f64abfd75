import type { FileLimits } from '../domain/file-limits.ts';
import type { Instant } from '../domain/instant.ts';
import type { Letter } from '../domain/letter.ts';
import type { Problem, ProblemReason } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { HostDocument } from '../host/host-adapter.ts';
import {
  addDocument,
  addFiles,
  leaveOut,
  renameFile,
  retryFile,
  stopFile,
} from './attach-letters-files.ts';
import { attach, reread } from './attach-letters-set.ts';
import { referrerLetters, takeReferral, type LetterDesk } from './letter-desk.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow } from './flow.ts';
import { askHost } from './host-look-up.ts';
import { newestRead } from './reading.ts';
import type { UploadedFile } from './refer-patient-letters.ts';

// A file: waiting → uploading → uploaded | not-uploaded, or refused before it leaves.
// The set: editing → attaching → attached | refused | changed | unknown.

export type LetterFileState =
  | { status: 'waiting' }
  | { status: 'uploading'; sentBytes: number; totalBytes: number }
  | { status: 'uploaded'; url: string; at: Instant }
  /** Without a problem when the user stopped it. */
  | { status: 'not-uploaded'; problem?: Problem | undefined }
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
  documents: 'not-offered' | 'loading' | 'stopped' | 'failed' | readonly HostDocument[];
  phase: AttachPhase;
}

export interface AttachLettersActions {
  /** Checks each file, and uploads at once those that pass. */
  add(files: readonly File[]): Promise<void>;
  addDocument(documentId: string): Promise<void>;
  /** Asks the host again for its documents, after a failure or a stop. */
  listDocuments(): Promise<void>;
  stopDocuments(): void;
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
  /** After a refusal: back to the files, which are as they were. */
  back(): void;
}

export type AttachLettersFlow = Flow<AttachLettersState, AttachLettersActions>;

/** As the flow of referring a patient holds it. */
export interface FollowingAttachLetters extends AttachLettersFlow {
  /** Tells of a newer reading of the referral, made elsewhere. */
  follow(referral: Referral): void;
}

/** `uploaded` is what an earlier visit put into e-RS's store and did not link. */
export function createAttachLetters(
  ports: FlowPorts,
  referral: Referral,
  uploaded: readonly UploadedFile[] = [],
): FollowingAttachLetters {
  const desk = startDesk(ports, referral, uploaded);
  const { store } = desk;
  void listDocuments(desk);
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    follow(newer) {
      const { status } = store.state.phase;
      const isOpen = status !== 'attaching' && status !== 'unknown';
      if (!isOpen || newer === store.state.referral) return;
      takeReferral(desk, newer);
      if (isOfOldVersion(store.state.phase)) update(store, { phase: { status: 'editing' } });
    },
    dispose() {
      desk.life.abort();
      desk.listing.stop();
      for (const upload of desk.uploads.values()) upload.abort();
      desk.sources.clear();
      store.close();
    },
  };
}

/** What it says of a newer version is over once that one was read. */
function isOfOldVersion(phase: AttachPhase): boolean {
  return (
    phase.status === 'changed' ||
    (phase.status === 'refused' && phase.problem.reason === 'referral-changed')
  );
}

function startDesk(
  ports: FlowPorts,
  referral: Referral,
  uploaded: readonly UploadedFile[],
): LetterDesk {
  const store = createStore<AttachLettersState>({
    referral,
    limits: ports.client.fileLimits,
    letters: referrerLetters(referral).map((letter) => ({ letter, keep: true })),
    files: uploaded.map(({ url, at, ...file }) => ({
      ...file,
      id: ports.newId(),
      state: { status: 'uploaded', url, at },
    })),
    documents: ports.lookUps.listDocuments ? 'loading' : 'not-offered',
    phase: { status: 'editing' },
  });
  return {
    ports,
    store,
    sources: new Map(),
    uploads: new Map(),
    uploading: false,
    listing: newestRead(),
    life: new AbortController(),
  };
}

function actionsOf(desk: LetterDesk): AttachLettersActions {
  return {
    add: (files) => edit(desk, () => addFiles(desk, files)),
    addDocument: (documentId) => edit(desk, () => addDocument(desk, documentId)),
    listDocuments: () => listDocuments(desk),
    stopDocuments() {
      if (desk.store.state.documents !== 'loading') return;
      desk.listing.stop();
      update(desk.store, { documents: 'stopped' });
    },
    leaveOut: (fileId) => void edit(desk, () => leaveOut(desk, fileId)),
    stop: (fileId) => stopFile(desk, fileId),
    retry: (fileId) => edit(desk, () => retryFile(desk, fileId)),
    rename: (fileId) => edit(desk, () => renameFile(desk, fileId)),
    keep: (url, keep) => void edit(desk, () => keepLetter(desk, url, keep)),
    attach: () => attach(desk),
    reread: () => reread(desk),
    back() {
      const { store } = desk;
      if (store.state.phase.status === 'refused') update(store, { phase: { status: 'editing' } });
    },
  };
}

/** Nothing of the set changes while it is on its way or its linking is unknown. */
async function edit(desk: LetterDesk, change: () => void | Promise<void>): Promise<void> {
  const { store } = desk;
  const { phase } = store.state;
  if (
    !store.isOpen ||
    phase.status === 'attaching' ||
    (phase.status === 'unknown' && !phase.rereadAt)
  )
    return;
  if (phase.status === 'attached') update(store, { phase: { status: 'editing' } });
  await change();
}

function keepLetter({ store }: LetterDesk, url: string, keep: boolean): void {
  const letters = store.state.letters.map((each) =>
    each.letter.url === url ? { ...each, keep } : each,
  );
  update(store, { letters });
}

async function listDocuments({ ports, store, listing }: LetterDesk): Promise<void> {
  const { lookUps, clock } = ports;
  if (!store.isOpen || !lookUps.listDocuments) return;
  const signal = listing.start();
  update(store, { documents: 'loading' });
  const documents = await askHost((limit) => lookUps.listDocuments?.(limit), { clock, signal });
  if (!signal.aborted) update(store, { documents: documents ?? 'failed' });
}
