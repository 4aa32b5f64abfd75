import { bookSlot } from '../core/book-slot.ts';
import type { Core } from '../core/core.ts';
import { deferToProvider } from '../core/defer-to-provider.ts';
import type { Referral } from '../core/model.ts';
import {
  findReferral,
  referralOf,
  requireRelationship,
  requireUnlocked,
  requireVersion,
} from '../core/referrals.ts';
import { refuse } from '../core/refusal.ts';
import { writeAppointment } from './appointment.ts';
import { incomingReferralOf, readBooking, readDeferral, statusOf } from './appointment-request.ts';
import type { FhirInteraction } from './interaction.ts';
import { referrers } from './interaction.ts';
import { internalBase } from './names.ts';
import { fhirJson } from './operation-outcome.ts';
import { readJson, requireResource } from './request-body.ts';

/** Booking and deferring name an unknown referral differently (hscn.md §7). */
function namedReferral(core: Core, ubrn: string, status: 'booked' | 'proposed'): Referral {
  if (status === 'proposed') return referralOf(core, ubrn);
  return (
    findReferral(core, ubrn) ?? refuse('REFERENCE_NOT_FOUND', 'incomingReferral', 'is not known.')
  );
}

export const bookOrDefer: FhirInteraction = {
  id: 'A016',
  kind: 'fhir',
  method: 'POST',
  paths: ['/Appointment'],
  roles: referrers,
  answer: async ({ core, caller, request }) => {
    const body = requireResource(await readJson(request), 'Appointment', 'Appointment');
    const status = statusOf(body);
    const { ubrn, version } = incomingReferralOf(body);
    const referral = namedReferral(core, ubrn, status);
    requireUnlocked(core, referral);
    requireVersion(referral, version);
    requireRelationship(core, referral, caller);
    const appointment =
      status === 'booked'
        ? bookSlot(core, caller, { referral, wanted: readBooking(body) })
        : deferToProvider(core, caller, { referral, wanted: readDeferral(body) });
    const { id, version: appointmentVersion } = appointment;
    return fhirJson(writeAppointment(core, referral, appointment), 201, {
      Location: `${internalBase}/Appointment/${id}/_history/${appointmentVersion}`,
    });
  },
};
