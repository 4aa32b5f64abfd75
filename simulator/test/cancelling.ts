import { operate, parametersOf, reason, versionOf } from './desks.ts';
import type { Answer, Caller, Parameter } from './hscn-caller.ts';
import { appointmentBody } from './hscn-caller.ts';

/** A036 at the present version. */
export function cancel(caller: Caller, ubrn: string, parts: Parameter[]): Promise<Answer> {
  return operate(caller, 'ReferralRequest', {
    ubrn,
    name: 'cancelReferral',
    version: versionOf(caller, ubrn),
    body: parametersOf('eRS-CancelReferral-Request-Parameters-1', parts),
  });
}

/** How an A034 departs from the appointment as it is. */
export interface Put {
  code?: string;
  comment?: string;
  fields?: Record<string, unknown>;
  version?: number;
}

/** A034 with what A038 would have shown; fields and the version may be bent. */
export function cancelBooking(caller: Caller, ubrn: string, put: Put = {}): Promise<Answer> {
  const { code = 'PATIENT_HOLIDAY', comment, fields } = put;
  const appointment = caller.simulator.core.referrals.get(ubrn)?.appointment;
  const id = appointment?.id ?? '';
  const { valueCoding } = reason('reason', 'APPOINTMENT-CANCELLATION-REASON', code);
  const wanted = {
    ubrn,
    version: versionOf(caller, ubrn),
    serviceId: appointment?.serviceId ?? '',
  };
  const body = appointmentBody(wanted, {
    id,
    status: 'cancelled',
    reason: [{ coding: [valueCoding] }],
    ...(comment && { comment }),
    ...fields,
  });
  const version = put.version ?? appointment?.version ?? 0;
  const headers = { 'If-Match': `W/"${version}"` };
  return caller.call(`/Appointment/${id}`, { method: 'PUT', body, headers });
}
