import type { AppointmentRecord } from '../../domain/appointment-record.ts';
import { parseAppointmentRecord } from './appointment-answer.ts';
import type { Interaction } from './interaction.ts';

/** One appointment with its own version, by the id that its referral gives. */
export const retrieveAppointment: Interaction<string, AppointmentRecord> = {
  id: 'A038',
  kind: 'read',
  build: (appointmentId) => ({ params: { appointmentId } }),
  parse: parseAppointmentRecord,
  mismatch: ({ id }, appointmentId) => (id === appointmentId ? undefined : { field: 'id' }),
};
