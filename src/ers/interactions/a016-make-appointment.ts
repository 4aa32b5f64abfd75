import type { Instant } from '../../domain/instant.ts';
import { DEFER_COMMENT_LIMIT } from '../../domain/referral.ts';
import { coding } from '../../fhir/codings.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { FHIR_ID } from '../forms.ts';
import { codeSystem } from '../names.ts';
import { mapped } from '../shapes/shape.ts';
import type { Booking, ConfirmedAppointment, Deferral, TriageRequest } from '../verbs/booking.ts';
import { readAppointment } from './appointment-answer.ts';
import { partyRules, renderAppointment } from './appointment-body.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { formRule, missing, notPermitted, textRules, type Rule } from './rules.ts';

/** What an unbooked referral comes to: a slot, or its provider or triage service sees to it. */
export type AppointmentRequest =
  | ({ kind: 'book' } & Booking)
  | ({ kind: 'defer' } & Deferral)
  | ({ kind: 'triage' } & TriageRequest);

/** The three kinds as one: with a reason it is proposed, without one it is booked. */
interface Wish {
  serviceId: string;
  reason?: Deferral['reason'] | 'TRIAGE' | undefined;
  slotId?: string | undefined;
  start?: Instant | undefined;
  end?: Instant | undefined;
  clinician?: string | undefined;
  comment?: string | undefined;
}

function wishOf(request: AppointmentRequest): Wish {
  if (request.kind === 'triage') return { ...request, reason: 'TRIAGE' };
  if (request.kind === 'defer') return request;
  const { id: slotId, serviceId, start, end, clinician } = request.slot;
  return { serviceId, slotId, start, end, clinician: clinician?.sdsUserId };
}

/** interactions.md §6, and what a reference or identifier looks like. */
function rulesOf(request: AppointmentRequest, { quirks }: Dialect): Rule[] {
  const wish = wishOf(request);
  const { reason, slotId, comment } = wish;
  const namesSlot = !reason || reason === 'SLOT_NOT_AVAILABLE';
  return [
    notPermitted('reason', reason === 'TRIAGE' && !quirks.sendsForTriageByAppointment),
    ...partyRules({ ...request, ...wish }),
    missing('slot', namesSlot && !slotId),
    notPermitted('slot', !namesSlot && !!slotId),
    formRule('slot', slotId || undefined, FHIR_ID),
    ...textRules('comment', comment, { limit: DEFER_COMMENT_LIMIT, required: false }),
  ];
}

function renderRequest(request: AppointmentRequest, { quirks }: Dialect) {
  const wish = wishOf(request);
  const { reason, slotId, start, end, comment } = wish;
  return {
    ...renderAppointment({ ...request, ...wish }, quirks),
    status: reason ? 'proposed' : 'booked',
    ...(reason && { reason: [{ coding: [coding(codeSystem('eRS-ReviewReason-1'), reason)] }] }),
    ...(start && end && { start, end }),
    ...(slotId && { slot: [{ reference: `Slot/${slotId}` }] }),
    ...(comment && { comment }),
  };
}

/**
 * Books one free slot with the clinician that it has, if any; defers to the provider for one of
 * the three lawful causes; or sends to a triage service of the shortlist. Not idempotent.
 */
export const makeAppointment: Interaction<AppointmentRequest, ConfirmedAppointment> = {
  id: 'A016',
  kind: 'write',
  rules: rulesOf,
  build: (request, dialect) => ({ body: renderRequest(request, dialect) }),
  parse: bodyAs(
    mapped(readAppointment, ({ ubrn, referralVersion, appointment }) => ({
      ubrn,
      referralVersion,
      appointment,
    })),
  ),
  mismatch({ ubrn, appointment }, request) {
    const { patient, service, status, start, reason } = appointment;
    const wish = wishOf(request);
    if (patient !== undefined && patient !== request.patient) return 'wrong-patient';
    if (service.id !== wish.serviceId) return { field: 'participant' };
    if (ubrn !== request.ubrn) return { field: 'incomingReferral' };
    const isDone = wish.reason
      ? status === 'proposed' && (reason?.code ?? wish.reason) === wish.reason
      : status === 'booked' && start === wish.start;
    return isDone ? undefined : { field: 'status' };
  },
  failures: {
    // A service that is for triage, or cannot be booked directly.
    INVALID_STATE: 'service-unavailable',
  },
};
