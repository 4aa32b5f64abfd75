import { bookSlot } from '../../core/book-slot.ts';
import type { Core } from '../../core/core.ts';
import { deferToProvider } from '../../core/defer-to-provider.ts';
import type { Appointment, Referral } from '../../core/model.ts';
import {
  findReferral,
  hasRelationship,
  referralOf,
  requireChangeable,
  requireOrdinaryPatient,
  requireRelationship,
} from '../../core/referrals.ts';
import { refuse } from '../../core/refusal.ts';
import { sendForTriage } from '../../core/send-for-triage.ts';
import { etag, fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { onBoth, referrers } from '../../http/interaction.ts';
import { writeAppointment } from '../appointment.ts';
import {
  incomingReferralOf,
  proposalReasonOf,
  readBooking,
  readDeferral,
  readProposal,
  requireForm,
  statusOf,
} from '../appointment-request.ts';
import type { JsonObject } from '../request-body.ts';
import { readJson, requireResource } from '../request-body.ts';

/** Booking and deferring name an unknown referral differently (hscn.md §7). */
function namedReferral(core: Core, ubrn: string, status: 'booked' | 'proposed'): Referral {
  if (status === 'proposed') return referralOf(core, ubrn);
  return (
    findReferral(core, ubrn) ?? refuse('REFERENCE_NOT_FOUND', 'incomingReferral', 'is not known.')
  );
}

/** A deferral has a word of its own for a sensitive record (hscn.md §7). */
function requireRelated(
  { core, caller }: Exchange,
  referral: Referral,
  status: 'booked' | 'proposed',
): void {
  if (status === 'proposed' && hasRelationship(core, referral, caller)) {
    requireOrdinaryPatient(core, referral.patient, 'PATIENT_SENSITIVE');
  }
  requireRelationship(core, referral, caller);
}

function propose(exchange: Exchange, referral: Referral, body: JsonObject): Appointment {
  const { core, caller, variant } = exchange;
  const reason = proposalReasonOf(variant, body);
  return reason === 'TRIAGE'
    ? sendForTriage(core, caller, { referral, wanted: readProposal(body) })
    : deferToProvider(core, caller, { referral, wanted: readDeferral(body, reason) });
}

export const bookOrDefer: Interaction = {
  id: 'A016',
  method: 'POST',
  on: onBoth({ paths: ['/Appointment'], roles: referrers }),
  answer: async (exchange) => {
    const { core, caller, request, variant } = exchange;
    const body = requireResource(await readJson(request), 'Appointment', 'Appointment');
    const status = statusOf(body);
    const { ubrn, version } = incomingReferralOf(body);
    const referral = namedReferral(core, ubrn, status);
    const related = (): void => requireRelated(exchange, referral, status);
    requireChangeable(core, referral, { version, requireRelated: related });
    requireForm(variant, body);
    const appointment =
      status === 'booked'
        ? bookSlot(core, caller, { referral, wanted: readBooking(body) })
        : propose(exchange, referral, body);
    const { id, version: appointmentVersion } = appointment;
    return fhirJson(writeAppointment(exchange, referral, appointment), 201, {
      ...(variant.complete && etag(appointmentVersion)),
      Location: `${variant.base}/Appointment/${id}/_history/${appointmentVersion}`,
    });
  },
};
