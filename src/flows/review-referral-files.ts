import { referralChanges } from '../domain/referral-changes.ts';
import { scanLook } from '../domain/scan-look.ts';
import { update } from './flow.ts';
import { openLinkedFile } from './opened-files.ts';
import { readProblem } from './reading.ts';
import { isSettled, takeReading, type ReviewDesk } from './review-referral-desk.ts';
import { readForReview } from './review-referral-reading.ts';
import { takeAndCompare } from './review-referral-conflict.ts';

export function openFile(desk: ReviewDesk, url: string): Promise<void> {
  const { referral } = desk.store.state;
  return openLinkedFile(
    desk,
    referral?.letters.find((each) => each.url === url),
  );
}

/** Made by e-RS anew at each asking. */
export async function fetchSummary({
  ports,
  store,
  start,
  summaryRead,
}: ReviewDesk): Promise<void> {
  const { client, clock } = ports;
  const { summary, referral } = store.state;
  if (!store.isOpen || !referral || summary.status === 'fetching') return;
  const signal = summaryRead.start();
  update(store, { summary: { status: 'fetching', since: clock.now() } });
  try {
    const file = await client.retrieveClinicalInformation(start.ubrn, { signal });
    if (!signal.aborted) update(store, { summary: { status: 'ready', file, at: clock.now() } });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) update(store, { summary: { status: 'failed', problem } });
  }
}

export function stopSummary({ store, summaryRead }: ReviewDesk): void {
  if (store.state.summary.status !== 'fetching') return;
  summaryRead.stop();
  update(store, { summary: { status: 'stopped' } });
}

/**
 * Reads the referral again where a file is being checked and it is time. What else has changed with
 * it is told as such, not slipped under what is being decided.
 */
export async function lookAtScan(desk: ReviewDesk): Promise<void> {
  const { ports, store, life } = desk;
  const { referral, scan, phase, readAt } = store.state;
  const isDue = scan !== undefined && scan.nextAt <= ports.clock.now();
  if (!store.isOpen || !referral || !isDue || desk.scanning || !isSettled(phase)) return;
  desk.scanning = true;
  const read = await readForReview(desk, life.signal);
  desk.scanning = false;
  const isStill = store.state.referral === referral && isSettled(store.state.phase);
  if (!read || !isStill || !readAt) return;
  if (!read.ok) {
    const triedAt = ports.clock.now();
    update(store, { scan: scanLook(referral.letters, readAt, triedAt) });
    return;
  }
  const changes = referralChanges(referral, read.value.referral);
  const isScanAlone = changes.every(({ what }) => what === 'file-changed');
  if (isScanAlone) takeReading(desk, read.value);
  else {
    const conflict = takeAndCompare(desk, read.value, { action: store.state.chosen });
    if (conflict) update(store, { phase: conflict });
  }
}
