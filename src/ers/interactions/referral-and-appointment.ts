import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { parametersResource, resource } from '../shapes/grouped.ts';
import type { Reading } from '../shapes/reading.ts';
import { readReferral } from '../shapes/referral.ts';
import { from, one, oneOrNone } from '../shapes/shape.ts';
import type { ErsResponse } from '../transport.ts';
import { readAppointmentRecord } from './appointment-answer.ts';

/**
 * Reads an answer that holds a referral and, under the name given, the appointment that was made or
 * ended with it. It has no ETag: the versions are those of the bodies.
 */
export function parseReferralAnd(
  appointmentName: 'createdAppointment' | 'updatedAppointment',
): (answer: ErsResponse, dialect: Dialect) => Reading<ReferralWithAppointment> {
  const record = resource((body) => readAppointmentRecord(body));
  // One that is ended was there only if the referral had one (interactions.md §9).
  const isMade = appointmentName === 'createdAppointment';
  return ({ body }, { quirks }) => {
    const options = { derivesState: quirks.derivesReferralState };
    const referral = resource((held) => readReferral(held, options));
    const parts = parametersResource({
      referral: from('updatedReferralRequest', one(referral)),
      appointment: from(appointmentName, isMade ? one(record) : oneOrNone(record)),
    });
    return parts(body);
  };
}
