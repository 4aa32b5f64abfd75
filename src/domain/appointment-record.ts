import type { Appointment, Referral, ReferralVersion } from './referral.ts';
import type { Ubrn } from './ubrn.ts';

declare const appointmentVersion: unique symbol;

/** Of an appointment alone: it and its referral change apart. Taken from an answer, never computed. */
export type AppointmentVersion = string & { readonly [appointmentVersion]: true };

/** An appointment read by itself, so that it may be cancelled: with both versions. */
export interface AppointmentRecord {
  id: string;
  version: AppointmentVersion;
  ubrn: Ubrn;
  /** The referral's own, at the same moment. */
  referralVersion: ReferralVersion;
  appointment: Appointment;
}

/** A referral with the appointment that was made or ended together with it. */
export interface ReferralWithAppointment {
  referral: Referral;
  appointment?: AppointmentRecord | undefined;
}
