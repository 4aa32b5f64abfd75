import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { parameterNamed, resource } from '../shapes/grouped.ts';
import type { Reading } from '../shapes/reading.ts';
import { readReferral } from '../shapes/referral.ts';
import { both, mapped, one, oneOrNone } from '../shapes/shape.ts';
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
    const options = { etag: undefined, derivesState: quirks.derivesReferralState ?? false };
    const parts = both(
      parameterNamed(
        'updatedReferralRequest',
        one(resource((held) => readReferral(held, options))),
      ),
      parameterNamed(appointmentName, isMade ? one(record) : oneOrNone(record)),
    );
    return mapped(parts, ([referral, appointment]) => ({ referral, appointment }))(body);
  };
}
