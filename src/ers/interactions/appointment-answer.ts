import type { AppointmentRecord, AppointmentVersion } from '../../domain/appointment-record.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import { parseUbrn, type Ubrn } from '../../domain/ubrn.ts';
import { appointmentShape, toAppointment } from '../shapes/appointment.ts';
import { found, unreadableAt, type Reading } from '../shapes/reading.ts';
import { refined } from '../shapes/shape.ts';
import { versionOfETag } from '../shapes/values.ts';
import type { ErsResponse } from '../transport.ts';
import type { Mismatch } from './interaction.ts';

/** Over HSCN an appointment tells no version of its own. */
type MadeAppointment = Omit<AppointmentRecord, 'version'> & {
  version?: AppointmentVersion | undefined;
};

/** An appointment that is the whole answer. */
export function parseAppointmentRecord({ body, headers }: ErsResponse): Reading<AppointmentRecord> {
  return readAppointmentRecord(body, versionOfETag(headers['etag']));
}

/** The body's version wins over the ETag. */
export function readAppointmentRecord(body: unknown, etag?: string): Reading<AppointmentRecord> {
  const made = readAppointment(body);
  if (!made.ok) return made;
  const version = made.value.version ?? (etag as AppointmentVersion | undefined);
  return version ? found({ ...made.value, version }) : unreadableAt('meta.versionId');
}

/** With the referral's new version, which is the answer's: one write may raise it by any number. */
export const readAppointment = refined(appointmentShape, (read): Reading<MadeAppointment> => {
  const { id, version, incomingReferral } = read;
  const [referral] = incomingReferral;
  const ubrn = parseUbrn(referral?.id ?? '');
  if (!id) return unreadableAt('id');
  if (!referral?.version || !ubrn) return unreadableAt('incomingReferral');
  const referralVersion = referral.version as ReferralVersion;
  return found({ id, version, ubrn, referralVersion, appointment: toAppointment(read) });
});

/** That it is not of the patient or not of the referral that was asked about. */
export function isOfOthers(
  { ubrn, appointment: { patient } }: Pick<AppointmentRecord, 'ubrn' | 'appointment'>,
  asked: { ubrn: Ubrn; patient: string | undefined },
): Mismatch | undefined {
  // Over HSCN an appointment may name no patient.
  if (patient !== undefined && patient !== asked.patient) return 'wrong-patient';
  return ubrn === asked.ubrn ? undefined : { field: 'incomingReferral' };
}
