import type { AppointmentRecord, AppointmentVersion } from '../../domain/appointment-record.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { appointmentBody, type Json } from '../answers.fixtures.ts';

/** The booked appointment of the fixtures, as somebody read it. */
export const bookedRecord: AppointmentRecord = {
  id: '51234',
  version: '1' as AppointmentVersion,
  ubrn: '000049283317' as Ubrn,
  referralVersion: '8' as ReferralVersion,
  appointment: {
    id: '51234',
    status: 'booked',
    service: { id: '11008', name: 'Community Cardiology Clinic' },
    patient: '9990123454',
  },
};

/** As e-RS answers it, with its own version. */
export function versionedAppointment(over: Json = {}): Json {
  return appointmentBody({ meta: { versionId: '1' }, ...over });
}
