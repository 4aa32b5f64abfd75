import type { Ubrn } from '../../src/domain/ubrn.ts';

export interface AppointmentBookedDetail {
  ubrn: Ubrn;
  /** Absent where e-RS did not return it. */
  appointmentId?: string | undefined;
}

export interface ReferralDeferredDetail {
  ubrn: Ubrn;
}

/** It may or may not have happened; the screen says what was found since. */
export interface WriteUnknownDetail {
  /** `booking` or `deferral`. */
  write: string;
  ubrn?: string | undefined;
}

declare global {
  interface HTMLElementEventMap {
    'ers-appointment-booked': CustomEvent<AppointmentBookedDetail>;
    'ers-referral-deferred': CustomEvent<ReferralDeferredDetail>;
    'ers-write-unknown': CustomEvent<{ write: string; ubrn?: string | undefined }>;
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}
