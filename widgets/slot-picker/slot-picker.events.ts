import type { Ubrn } from '../../src/domain/ubrn.ts';

export interface AppointmentBookedDetail {
  ubrn: Ubrn;
  /** Absent where e-RS did not return it. */
  appointmentId?: string | undefined;
}

/** Of a deferral, or of what was sent for triage. */
export interface ReferralDetail {
  ubrn: Ubrn;
}

/** It may or may not have happened; the screen says what was found since. */
export interface WriteUnknownDetail {
  /** `booking`, `deferral` or `triage`. */
  write: string;
  ubrn?: string | undefined;
}

declare global {
  interface HTMLElementEventMap {
    'ers-appointment-booked': CustomEvent<AppointmentBookedDetail>;
    'ers-referral-deferred': CustomEvent<ReferralDetail>;
    'ers-sent-for-triage': CustomEvent<ReferralDetail>;
    'ers-write-unknown': CustomEvent<{ write: string; ubrn?: string | undefined }>;
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}
