import type { Urgency } from '../rate-limiter.ts';
import type { OperationId } from '../transport.ts';
import type { Read } from '../reading.ts';
import type { Write } from '../writing.ts';

/** A read can be given up. Its answer is then dropped and it rejects with an AbortError. */
export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** `ahead` lets everything go first that somebody is looking at. Default: `looked-at`. */
  urgency?: Urgency | undefined;
}

/** A write is sent once. `intentId` is the journal's id of it; the proxy keeps the result under it. */
export interface WriteOptions {
  intentId: string;
}

export interface UploadOptions extends WriteOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((sentBytes: number, totalBytes: number) => void) | undefined;
}

/** What every group of verbs is made of. */
export interface Calls {
  read: Read;
  write: Write;
  /** Whether the dialect has it, for verbs that two of them can do. */
  has: (operation: OperationId) => boolean;
}
