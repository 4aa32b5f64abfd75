import type { Core } from './core.ts';
import type { Availability, StoredFile } from './model.ts';

/** How the malware scan treats what is uploaded from now on. */
export interface Scanning {
  /** Simulated minutes that a file stays PENDING. */
  minutes: number;
  result: Availability;
}

export function availabilityOf(core: Core, file: StoredFile): Availability {
  return core.clock.now() < file.scan.due ? 'PENDING' : file.scan.result;
}

/** The scan of a file ends now, or starts again with PENDING. */
export function setAvailability(core: Core, file: StoredFile, result: Availability): void {
  file.scan = { result, due: core.clock.now() };
}
