import type { AppointmentRecord } from '../../domain/appointment-record.ts';
import { cancelsAppointment } from '../../domain/cancellation-reasons.ts';
import { coding } from '../../fhir/codings.ts';
import type { AppointmentCancellation } from '../verbs/appointments.ts';
import { isOfOthers, parseAppointmentRecord } from './appointment-answer.ts';
import { partyRules, renderAppointment, type Parties } from './appointment-body.ts';
import type { Interaction } from './interaction.ts';
import { missing, wrong } from './rules.ts';

function partiesOf({ ubrn, referralVersion, appointment }: AppointmentRecord): Parties {
  const { patient = '', service, clinician } = appointment;
  return {
    ubrn,
    version: referralVersion,
    patient,
    serviceId: service.id,
    clinician: clinician?.sdsUserId,
  };
}

/** Cancels a directly booked appointment and keeps its referral, which can be booked again. */
export const cancelAppointment: Interaction<AppointmentCancellation, AppointmentRecord> = {
  id: 'A034',
  kind: 'write',
  // interactions.md §9. That the appointment is the current one, only e-RS knows.
  rules: ({ record, reason, comment }) => [
    ...partyRules(partiesOf(record)),
    {
      refused: 'wrong-state',
      field: 'status',
      isBroken: record.appointment.status !== 'booked',
    },
    wrong('reason', !cancelsAppointment(reason)),
    missing('comment', reason.commentIsMandatory && !comment?.trim()),
  ],
  build({ record, reason, comment }, { quirks, referenceListBase }) {
    const { id, version } = record;
    const system = `${referenceListBase}APPOINTMENT-CANCELLATION-REASON`;
    const body = {
      ...renderAppointment(partiesOf(record), quirks, record),
      status: 'cancelled',
      reason: [{ coding: [coding(system, reason.code)] }],
      ...(comment && { comment }),
    };
    return { params: { appointmentId: id }, ifMatch: version, body };
  },
  parse: parseAppointmentRecord,
  mismatch(cancelled, { record }) {
    const others = isOfOthers(cancelled, partiesOf(record));
    if (others) return others;
    if (cancelled.id !== record.id) return { field: 'id' };
    return cancelled.appointment.status === 'cancelled' ? undefined : { field: 'status' };
  },
};
