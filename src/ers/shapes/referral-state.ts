import type { ReferralState, ReferralStateCode } from '../../domain/referral.ts';
import { isOfSystem } from '../../fhir/identifiers.ts';
import type { ReadAppointment } from './appointment.ts';
import { codeSystem } from '../names.ts';
import { extensions, valueCoding, valueText } from './grouped.ts';
import { at, mapped, one, oneOf, oneOrNone } from './shape.ts';

const STATES = [
  'NOT_BOOKED',
  'BOOKED',
  'DEFERRED_TO_PROVIDER',
  'AWAITING_TRIAGE',
  'TRIAGED_PROVIDER_TO_ACTION',
  'TRIAGE_RESPONSE',
  'REJECTED',
  'APPT_CANCELLED_BY_PATIENT',
  'APPT_CANCELLED_BY_PROVIDER',
  'DID_NOT_ATTEND',
  'ASSESSMENT_RESULT',
  'CANCELLED_REFERRAL',
] as const satisfies readonly ReferralStateCode[];

/** `Extension-eRS-ReferralState-1`: e-RS's own word, where it gives one. */
export const stateShape = mapped(
  at(
    'extension',
    extensions({
      state: one(at('valueCoding', at('code', oneOf(STATES)))),
      reason: oneOrNone(valueCoding),
      comments: oneOrNone(valueText),
    }),
  ),
  ({ state, reason, comments }): ReferralState => {
    // e-RS answers A028 with the one code where its own table of states has the other.
    const isReturned =
      state === 'TRIAGED_PROVIDER_TO_ACTION' && reason?.code === 'RETURN_TO_REFERRER_WITH_ADVICE';
    return { code: isReturned ? 'TRIAGE_RESPONSE' : state, derived: false, reason, comments };
  },
);

/** Reject-type reasons of APPOINTMENT-CANCELLATION-REASON (interactions.md §8). */
const REJECT_REASONS: ReadonlySet<string> = new Set([
  'FURTHER_INFORMATION_REQUIRED',
  'OTHER',
  'OUTPATIENT_APPT_NOT_REQUIRED',
  'SERVICE_INAPPROPRIATE',
  'SERVICE_PREREQUISITES_NOT_COMPLETE',
]);

const REVIEW_OUTCOME = codeSystem('eRS-ReviewOutcome-1');

type Reason = ReadAppointment['reason'];

/**
 * The state as its appointment tells it, for referrals that carry none (states.md §1).
 * `undefined` when the appointment has a status that says nothing: then there is no safe guess.
 */
export function deriveState(
  referralStatus: string,
  appointment: ReadAppointment | undefined,
): ReferralState | undefined {
  const { status, reason } = appointment ?? {};
  const code = codeOf(referralStatus, status, reason);
  return (
    code && {
      code,
      derived: true,
      reason: reason && { code: reason.code, display: reason.display },
    }
  );
}

function codeOf(
  referralStatus: string,
  appointmentStatus: string | undefined,
  reason: Reason,
): ReferralStateCode | undefined {
  if (referralStatus === 'cancelled') return 'CANCELLED_REFERRAL';
  switch (appointmentStatus) {
    case undefined:
      return 'NOT_BOOKED';
    case 'booked':
      return 'BOOKED';
    case 'proposed':
      return codeOfProposed(reason);
    case 'cancelled':
      return codeOfCancelled(reason);
    case 'noshow':
      return 'DID_NOT_ATTEND';
    default:
      return undefined;
  }
}

function codeOfProposed(reason: Reason): ReferralStateCode {
  if (!reason) return 'AWAITING_PROVIDER';
  if (isOfSystem(reason, REVIEW_OUTCOME)) {
    return reason.code.startsWith('RETURN_') ? 'TRIAGE_RESPONSE' : 'TRIAGED_PROVIDER_TO_ACTION';
  }
  return reason.code === 'TRIAGE' ? 'AWAITING_TRIAGE' : 'DEFERRED_TO_PROVIDER';
}

/** Over HSCN a cancelled appointment comes without its reason (A014 sample). */
function codeOfCancelled(reason: Reason): ReferralStateCode {
  if (reason && REJECT_REASONS.has(reason.code)) return 'REJECTED';
  return reason?.code.startsWith('PATIENT_') ? 'APPT_CANCELLED_BY_PATIENT' : 'APPT_CANCELLED';
}
