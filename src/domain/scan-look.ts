import { addMilliseconds, type Instant } from './instant.ts';
import type { Letter } from './letter.ts';

/** e-RS wants 5 minutes at least between two looks at a file that is being scanned (A006, A042). */
const BETWEEN_LOOKS_MS = 5 * 60_000;

export interface ScanLook {
  /** When a newer look than the one on screen was tried and failed. */
  missedAt: Instant | undefined;
  /** From when e-RS may be asked again. */
  nextAt: Instant;
}

/** Absent when no file is being scanned: what the scan has found is final. */
export function scanLook(
  letters: readonly Letter[],
  readAt: Instant,
  triedAt: Instant | undefined,
): ScanLook | undefined {
  if (!letters.some(({ availability }) => availability === 'PENDING')) return undefined;
  const missedAt = triedAt && triedAt > readAt ? triedAt : undefined;
  return { missedAt, nextAt: addMilliseconds(missedAt ?? readAt, BETWEEN_LOOKS_MS) };
}
