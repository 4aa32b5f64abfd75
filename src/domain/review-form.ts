import { PRIORITIES, type Priority } from './criteria.ts';
import type { ProblemReason } from './problem.ts';
import type {
  AppointmentCancellationReason,
  ReferralCancellationReason,
} from './reference-list.ts';
import type { ReviewAction } from './review-decisions.ts';

/** Characters that e-RS takes with a decision (interactions.md §7 to §9). */
export const REVIEW_COMMENT_LIMIT = 2000;

export type ReviewOutcome = 'ACCEPT_REFER_BOOK_LATER' | 'RETURN_TO_REFERRER_WITH_ADVICE';

/** What is typed and chosen for one decision. Nothing of it is chosen beforehand. */
export interface ReviewForm {
  /** Code of the reason to reject or to cancel. */
  reason?: string | undefined;
  comment: string;
  /** Of an accepted triage, or as it changes with an action later. */
  priority?: Priority | undefined;
  outcome?: ReviewOutcome | undefined;
  /** Of an indirectly booked appointment: whether it is cancelled in the provider's system already. */
  cancelledInPas?: boolean | undefined;
  /** Of what cannot be undone: that the user has said it in full. */
  isConfirmed?: boolean | undefined;
}

export const EMPTY_FORM: ReviewForm = { comment: '' };

export type ReviewField = keyof ReviewForm;

export interface FieldError {
  field: ReviewField;
  reason: Extract<
    ProblemReason,
    | 'field-required'
    | 'field-wrong'
    | 'field-not-permitted'
    | 'text-too-long'
    | 'priority-not-current'
    | 'priority-not-supported'
  >;
  /** Characters; with `text-too-long`. */
  limit?: number | undefined;
}

export type AnyReason = AppointmentCancellationReason | ReferralCancellationReason;

/** Which fields each decision has, and which of them it needs whatever else is chosen. */
const FIELDS: Readonly<
  Record<ReviewAction, Partial<Record<ReviewField, 'needed' | 'by-reason' | 'may'>>>
> = {
  'accept-referral': {},
  'reject-referral': { reason: 'needed', comment: 'by-reason', cancelledInPas: 'may' },
  'cancel-and-act-later': { comment: 'needed', priority: 'may', cancelledInPas: 'may' },
  'record-review-outcome': { outcome: 'needed', comment: 'needed', priority: 'may' },
  'cancel-referral': { reason: 'needed', comment: 'by-reason', isConfirmed: 'needed' },
};

/** Whether the decision has this field at all. */
export function hasField(action: ReviewAction, field: ReviewField): boolean {
  return FIELDS[action][field] !== undefined;
}

/** What is missing or amiss, in the order of the form. `reasons` are those that may be given now. */
export function reviewFormErrors(
  action: ReviewAction,
  form: ReviewForm,
  reasons: readonly AnyReason[],
): FieldError[] {
  const reason = reasons.find(({ code }) => code === form.reason);
  const isNeeded = (field: ReviewField): boolean => {
    const needs = FIELDS[action][field];
    if (field === 'priority') return form.outcome === 'ACCEPT_REFER_BOOK_LATER' && needs === 'may';
    return needs === 'needed' || (needs === 'by-reason' && reason?.commentIsMandatory === true);
  };
  const errors: (FieldError | undefined)[] = [
    missing('outcome', isNeeded('outcome') && !form.outcome),
    missing('reason', isNeeded('reason') && !form.reason),
    form.reason && hasField(action, 'reason') && !reason
      ? { field: 'reason', reason: 'field-wrong' }
      : undefined,
    missing('priority', isNeeded('priority') && !form.priority),
    form.priority && hasField(action, 'priority') && !PRIORITIES.includes(form.priority)
      ? { field: 'priority', reason: 'field-wrong' }
      : undefined,
    missing('comment', isNeeded('comment') && !form.comment.trim()),
    hasField(action, 'comment') && form.comment.length > REVIEW_COMMENT_LIMIT
      ? { field: 'comment', reason: 'text-too-long', limit: REVIEW_COMMENT_LIMIT }
      : undefined,
    missing('isConfirmed', isNeeded('isConfirmed') && !form.isConfirmed),
  ];
  return errors.filter((error) => error !== undefined);
}

function missing(field: ReviewField, isMissing: boolean): FieldError | undefined {
  return isMissing ? { field, reason: 'field-required' } : undefined;
}

/** Names of e-RS's parameters, of all decisions, and the field of each. */
const FIELD_OF: Readonly<Record<string, ReviewField>> = {
  rejectionReason: 'reason',
  cancellationReason: 'reason',
  rejectionComments: 'comment',
  comments: 'comment',
  reviewComments: 'comment',
  cancellationComments: 'comment',
  priority: 'priority',
  reviewPriority: 'priority',
  reviewOutcome: 'outcome',
  appointmentCancelledInPAS: 'cancelledInPas',
  appointmentCancelledinPAS: 'cancelledInPas',
};

const OF_FIELD: ReadonlySet<ProblemReason> = new Set<FieldError['reason']>([
  'field-required',
  'field-wrong',
  'field-not-permitted',
  'text-too-long',
  'priority-not-current',
  'priority-not-supported',
]);

/** The field that a refusal of e-RS names, if it names one of the form. */
export function fieldErrorOf({
  reason,
  field = '',
  limit,
}: {
  reason: ProblemReason;
  field?: string | undefined;
  limit?: number | undefined;
}): FieldError | undefined {
  const named = reason.startsWith('priority-') ? 'priority' : FIELD_OF[lastPart(field)];
  if (!named || !OF_FIELD.has(reason)) return undefined;
  return { field: named, reason: reason as FieldError['reason'], limit };
}

/** A field may come as a path. */
function lastPart(path: string): string {
  return path.split('.').at(-1) ?? '';
}
