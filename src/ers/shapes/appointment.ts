import * as v from 'valibot';
import type { Appointment } from '../../domain/referral.ts';
import { parseReference } from '../../fhir/references.ts';
import { participants } from './participants.ts';
import { conceptWithSystem, instant, maybe, version } from './values.ts';

/** The Appointment of e-RS: contained in a referral, or the answer to a booking or deferral. */
export const appointmentShape = v.object({
  resourceType: v.literal('Appointment'),
  id: maybe(v.string()),
  meta: maybe(v.object({ versionId: maybe(version) })),
  status: v.string(),
  start: maybe(instant),
  end: maybe(instant),
  created: maybe(instant),
  comment: maybe(v.string()),
  reason: maybe(v.array(conceptWithSystem)),
  participant: participants,
  incomingReferral: maybe(
    v.array(
      v.pipe(
        v.object({ reference: v.string() }),
        v.transform(({ reference }) => parseReference(reference)),
      ),
    ),
  ),
});

export type ReadAppointment = v.InferOutput<typeof appointmentShape>;

export function toAppointment(read: ReadAppointment): Appointment {
  const { service, patient, clinician } = read.participant;
  const [reason] = read.reason ?? [];
  return {
    id: read.id,
    status: read.status,
    service: { id: service.value, name: service.display },
    patient: patient?.value,
    start: read.start,
    end: read.end,
    clinician: clinician && { sdsUserId: clinician.value, name: clinician.display },
    reason: reason && { code: reason.code, display: reason.display },
    comment: read.comment,
    created: read.created,
  };
}
