import type { Instant } from '../../domain/instant.ts';
import { DEFER_COMMENT_LIMIT } from '../../domain/referral.ts';
import { coding } from '../../fhir/codings.ts';
import type { Quirks } from '../dialects/dialect.ts';
import { codeSystem } from '../names.ts';
import type { Booking, ConfirmedAppointment, Deferral, TriageRequest } from '../verbs/booking.ts';
import { readAppointment } from './appointment-answer.ts';
import { partyRules, renderAppointment } from './appointment-body.ts';
import { firstBroken, resultOf, type Interaction, type Rule } from './interaction.ts';

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
function rulesOf(request: AppointmentRequest, wish: Wish, quirks: Quirks) {
  const { reason, slotId, comment = '' } = wish;
  const namesSlot = !reason || reason === 'SLOT_NOT_AVAILABLE';
  const rules: Rule[] = [
    {
      when: reason === 'TRIAGE' && !quirks.sendsForTriageByAppointment,
      refused: 'field-not-permitted',
      field: 'reason',
    },
    ...partyRules({ ...request, ...wish }),
    { when: namesSlot && !slotId, refused: 'field-required', field: 'slot' },
    { when: !namesSlot && !!slotId, refused: 'field-not-permitted', field: 'slot' },
    {
      when: !!slotId && !/^[A-Za-z0-9.-]{1,64}$/.test(slotId),
      refused: 'field-wrong',
      field: 'slot',
    },
    { when: comment.length > DEFER_COMMENT_LIMIT, refused: 'field-wrong', field: 'comment' },
  ];
  return rules;
}

function renderRequest(request: AppointmentRequest, wish: Wish, quirks: Quirks) {
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
  build(request, { quirks }) {
    const wish = wishOf(request);
    const refusal = firstBroken(rulesOf(request, wish, quirks));
    return (
      refusal ?? {
        operation: 'A016',
        params: {},
        body: renderRequest(request, wish, quirks),
      }
    );
  },
  parse(answer, { origin }) {
    const result = resultOf(readAppointment(answer.body), answer, origin);
    if (!result.ok) return result;
    const { ubrn, referralVersion, appointment } = result.value;
    return { ok: true, value: { ubrn, referralVersion, appointment } };
  },
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
