import type { AppointmentRecord } from '../../domain/appointment-record.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type { AppointmentCancellationReason } from '../../domain/reference-list.ts';
import { cancelAppointment } from '../interactions/a034-cancel-appointment.ts';
import { retrieveAppointment } from '../interactions/a038-retrieve-appointment.ts';
import type { Calls, ReadOptions, WriteOptions } from './verbs.ts';

export interface AppointmentCancellation {
  /** As it was read a moment ago: booked, and the current one of its referral. */
  record: AppointmentRecord;
  /** One whose usage is CANCEL. */
  reason: Pick<AppointmentCancellationReason, 'code' | 'usage' | 'commentIsMandatory'>;
  /** Needed where the reason says so. */
  comment?: string | undefined;
}

/** Appointments by themselves. Only the API platform has them. */
export interface AppointmentVerbs {
  /** By the id that the referral gives; a 404 is a version or an appointment that is no more. */
  retrieveAppointment(id: string, options?: ReadOptions): Promise<AppointmentRecord>;
  /** A directly booked one, in the provider's own system too: up to two minutes. */
  cancelAppointment(
    cancellation: AppointmentCancellation,
    options: WriteOptions,
  ): Promise<WriteResult<AppointmentRecord>>;
}

export function appointmentVerbs({ read, write }: Calls): AppointmentVerbs {
  return {
    retrieveAppointment: read(retrieveAppointment),
    cancelAppointment: write(cancelAppointment),
  };
}
