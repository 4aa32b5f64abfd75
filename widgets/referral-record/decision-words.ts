import type { Forbidden, WhoCan, WhyNot } from '../../src/domain/permission.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import type { FieldError, ReviewField, ReviewForm } from '../../src/domain/review-form.ts';
import { clinicalDay, ukDayOf } from '../../src/domain/uk-time.ts';
import { wholeNumber } from '../../src/ui/format.ts';

interface ActionWords {
  name: string;
  /** "Your rejection was not sent." */
  noun: string;
  done: string;
  key?: string;
  /** It takes something away. */
  isRed?: boolean;
}

export const ACTION_WORDS: Readonly<Record<ReviewAction, ActionWords>> = {
  'accept-referral': { name: 'Accept', noun: 'acceptance', done: 'Accepted', key: 'A' },
  'reject-referral': {
    name: 'Reject',
    noun: 'rejection',
    done: 'Rejected',
    key: 'X',
    isRed: true,
  },
  'cancel-and-act-later': {
    name: 'Cancel appointment and action later',
    noun: 'cancelling of the appointment',
    done: 'Appointment cancelled, to be actioned later',
    key: 'L',
    isRed: true,
  },
  'record-review-outcome': {
    name: 'Record triage outcome',
    noun: 'triage outcome',
    done: 'Triage outcome recorded',
  },
  'cancel-referral': {
    name: 'Cancel referral',
    noun: 'cancelling of the referral',
    done: 'Referral cancelled',
    isRed: true,
  },
};

function appointmentDay({ appointment }: Pick<Referral, 'appointment'>): string | undefined {
  const start = appointment?.status === 'booked' ? appointment.start : undefined;
  return start && clinicalDay(ukDayOf(start));
}

/** What comes of the choice, below its name. */
export function hintWords(action: ReviewAction, referral: Referral): string {
  const day = appointmentDay(referral);
  switch (action) {
    case 'accept-referral':
      return day ? `Appointment on ${day} stays booked.` : 'The appointment stays booked.';
    case 'reject-referral':
      return 'Cancels the appointment. Goes back to the practice with your reason.';
    case 'cancel-and-act-later':
      return 'Your admin team arranges what happens next.';
    case 'record-review-outcome':
      return 'Accept, or return to the referrer with advice.';
    case 'cancel-referral':
      return 'Ends it for good.';
  }
}

/** What is lost by it, beside the button. */
export function consequence(action: ReviewAction, referral: Referral): string | undefined {
  const day = appointmentDay(referral);
  if (!day) return undefined;
  if (action === 'reject-referral') return `Rejecting cancels the appointment on ${day}.`;
  if (action === 'cancel-and-act-later') return `This cancels the appointment on ${day}.`;
  return undefined;
}

/** The button names the act. */
export function sendLabel(action: ReviewAction, { outcome }: ReviewForm): string {
  if (action === 'cancel-and-act-later') return 'Cancel appointment, action later';
  if (action !== 'record-review-outcome') return ACTION_WORDS[action].name;
  if (!outcome) return 'Record outcome';
  return outcome === 'ACCEPT_REFER_BOOK_LATER' ? 'Accept' : 'Return with advice';
}

export const WHY: Readonly<Record<WhyNot, string>> = {
  'not-in-dialect': 'e-RS has no such service over this connection.',
  role: 'your role cannot do this.',
  'not-known': 'e-RS could not be asked what is permitted.',
  booked: 'this referral has a booked appointment.',
  'not-booked': 'this referral has no appointment.',
  'awaits-triage': 'this referral awaits triage. Record the triage outcome instead.',
  deferred: 'this referral is deferred to you, without an appointment.',
  'appointment-past': 'the appointment has passed.',
  'no-clinical-information': 'the referral letter is not there yet.',
  decided: 'this referral has already been decided on.',
  cancelled: 'this referral is cancelled for good.',
  'not-permitted': 'e-RS does not permit it now and does not say why.',
};

export function whoWords(whoCan: WhoCan): string {
  switch (whoCan.who) {
    case 'role':
      return roleWords(whoCan.roles);
    case 'e-rs-application':
      return 'somebody with the right to it, in the e-RS application.';
    case 'referrer':
      return 'the referring practice.';
    case 'provider-administrator':
      return 'the service’s administrators, in the e-RS application.';
    case 'after-cancelling':
      return 'no one, unless the appointment is cancelled first.';
    case 'after-asking-again':
      return 'no one, before e-RS has been asked again.';
    case 'nobody':
      return 'no one.';
  }
}

export function whyNotWords({ why, whoCan }: Forbidden): string {
  return `Why: ${WHY[why]} Who can: ${whoWords(whoCan)}`;
}

function roleWords(roles: readonly string[]): string {
  const isOf = (side: string): boolean => roles.some((role) => role.startsWith(side));
  const sides = [
    isOf('SERVICE_PROVIDER') ? 'a service provider clinician or their admin' : '',
    isOf('REFERRING') ? 'a referring clinician or their admin' : '',
  ];
  return `${sides.filter(Boolean).join(', or ')}.`;
}

const MISSING: Readonly<Partial<Record<ReviewField, string>>> = {
  reason: 'Choose a reason.',
  outcome: 'Choose an outcome.',
  priority: 'Choose a priority.',
  isConfirmed: 'Type CANCEL in full.',
  cancelledInPas: 'Say whether the appointment is cancelled in your own system.',
};

/** The field's error names the fix. */
export function fieldErrorWords(
  { field, reason, limit }: FieldError,
  { outcome }: ReviewForm,
): string {
  switch (reason) {
    case 'text-too-long':
      return `Make it shorter: at most ${wholeNumber(limit ?? 2000)} characters.`;
    case 'field-required':
      if (field !== 'comment') return MISSING[field] ?? 'Fill this in.';
      return outcome === 'RETURN_TO_REFERRER_WITH_ADVICE'
        ? 'Enter your advice. The practice sees this text and your name.'
        : 'Enter a comment.';
    case 'field-not-permitted':
      return 'e-RS does not take this for this referral. Leave it out.';
    case 'priority-not-current':
    case 'priority-not-supported':
      return 'e-RS does not take this priority here. Choose another.';
    case 'field-wrong':
      return 'This cannot be chosen any more. Choose again.';
  }
}
