import type { AppointmentVersion } from '../../domain/appointment-record.ts';
import type { Appointment } from '../../domain/referral.ts';
import { parseReference } from '../../fhir/references.ts';
import { participants } from './actors.ts';
import {
  anyNumberOf,
  at,
  mapped,
  maybe,
  object,
  one,
  resourceOf,
  text,
  type Read,
} from './shape.ts';
import { instant, ownVersion, reference } from './values.ts';

/** Its meaning hangs on the system that it is of. */
const reason = at('coding', one(object({ system: maybe(text), code: text, display: maybe(text) })));

/** The Appointment of e-RS: contained in a referral, or the answer to a booking or deferral. */
export const appointmentShape = resourceOf('Appointment', {
  id: maybe(text),
  version: ownVersion<AppointmentVersion>(),
  status: text,
  start: maybe(instant),
  end: maybe(instant),
  created: maybe(instant),
  comment: maybe(text),
  reason: mapped(anyNumberOf(reason), ([first]) => first),
  participant: participants,
  incomingReferral: anyNumberOf(mapped(reference, parseReference)),
});

export type ReadAppointment = Read<typeof appointmentShape>;

export function toAppointment(read: ReadAppointment): Appointment {
  const { reason: given } = read;
  return {
    id: read.id,
    status: read.status,
    ...read.participant,
    start: read.start,
    end: read.end,
    reason: given && { code: given.code, display: given.display },
    comment: read.comment,
    created: read.created,
  };
}
