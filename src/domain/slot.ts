import type { Clinician } from './user.ts';
import type { Instant } from './instant.ts';

export interface Slot {
  id: string;
  serviceId: string;
  start: Instant;
  end: Instant;
  /** Absent when the service allocates nobody by name. */
  clinician?: Clinician | undefined;
}

export interface SlotPage {
  slots: readonly Slot[];
  /** What e-RS says matches in all, over every page. */
  total: number;
  /** The page to ask for next; absent on the last. Pages are not a snapshot: de-duplicate by id. */
  nextPage?: number | undefined;
}
