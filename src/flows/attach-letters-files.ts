import { checkFile, renameFree } from '../domain/file-rules.ts';
import type { ProblemReason } from '../domain/problem.ts';
import type { HostDocument } from '../host/host-adapter.ts';
import type { LetterFile, LetterFileState } from './attach-letters.ts';
import { update } from './flow.ts';
import { askHost } from './host-look-up.ts';
import { sendJournalled } from './journalled-write.ts';
import { fileOf, updateFile, type LetterDesk } from './letter-desk.ts';
import { localProblem } from './reading.ts';

/** A file of 5 MB takes a host longer than an answer to a question. */
const DOCUMENT_LIMIT_MS = 60_000;

const WAITING: LetterFileState = { status: 'waiting' };

type NamedFile = Pick<LetterFile, 'name' | 'size' | 'source'> & { type: string };

export async function addFiles(desk: LetterDesk, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const { name, size, type } = file;
    enlist(desk, { name, size, type, source: 'computer' }, () => Promise.resolve(file));
  }
  await uploadWaiting(desk);
}

export async function addDocument(desk: LetterDesk, documentId: string): Promise<void> {
  const { documents } = desk.store.state;
  if (typeof documents === 'string') return;
  const document = documents.find(({ id }) => id === documentId);
  if (!document) return;
  const { name, size, mediaType } = document;
  enlist(desk, { name, size, type: mediaType, source: 'record' }, () => read(desk, document));
  await uploadWaiting(desk);
}

async function read(
  { ports, life }: LetterDesk,
  document: HostDocument,
): Promise<File | undefined> {
  const { clock } = ports;
  const bytes = await askHost((signal) => document.read(signal), {
    clock,
    signal: life.signal,
    limit: DOCUMENT_LIMIT_MS,
  });
  return bytes && new File([bytes], document.name, { type: document.mediaType });
}

function enlist(
  desk: LetterDesk,
  { name, size, type, source }: NamedFile,
  bytes: () => Promise<File | undefined>,
): void {
  const { store, ports } = desk;
  const id = ports.newId();
  const reason = refusal(desk, { id, name, size, type });
  const state: LetterFileState = reason ? { status: 'refused', reason } : WAITING;
  desk.sources.set(id, bytes);
  update(store, { files: [...store.state.files, { id, name, size, source, state }] });
}

function refusal(
  desk: LetterDesk,
  { id, name, size, type }: { id: string; name: string; size: number; type: string },
): ProblemReason | undefined {
  return checkFile({ name, size, type }, desk.store.state.limits, otherNames(desk, id));
}

/** e-RS wants each name once among all files of a referral; one to be unlinked counts until it is. */
function otherNames({ store }: LetterDesk, id: string): string[] {
  const { referral, files } = store.state;
  const others = files.filter((file) => file.id !== id && file.state.status !== 'refused');
  return [...referral.letters, ...others].map(({ name }) => name);
}

/** One after the other, as each upload takes all the line there is. */
async function uploadWaiting(desk: LetterDesk): Promise<void> {
  if (desk.uploading) return;
  desk.uploading = true;
  for (let next = firstWaiting(desk); next; next = firstWaiting(desk)) await upload(desk, next.id);
  desk.uploading = false;
}

function firstWaiting({ store, life }: LetterDesk): LetterFile | undefined {
  if (life.signal.aborted) return undefined;
  return store.state.files.find(({ state }) => state.status === 'waiting');
}

async function upload(desk: LetterDesk, id: string): Promise<void> {
  const { ports } = desk;
  const stop = new AbortController();
  desk.uploads.set(id, stop);
  const size = fileOf(desk, id)?.size ?? 0;
  updateFile(desk, id, { state: { status: 'uploading', sentBytes: 0, totalBytes: size } });
  const bytes = await desk.sources.get(id)?.();
  const state = stop.signal.aborted
    ? { status: 'not-uploaded' as const }
    : bytes
      ? await uploadBytes(desk, { id, bytes, stop: stop.signal })
      : { status: 'not-uploaded' as const, problem: localProblem('host-failed', ports) };
  desk.uploads.delete(id);
  updateFile(desk, id, { state });
}

async function uploadBytes(
  desk: LetterDesk,
  { id, bytes, stop }: { id: string; bytes: File; stop: AbortSignal },
): Promise<LetterFileState> {
  const { ports, store } = desk;
  const name = fileOf(desk, id)?.name ?? bytes.name;
  const file = name === bytes.name ? bytes : new File([bytes], name, { type: bytes.type });
  const reason = refusal(desk, { id, name, size: file.size, type: file.type });
  if (reason) return { status: 'refused', reason };
  const { ubrn } = store.state.referral;
  const onProgress = (sentBytes: number, totalBytes: number): void => {
    if (!stop.aborted)
      updateFile(desk, id, { state: { status: 'uploading', sentBytes, totalBytes } });
  };
  const { result } = await sendJournalled(desk, { action: 'upload-file', ubrn }, (options) =>
    ports.client.uploadFile(ubrn, file, { ...options, signal: stop, onProgress }),
  );
  if (result.outcome === 'done') {
    return { status: 'uploaded', url: result.value.url, at: ports.clock.now() };
  }
  return { status: 'not-uploaded', problem: stop.aborted ? undefined : result.problem };
}

export function stopFile(desk: LetterDesk, id: string): void {
  const status = fileOf(desk, id)?.state.status;
  if (status === 'waiting') updateFile(desk, id, { state: { status: 'not-uploaded' } });
  desk.uploads.get(id)?.abort();
}

export function leaveOut(desk: LetterDesk, id: string): void {
  const { store } = desk;
  desk.uploads.get(id)?.abort();
  desk.sources.delete(id);
  update(store, { files: store.state.files.filter((file) => file.id !== id) });
}

/** An upload may be sent again: a file in the store that nothing links to harms nobody. */
export async function retryFile(desk: LetterDesk, id: string): Promise<void> {
  if (fileOf(desk, id)?.state.status !== 'not-uploaded') return;
  updateFile(desk, id, { state: WAITING });
  await uploadWaiting(desk);
}

export async function renameFile(desk: LetterDesk, id: string): Promise<void> {
  const file = fileOf(desk, id);
  if (file?.state.status !== 'refused' || file.state.reason !== 'duplicate-file-name') return;
  updateFile(desk, id, { name: renameFree(file.name, otherNames(desk, id)), state: WAITING });
  await uploadWaiting(desk);
}
