import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import type { Result } from '../../domain/result.ts';
import { parameterNamed, resource } from '../shapes/grouped.ts';
import { readReferral } from '../shapes/referral.ts';
import { both, mapped, one, oneOrNone } from '../shapes/shape.ts';
import type { ErsResponse } from '../transport.ts';
import { readAppointmentRecord } from './appointment-answer.ts';
import { resultOf, type ReadingContext } from './interaction.ts';

/**
 * Reads an answer that holds a referral and, under the name given, the appointment that was made or
 * ended with it. It has no ETag: the versions are those of the bodies.
 */
export function parseReferralAnd(
  appointmentName: 'createdAppointment' | 'updatedAppointment',
): (answer: ErsResponse, context: ReadingContext) => Result<ReferralWithAppointment> {
  const record = resource((body) => readAppointmentRecord(body));
  return (answer, { dialect, origin }) => {
    const options = { etag: undefined, derivesState: dialect.quirks.derivesReferralState };
    const referralOf = resource((body) => readReferral(body, options));
    const parts = both(
      parameterNamed('updatedReferralRequest', one(referralOf)),
      parameterNamed(appointmentName, oneOrNone(record)),
    );
    const shape = mapped(parts, ([referral, appointment]) => ({ referral, appointment }));
    return resultOf(shape(answer.body), answer, origin);
  };
}
