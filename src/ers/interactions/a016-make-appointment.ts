import { parseInstant } from '../../domain/instant.ts';
import { DEFER_COMMENT_LIMIT, type Appointment, type DeferReason } from '../../domain/referral.ts';
import { coding } from '../../fhir/codings.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { FHIR_ID } from '../forms.ts';
import { codeSystem } from '../names.ts';
import { mapped } from '../shapes/shape.ts';
import type { Booking, ConfirmedAppointment, Deferral, TriageRequest } from '../verbs/booking.ts';
import { isOfOthers, readAppointment } from './appointment-answer.ts';
import { partyRules, renderAppointment, type Parties } from './appointment-body.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import {
  formRule,
  missing,
  momentRule,
  neededForm,
  neededWord,
  notPermitted,
  textRules,
  type Rule,
} from './rules.ts';

/** What an unbooked referral comes to: a slot, or its provider or triage service sees to it. */
export type AppointmentRequest =
  | ({ kind: 'book' } & Booking)
  | ({ kind: 'defer' } & Deferral)
  | ({ kind: 'triage' } & TriageRequest);

const SLOT_LOST = 'SLOT_NOT_AVAILABLE';

const DEFER_REASONS: readonly string[] = [
  'NO_SLOTS_AT_SERVICE',
  SLOT_LOST,
  'BOOKING_ATTEMPT_PROBLEM',
] satisfies DeferReason[];

function partiesOf(request: AppointmentRequest): Parties {
  if (request.kind !== 'book') return request;
  const { serviceId, clinician } = request.slot;
  return { ...request, serviceId, clinician: clinician?.sdsUserId };
}

function rulesOf(request: AppointmentRequest, dialect: Dialect): Rule[] {
  return [...ownRules(request, dialect), ...partyRules(partiesOf(request))];
}

/** interactions.md §6, a row of its table each. */
function ownRules(request: AppointmentRequest, { quirks }: Dialect): Rule[] {
  if (request.kind === 'book') {
    const { id, start, end } = request.slot;
    return [neededForm('slot', id, FHIR_ID), momentRule('start', start), momentRule('end', end)];
  }
  const comment = textRules('comment', request.comment, {
    limit: DEFER_COMMENT_LIMIT,
    required: false,
  });
  if (request.kind === 'triage') {
    return [notPermitted('reason', !quirks.sendsForTriageByAppointment), ...comment];
  }
  const { reason, slotId } = request;
  const isLost = reason === SLOT_LOST;
  return [
    neededWord('reason', reason, DEFER_REASONS),
    missing('slot', isLost && !slotId),
    notPermitted('slot', !isLost && !!slotId),
    formRule('slot', slotId || undefined, FHIR_ID),
    ...comment,
  ];
}

function reasonOf(request: Exclude<AppointmentRequest, { kind: 'book' }>): string {
  return request.kind === 'triage' ? 'TRIAGE' : request.reason;
}

/** What stands in the body beside the parties. */
function wishOf(request: AppointmentRequest) {
  if (request.kind === 'book') {
    const { id, start, end } = request.slot;
    return { status: 'booked', start, end, slot: [{ reference: `Slot/${id}` }] };
  }
  const { comment } = request;
  const slotId = request.kind !== 'triage' && request.slotId;
  return {
    status: 'proposed',
    reason: [{ coding: [coding(codeSystem('eRS-ReviewReason-1'), reasonOf(request))] }],
    ...(slotId && { slot: [{ reference: `Slot/${slotId}` }] }),
    ...(comment && { comment }),
  };
}

function isAsAsked({ status, start, reason }: Appointment, request: AppointmentRequest): boolean {
  if (request.kind === 'book')
    return status === 'booked' && start === parseInstant(request.slot.start);
  const asked = reasonOf(request);
  return status === 'proposed' && (reason?.code ?? asked) === asked;
}

/**
 * Books one free slot with the clinician that it has, if any; defers to the provider for one of
 * the three lawful causes; or sends to a triage service of the shortlist. Not idempotent.
 */
export const makeAppointment: Interaction<AppointmentRequest, ConfirmedAppointment> = {
  id: 'A016',
  kind: 'write',
  rules: rulesOf,
  build: (request, { quirks }) => ({
    body: { ...renderAppointment(partiesOf(request), quirks), ...wishOf(request) },
  }),
  parse: bodyAs(
    mapped(readAppointment, ({ ubrn, referralVersion, appointment }) => ({
      ubrn,
      referralVersion,
      appointment,
    })),
  ),
  mismatch(made, request) {
    const { appointment } = made;
    const others = isOfOthers(made, request);
    if (others) return others;
    if (appointment.service.id !== partiesOf(request).serviceId) return { field: 'participant' };
    return isAsAsked(appointment, request) ? undefined : { field: 'status' };
  },
  failures: {
    // A service that is for triage, or cannot be booked directly (hscn.md §7).
    INVALID_STATE: 'service-unavailable',
  },
};
