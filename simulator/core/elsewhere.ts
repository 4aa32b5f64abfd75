import { endAppointment } from './appointments.ts';
import type { Core } from './core.ts';
import { nextAppointmentId } from './make-appointment.ts';
import type { Appointment, Referral, ReferralState } from './model.ts';
import { record, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';
import { acceptPending } from './review-booking.ts';
import { findSlot, freeSlots, slotsOf } from './slots.ts';

/** What others do to e-RS data while a client looks at it: patients, providers, the e-RS application. */
export const elsewhereChanges = [
  'touch',
  'accept',
  'change-priority',
  'cancel-referral',
  'cancel-appointment',
  'provider-cancels-appointment',
  'did-not-attend',
  'assessment-result',
  'book-directly',
  'book-by-telephone',
  'hand-back',
  'acknowledge',
] as const;
export type ElsewhereChange = (typeof elsewhereChanges)[number];

const BY = 'e-RS application';
const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;

type Change = (core: Core, referral: Referral) => void;

/** The appointment, if there is one, ends in that way. */
function ends(status: 'cancelled' | 'noshow', state: ReferralState, reason?: string): Change {
  return (core, referral) => {
    if (referral.appointment) endAppointment(core, referral, { status, reason });
    referral.state = state;
  };
}

function replaceAppointment(core: Core, referral: Referral, booked: Partial<Appointment>): void {
  const serviceId = referral.appointment?.serviceId ?? referral.shortlist[0];
  if (!serviceId) return refuse('INVALID_REQUEST_STATE', 'UBRN', 'has no service to book with.');
  const { id, version } = referral.appointment ?? { id: nextAppointmentId(core), version: -1 };
  const created = core.clock.iso();
  const facts = { id, version: version + 1, serviceId, created, ...booked };
  referral.appointment = { ...facts, status: 'booked' };
  referral.state = 'BOOKED';
  referral.review = { status: 'PENDING_REVIEW' };
}

/** The provider's office books the first free slot of the service. */
function bookDirectly(core: Core, referral: Referral): void {
  const service = core.directory.services.get(
    referral.appointment?.serviceId ?? referral.shortlist[0] ?? '',
  );
  const { priority } = referral;
  const slot = service && freeSlots(core, service, { priority })[0];
  if (!slot) return refuse('SLOT_NOT_AVAILABLE', 'UBRN', 'has a service without free slots.');
  slot.status = 'booked';
  const { id, start, end, clinician } = slot;
  replaceAppointment(core, referral, { slotId: id, start, end, ...(clinician && { clinician }) });
}

/** An appointment without a slot, two weeks ahead. */
function bookByTelephone(core: Core, referral: Referral): void {
  const start = Math.ceil(core.clock.now() / HALF_HOUR) * HALF_HOUR + 14 * DAY;
  replaceAppointment(core, referral, {
    start: new Date(start).toISOString(),
    end: new Date(start + HALF_HOUR).toISOString(),
  });
}

/** A booking that was reviewed has to be looked at again. */
function changePriority(_core: Core, referral: Referral): void {
  const { priority, review, state } = referral;
  referral.priority = priority === 'ROUTINE' ? 'URGENT' : 'ROUTINE';
  if (state === 'BOOKED' && review?.reviewed) {
    referral.review = { ...review, status: 'PENDING_REVIEW', priorityChanged: true };
  }
}

const changes: Readonly<Record<ElsewhereChange, Change>> = {
  touch: () => undefined,
  accept: (core, referral) => acceptPending(core, referral),
  'change-priority': changePriority,
  'cancel-referral': (core, referral) => {
    if (referral.appointment) endAppointment(core, referral, { status: 'cancelled' });
    referral.cancellation = { reason: 'PATIENT_REQUEST_CANCELLATION_OTHER', odsCode: '' };
    referral.state = 'CANCELLED_REFERRAL';
  },
  'cancel-appointment': ends('cancelled', 'APPT_CANCELLED_BY_PATIENT', 'PATIENT_HOLIDAY'),
  'provider-cancels-appointment': ends(
    'cancelled',
    'APPT_CANCELLED_BY_PROVIDER',
    'CLINIC_CANCELLED',
  ),
  'did-not-attend': ends('noshow', 'DID_NOT_ATTEND'),
  'assessment-result': (_core, referral) => {
    referral.state = 'ASSESSMENT_RESULT';
  },
  'book-directly': bookDirectly,
  'book-by-telephone': bookByTelephone,
  'hand-back': (_core, referral) => {
    referral.state = 'NOT_BOOKED';
    delete referral.appointment;
    delete referral.review;
  },
  acknowledge: (_core, referral) => {
    referral.acknowledged = true;
  },
};

/** From which states each may happen; any, where nothing is said. */
const from: Readonly<Partial<Record<ElsewhereChange, readonly ReferralState[]>>> = {
  accept: ['BOOKED'],
  'provider-cancels-appointment': ['BOOKED'],
  'did-not-attend': ['BOOKED'],
  'assessment-result': ['BOOKED'],
  'book-directly': ['DEFERRED_TO_PROVIDER', 'TRIAGED_PROVIDER_TO_ACTION'],
  'book-by-telephone': ['NOT_BOOKED', 'DEFERRED_TO_PROVIDER', 'TRIAGED_PROVIDER_TO_ACTION'],
  'hand-back': ['DEFERRED_TO_PROVIDER', 'TRIAGED_PROVIDER_TO_ACTION'],
  acknowledge: ['CANCELLED_REFERRAL', 'DID_NOT_ATTEND', 'ASSESSMENT_RESULT'],
};

/** Throws a Refusal where the state of the referral does not allow it; then nothing has changed. */
export function changeElsewhere(core: Core, referral: Referral, change: ElsewhereChange): void {
  const allowed = from[change];
  if (allowed && !allowed.includes(referral.state)) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', `is ${referral.state}.`);
  }
  changes[change](core, referral);
  record(core, referral, {
    step: versionSteps.elsewhere,
    event: change === 'touch' ? 'changed elsewhere' : `${change} elsewhere`,
    by: BY,
  });
}

/** Holds the record of a referral or an advice request, as an open e-RS application does. */
export function lockElsewhere(
  core: Core,
  request: { lockedUntil?: number },
  seconds: number,
): void {
  request.lockedUntil = core.clock.now() + seconds * 1_000;
}

/** False when there is no such slot. */
export function takeSlot(core: Core, slotId: string): boolean {
  const slot = findSlot(core, slotId);
  if (slot?.status === 'free') slot.status = 'taken';
  return slot !== undefined;
}

/** False when there is no such service. */
export function emptyService(core: Core, serviceId: string): boolean {
  const service = core.directory.services.get(serviceId);
  if (!service) return false;
  for (const slot of slotsOf(core, service)) {
    if (slot.status === 'free') slot.status = 'taken';
  }
  return true;
}
