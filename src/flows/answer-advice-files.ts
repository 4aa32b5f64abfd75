import type { Letter } from '../domain/letter.ts';
import type { WriteBackResult } from '../host/host-adapter.ts';
import type { AdviceDesk } from './answer-advice-desk.ts';
import { update } from './flow.ts';
import { openLinkedFile } from './opened-files.ts';
import { readProblem } from './reading.ts';

/** Of the request and of all its messages. */
export function openFile(desk: AdviceDesk, url: string): Promise<void> {
  const { request, messages } = desk.store.state;
  const letters: Letter[] = [...(request?.files ?? []), ...messages.flatMap(({ files }) => files)];
  return openLinkedFile(
    desk,
    letters.find((each) => each.url === url),
  );
}

/** Made by e-RS anew at each asking. */
export async function fetchOverview(desk: AdviceDesk): Promise<void> {
  const { ports, store, start, overviewRead } = desk;
  const { client, clock } = ports;
  const { overview, request } = store.state;
  const isAsked = overview.status === 'fetching' || overview.status === 'not-offered';
  if (!store.isOpen || !request || isAsked) return;
  const signal = overviewRead.start();
  update(store, { overview: { status: 'fetching', since: clock.now() } });
  try {
    const file = await client.retrieveAdviceOverview(start.ubrn, { signal });
    if (!signal.aborted) update(store, { overview: { status: 'ready', file, at: clock.now() } });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) update(store, { overview: { status: 'failed', problem } });
  }
}

export function stopOverview({ store, overviewRead }: AdviceDesk): void {
  if (store.state.overview.status !== 'fetching') return;
  overviewRead.stop();
  update(store, { overview: { status: 'stopped' } });
}

/** Once is enough: the record should not hold it twice. */
export async function fileOverview({ ports, store, start }: AdviceDesk): Promise<void> {
  const { overview } = store.state;
  if (!store.isOpen || overview.status !== 'ready' || isFiled(overview.filed)) return;
  const { file } = overview;
  update(store, { overview: { ...overview, filed: 'asking' } });
  const request = { ubrn: start.ubrn, kind: 'advice-conversation' as const, file };
  const filed = await (ports.writeBack?.(request) ?? UNSUPPORTED).catch(() => REJECTED);
  const now = store.state.overview;
  if (now.status === 'ready' && now.file === file) update(store, { overview: { ...now, filed } });
}

function isFiled(filed: WriteBackResult | 'asking' | undefined): boolean {
  return filed === 'asking' || filed?.status === 'accepted' || filed?.status === 'queued';
}

const UNSUPPORTED: Promise<WriteBackResult> = Promise.resolve({ status: 'unsupported' });
const REJECTED: WriteBackResult = { status: 'rejected' };
