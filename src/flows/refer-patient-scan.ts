import { scanLook } from '../domain/scan-look.ts';
import { update } from './flow.ts';
import { readReferral } from './reading.ts';
import type { ReferDesk } from './refer-desk.ts';
import { isWriting, tellAll } from './refer-patient-parts.ts';

/**
 * Reads the referral again where a file is being scanned and it is time. What could not be read
 * changes nothing that is shown but the time at which it was tried.
 */
export async function lookAtScan(desk: ReferDesk): Promise<void> {
  const { ports, store, parts } = desk;
  if (!parts || desk.scanning || isWriting(desk) || !isDue(desk)) return;
  const { referral } = parts;
  desk.scanning = new AbortController();
  const read = await readReferral(ports, referral.ubrn, desk.scanning.signal);
  desk.scanning = undefined;
  // What was written meanwhile is newer than what was read.
  if (!read || desk.parts?.referral !== referral || isWriting(desk)) return;
  if (read.ok) tellAll(desk, parts, read.value);
  else update(store, { scanTriedAt: ports.clock.now() });
}

function isDue({ ports, store }: ReferDesk): boolean {
  const { step, opened, scanTriedAt } = store.state;
  if (opened.status !== 'open' || (step !== 'letters' && step !== 'record')) return false;
  const look = scanLook(opened.referral.letters, opened.at, scanTriedAt);
  return look !== undefined && look.nextAt <= ports.clock.now();
}
