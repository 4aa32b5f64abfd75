import type { Clock } from '../domain/instant.ts';
import type { Letter } from '../domain/letter.ts';
import type { ReviewingVerbs } from '../ers/verbs/reviewing.ts';
import { update, type Store } from './flow.ts';
import { readProblem } from './reading.ts';
import type { ReviewFile } from './review-referral.ts';

type Files = ReadonlyMap<string, ReviewFile>;

/** A flow in which linked files are opened. */
export interface FileDesk<State extends { files: Files }> {
  ports: {
    client: Pick<ReviewingVerbs, 'retrieveFile'>;
    clock: Pick<Clock, 'now'>;
    newId: () => string;
  };
  store: Store<State>;
  /** Ends with the flow. */
  life: AbortController;
}

/** What e-RS has not checked, or found unsafe or broken, is not asked for. */
export async function openLinkedFile<State extends { files: Files }>(
  desk: FileDesk<State>,
  letter: Letter | undefined,
): Promise<void> {
  const { ports, store, life } = desk;
  if (!store.isOpen || letter?.availability !== 'AVAILABLE') return;
  const { url } = letter;
  const { load } = store.state.files.get(url) ?? {};
  if (load?.status === 'opening' || load?.status === 'open') return;
  const { signal } = life;
  setFile(desk, url, { load: { status: 'opening', since: ports.clock.now() } });
  try {
    const content = await ports.client.retrieveFile(url, { signal });
    if (store.state.files.get(url)?.load.status !== 'opening') return;
    const openedAt = ports.clock.now();
    setFile(desk, url, { load: { status: 'open', content }, openedAt });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) setFile(desk, url, { load: { status: 'failed', problem } });
  }
}

/** Its bytes are let go; that it was opened stays. */
export function closeFile<State extends { files: Files }>(
  desk: FileDesk<State>,
  url: string,
): void {
  if (desk.store.state.files.has(url)) setFile(desk, url, { load: { status: 'closed' } });
}

function setFile<State extends { files: Files }>(
  { store }: FileDesk<State>,
  url: string,
  change: ReviewFile,
): void {
  const { files } = store.state;
  const changed: Files = new Map(files).set(url, { ...files.get(url), ...change });
  update(store, { files: changed } as Partial<State>);
}
