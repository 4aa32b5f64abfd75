/**
 * Why something is not kept on this computer.
 * - `refused`: the browser gives no storage here (private window, opaque origin, denied)
 * - `full`: no room is left
 * - `silent`: the store does not answer
 * - `newer`: a newer version of these widgets keeps its rows there
 * - `failed`: anything else that the store says
 */
export type StorageReason = 'refused' | 'full' | 'silent' | 'newer' | 'failed';

export class StorageProblem extends Error {
  override readonly name = 'StorageProblem';

  constructor(
    readonly reason: StorageReason,
    options?: ErrorOptions,
  ) {
    super(`Not kept on this computer: ${reason}`, options);
  }
}

// Chromium, Firefox and Safari name a full store differently; a write that found no room is aborted.
const REASONS: ReadonlyMap<string, StorageReason> = new Map([
  ['QuotaExceededError', 'full'],
  ['AbortError', 'full'],
  ['VersionError', 'newer'],
  ['SecurityError', 'refused'],
  ['NotAllowedError', 'refused'],
]);

export function storageProblem(error: unknown): StorageProblem {
  if (error instanceof StorageProblem) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StorageProblem(REASONS.get(name) ?? 'failed', { cause: error });
}
