import * as v from 'valibot';
import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import type { Result } from '../../domain/result.ts';
import { one, parameters, resource } from '../shapes/grouped.ts';
import { readAs, within } from '../shapes/reading.ts';
import { readReferral } from '../shapes/referral.ts';
import { maybe } from '../shapes/values.ts';
import type { ErsResponse } from '../transport.ts';
import { readAppointmentRecord } from './appointment-answer.ts';
import { resultOf, type ReadingContext } from './interaction.ts';

const REFERRAL = 'updatedReferralRequest';

/**
 * Reads an answer that holds a referral and, under the name given, the appointment that was made or
 * ended with it. It has no ETag: the versions are those of the bodies.
 */
export function parseReferralAnd(
  appointmentName: 'createdAppointment' | 'updatedAppointment',
): (answer: ErsResponse, context: ReadingContext) => Result<ReferralWithAppointment> {
  const shape = v.object({
    resourceType: v.literal('Parameters'),
    parameter: parameters({
      [REFERRAL]: one(resource),
      [appointmentName]: maybe(one(resource)),
    }),
  });
  return (answer, { dialect, origin }) => {
    const outer = readAs(shape, answer.body);
    if (!outer.ok) return resultOf(outer, answer, origin);
    const { [REFERRAL]: held, [appointmentName]: beside } = outer.value.parameter;
    const options = { etag: undefined, derivesState: dialect.quirks.derivesReferralState };
    const referral = within(REFERRAL, readReferral(held, options));
    if (!referral.ok) return resultOf(referral, answer, origin);
    if (beside === undefined) return { ok: true, value: { referral: referral.value } };
    const appointment = within(appointmentName, readAppointmentRecord(beside));
    if (!appointment.ok) return resultOf(appointment, answer, origin);
    return { ok: true, value: { referral: referral.value, appointment: appointment.value } };
  };
}
