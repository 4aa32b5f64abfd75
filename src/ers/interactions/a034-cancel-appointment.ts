import type { AppointmentRecord } from '../../domain/appointment-record.ts';
import { cancelsAppointment } from '../../domain/cancellation-reasons.ts';
import { coding } from '../../fhir/codings.ts';
import type { AppointmentCancellation } from '../verbs/appointments.ts';
import { parseAppointmentRecord } from './appointment-answer.ts';
import { partyRules, renderAppointment } from './appointment-body.ts';
import { firstBroken, type Interaction } from './interaction.ts';

/** Cancels a directly booked appointment and keeps its referral, which can be booked again. */
export const cancelAppointment: Interaction<AppointmentCancellation, AppointmentRecord> = {
  id: 'A034',
  kind: 'write',
  build({ record, reason, comment }, { quirks, referenceListBase }) {
    const { id, version, ubrn, appointment } = record;
    const parties = {
      ubrn,
      version: record.referralVersion,
      patient: appointment.patient ?? '',
      serviceId: appointment.service.id,
      clinician: appointment.clinician?.sdsUserId,
    };
    const refusal = firstBroken([
      ...partyRules(parties),
      { when: appointment.status !== 'booked', refused: 'wrong-state', field: 'status' },
      { when: !cancelsAppointment(reason), refused: 'field-wrong', field: 'reason' },
      {
        when: reason.commentIsMandatory && !comment?.trim(),
        refused: 'field-required',
        field: 'comment',
      },
    ]);
    const system = `${referenceListBase}APPOINTMENT-CANCELLATION-REASON`;
    const body = {
      ...renderAppointment(parties, quirks, { id, version }),
      status: 'cancelled',
      reason: [{ coding: [coding(system, reason.code)] }],
      ...(comment && { comment }),
    };
    return refusal ?? { operation: 'A034', params: { appointmentId: id }, ifMatch: version, body };
  },
  parse: parseAppointmentRecord,
  mismatch({ id, ubrn, appointment: { patient, status } }, { record }) {
    if (patient !== undefined && patient !== record.appointment.patient) return 'wrong-patient';
    if (id !== record.id) return { field: 'id' };
    if (ubrn !== record.ubrn) return { field: 'incomingReferral' };
    return status === 'cancelled' ? undefined : { field: 'status' };
  },
  failures: {},
};
