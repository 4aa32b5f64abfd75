import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral, ReferralStateCode } from '../domain/referral.ts';
import type { Slot } from '../domain/slot.ts';
import type { UnansweredWrite } from './book-slot-desk.ts';
import type { BookPhase, BookWrite, Reading } from './book-slot.ts';
import type { FlowPorts } from './flow-ports.ts';
import { localProblem } from './reading.ts';

const SETTLED: readonly BookPhase['status'][] = [
  'choosing',
  'slot-gone',
  'slot-unsuitable',
  'provider-refused',
  'referral-changed',
  'locked',
];

/** Whether nothing is on its way and nothing is unknown, so that a slot may be chosen. */
export function isSettled(phase: BookPhase): boolean {
  return phase.status === 'unanswered' ? phase.settled : SETTLED.includes(phase.status);
}

/** e-RS takes a booking or deferral from these no more (states.md §5); it says no to others itself. */
const NOT_TO_BE_BOOKED: readonly ReferralStateCode[] = [
  'TRIAGED_PROVIDER_TO_ACTION',
  'DID_NOT_ATTEND',
  'ASSESSMENT_RESULT',
  'CANCELLED_REFERRAL',
];

type EndStatus = 'booked' | 'deferred' | 'sent-for-triage';

type EndPhase = Extract<BookPhase, { status: EndStatus | 'not-allowed' }>;

/** What each write comes to, on screen and at e-RS. */
export const END_OF: Readonly<Record<BookWrite, { status: EndStatus; code: ReferralStateCode }>> = {
  booking: { status: 'booked', code: 'BOOKED' },
  deferral: { status: 'deferred', code: 'DEFERRED_TO_PROVIDER' },
  triage: { status: 'sent-for-triage', code: 'AWAITING_TRIAGE' },
};

/** The end that a referral has come to already, if any. */
export function endOf({ state }: Referral, ports: FlowPorts): EndPhase | undefined {
  const at = ports.clock.now();
  const end = Object.values(END_OF).find(({ code }) => code === state.code);
  if (end) return { status: end.status, at, confirmed: true };
  if (!NOT_TO_BE_BOOKED.includes(state.code)) return undefined;
  return { status: 'not-allowed', problem: localProblem('wrong-state', ports), at };
}

/** Over HSCN e-RS may leave out why an appointment is proposed: it is then not "nothing happened". */
const WITH_THE_PROVIDER: readonly ReferralStateCode[] = [
  'DEFERRED_TO_PROVIDER',
  'AWAITING_PROVIDER',
];

export function foundIn({ state }: Referral): Exclude<Reading['found'], 'not-read'> {
  if (state.code === 'BOOKED') return 'booked';
  if (state.code === 'AWAITING_TRIAGE') return 'in-triage';
  return WITH_THE_PROVIDER.includes(state.code) ? 'deferred' : 'unbooked';
}

/** Whether the referral's appointment is the one that this write asked for, as far as is known. */
export function isResultOf(
  referral: Referral,
  { write, serviceId, slot }: Pick<UnansweredWrite, 'write' | 'serviceId' | 'slot'>,
): boolean {
  const { appointment } = referral;
  // Of a write of another page it is not known at which service.
  if (!appointment || (serviceId && appointment.service.id !== serviceId)) return false;
  const found = foundIn(referral);
  // Nor which of the three it was.
  if (!serviceId) return found !== 'unbooked';
  if (write !== 'booking') return found === (write === 'deferral' ? 'deferred' : 'in-triage');
  return found === 'booked' && (!slot || appointment.start === slot.start);
}

/** What a refusal of e-RS means for a slot (A016). Nothing is booked in any of them. */
export function refusalPhase(problem: Problem, slot: Slot | undefined, at: Instant): BookPhase {
  if (problem.reason === 'locked') return { status: 'locked', problem, at };
  if (slot && problem.reason === 'slot-taken') return { status: 'slot-gone', slot, problem, at };
  if (slot && problem.reason === 'slot-unsuitable') {
    return { status: 'slot-unsuitable', slot, problem, at };
  }
  return { status: 'not-allowed', problem, at };
}
